import { Button, Group, Stack, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Fault } from '../api/use-change.js';
import { useChange } from '../api/use-change.js';
import { useData } from '../api/use-data.js';
import { Dialog } from '../parts/dialog.js';
import { Empty } from '../parts/empty.js';
import { faultAt, FaultNotice, Faults } from '../parts/faults.js';
import { Loading } from '../parts/loading.js';
import { Page } from '../parts/page.js';
import { Question } from '../parts/question.js';
import { RowTable } from '../parts/row-table.js';
import { useMay } from '../session/viewer.js';
import { text } from '../text/text.js';
import { AccessPanel } from './access-panel.js';
import type { RoleListQuery } from './people.generated.js';
import { AddRoleDocument, ChangeRoleDocument, EraseRoleRecordDocument, RoleListDocument } from './people.generated.js';
import { useAccessEdits } from './use-access-edits.js';

const words = text.people;
type Role = RoleListQuery['roles'][number];

const RoleForm = ({ role, onSaved }: { role: Role | null; onSaved: (id: string) => void }) => {
  // Only what differs: a post of its access records gives the role another version, and must not take what was typed.
  const [edits, setEdits] = useState<{ name?: string; description?: string }>({});
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [add, adding] = useChange(AddRoleDocument);
  const [change, changing] = useChange(ChangeRoleDocument);
  const name = edits.name ?? role?.name ?? '';
  const description = edits.description ?? role?.description ?? '';
  const isEdited = name !== (role?.name ?? '') || description !== (role?.description ?? '');
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const input = { name: name.trim(), description: description.trim() || null };
    const { payload, faults: wrong } = role === null ? await add({ input }) : await change({ id: role.id, input, version: role.version });
    setFaults(wrong);
    if (payload?.ref && wrong.length === 0) onSaved(payload.ref.id);
  };
  return (
    <form onSubmit={(event) => { void save(event); }}>
      <Stack gap="sm" maw="32rem">
        <TextInput label={words.name} required {...(role === null ? { 'data-autofocus': true } : {})} value={name} error={faultAt(faults, 'name')} onChange={({ currentTarget }) => setEdits({ ...edits, name: currentTarget.value })} />
        <TextInput label={words.description} value={description} error={faultAt(faults, 'description')} onChange={({ currentTarget }) => setEdits({ ...edits, description: currentTarget.value })} />
        <Faults faults={faults} except={['name', 'description']} />
        <Group gap="xs"><Button type="submit" loading={adding || changing} disabled={!isEdited}>{words.save}</Button></Group>
      </Stack>
    </form>
  );
};

/** The roles: bundles of access records, which reach everybody who has them. */
export const RolesPage = () => {
  const may = useMay();
  const [, go] = useLocation();
  const [making, setMaking] = useState(false);
  const { data, error, refresh } = useData(RoleListDocument, {});
  return (
    <Page title={words.roles} actions={may('ACCESS_RECORDS', 'ADD') && <Button onClick={() => setMaking(true)}>{words.newRole}</Button>}>
      {error !== null && <FaultNotice error={error} retry={refresh} />}
      {data?.roles.length === 0 && <Empty title={words.noRoles} what={words.noRolesWhat} />}
      {data !== null && data.roles.length > 0 && (
        <RowTable label={words.roles} rows={data.roles} keyOf={({ id }) => id} columns={[
          { head: words.name, rowHead: true, cell: ({ id, name }) => <Link href={`/roles/${id}`} className="cell-link">{name}</Link> },
          { head: words.description, cell: ({ description }) => description ?? '' }, { head: words.count, align: 'right', cell: ({ employeeCount }) => employeeCount },
        ]} />
      )}
      {making && <Dialog title={words.newRole} onClose={() => setMaking(false)}><RoleForm role={null} onSaved={(id) => go(`/roles/${id}`)} /></Dialog>}
    </Page>
  );
};

const RoleAccess = ({ role: { id, accessRecords, version }, refresh }: { role: Role; refresh: () => void }) =>
  <AccessPanel holder={{ kind: 'ROLE', id }} editing={useAccessEdits({ kind: 'ROLE', id }, accessRecords, version, refresh)} />;

/** One role: its name, and its access records. */
export const RolePage = ({ id = '' }: { readonly id?: string }) => {
  const may = useMay();
  const [, go] = useLocation();
  const [erasing, setErasing] = useState(false);
  const [erase] = useChange(EraseRoleRecordDocument);
  const { data, error, loading, refresh } = useData(RoleListDocument, {});
  const role = data?.roles.find((one) => one.id === id) ?? null;
  if (role === null && error !== null) return <FaultNotice error={error} retry={refresh} />;
  if (role === null) return loading ? <Loading /> : <Empty title={text.shell.notFound} what={text.shell.notFoundWhat} />;
  return (
    <Page title={role.name} actions={may('ACCESS_RECORDS', 'ERASE') && <Button size="xs" variant="default" onClick={() => setErasing(true)}>{words.erase}</Button>}>
      {may('ACCESS_RECORDS', 'MODIFY') && <RoleForm role={role} onSaved={refresh} />}
      <RoleAccess role={role} refresh={refresh} />
      {erasing && (
        <Question title={words.eraseQuestion(role.name)} what={words.eraseRoleWhat} verb={words.erase} onClose={() => setErasing(false)} carryOut={async () => {
          const { faults } = await erase({ id, version: role.version });
          if (faults.length === 0) go('/roles');
          refresh();
          return faults;
        }} />
      )}
    </Page>
  );
};
