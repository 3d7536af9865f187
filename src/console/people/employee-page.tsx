import { Badge, Button, Group, MultiSelect, Stack, Tabs, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { Loading } from '../parts/loading.js';
import type { Fault } from '../api/use-change.js';
import { useChange } from '../api/use-change.js';
import { useData } from '../api/use-data.js';
import { Copyable } from '../parts/copyable.js';
import { Dialog } from '../parts/dialog.js';
import { Empty } from '../parts/empty.js';
import { faultAt, FaultNotice, Faults } from '../parts/faults.js';
import { Page } from '../parts/page.js';
import { useMay } from '../session/viewer.js';
import { text } from '../text/text.js';
import { AccessPanel } from './access-panel.js';
import { EmployeeActions } from './employee-actions.js';
import type { EmployeeDetailQuery } from './people.generated.js';
import { ChangeEmployeeDocument, EmployeeDetailDocument, RoleListDocument } from './people.generated.js';
import { RightsInForce } from './rights-in-force.js';
import { useAccessEdits } from './use-access-edits.js';

const words = text.people;
export type Employee = NonNullable<EmployeeDetailQuery['employee']>;

interface GeneralEdits { readonly name?: string; readonly email?: string; readonly roleIds?: string[] }
interface GeneralProps { readonly employee: Employee; readonly edits: GeneralEdits; readonly setEdits: (change: (edits: GeneralEdits) => GeneralEdits) => void; readonly refresh: () => void }

const General = ({ employee, edits, setEdits, refresh }: GeneralProps) => {
  const may = useMay();
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [change, changing] = useChange(ChangeEmployeeDocument);
  const roles = useData(RoleListDocument, {}, { pause: !may('ACCESS_RECORDS', 'ACCESS') }).data?.roles ?? [];
  const readOnly = !may('EMPLOYEES', 'MODIFY');
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { faults: wrong } = await change({ id: employee.id, input: edits, version: employee.version });
    setFaults(wrong);
    // What was typed while it was under way is an edit still.
    if (wrong.length === 0) setEdits((now) => Object.fromEntries(Object.entries(now).filter(([name, value]) => value !== edits[name as keyof GeneralEdits])));
    refresh();
  };
  return (
    <form onSubmit={(event) => { void save(event); }}>
      <Stack gap="sm" maw="32rem">
        <TextInput label={words.number} disabled value={employee.number} />
        {(['name', 'email'] as const).map((name) => <TextInput key={name} label={words[name]} required disabled={readOnly} value={edits[name] ?? employee[name]} error={faultAt(faults, name)} onChange={({ currentTarget: { value } }) => setEdits((now) => ({ ...now, [name]: value }))} />)}
        {employee.roles !== null && <MultiSelect label={words.rolesOf} disabled={readOnly || !may('ACCESS_RECORDS', 'MODIFY')} searchable data={roles.map(({ id, name }) => ({ value: id, label: name }))} value={edits.roleIds ?? employee.roles.map(({ id }) => id)} error={faultAt(faults, 'roleIds')} onChange={(roleIds) => setEdits((now) => ({ ...now, roleIds }))} />}
        <Faults faults={faults} except={['name', 'email', 'roleIds']} />
        {!readOnly && <Group gap="xs"><Button type="submit" disabled={Object.keys(edits).length === 0} loading={changing}>{words.save}</Button></Group>}
      </Stack>
    </form>
  );
};

const Record = ({ employee, refresh }: { employee: Employee; refresh: () => void }) => {
  const [tab, setTab] = useState<string | null>('general');
  const [oneTime, setOneTime] = useState<string | null>(null);
  const { id, name, active, hasPassword, mustChangePassword, accessRecords, rights, version } = employee;
  // Of the record and not of its panels: what was typed outlives a look at another of them.
  const [edits, setEdits] = useState<GeneralEdits>({});
  const access = useAccessEdits({ kind: 'EMPLOYEE', id }, accessRecords ?? [], version, refresh);
  return (
    <Page title={name} beside={(
      <Group gap={4}>
        {!active && <Badge size="sm" variant="light" color="gray" tt="none">{words.inactive}</Badge>}
        {!hasPassword && <Badge size="sm" variant="light" color="yellow" tt="none">{words.noPassword}</Badge>}
        {mustChangePassword && <Badge size="sm" variant="light" color="yellow" tt="none">{words.mustChange}</Badge>}
      </Group>
    )} actions={<EmployeeActions employee={employee} onOneTimePassword={setOneTime} refresh={refresh} />}>
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="general">{words.general}</Tabs.Tab>
          {accessRecords !== null && <Tabs.Tab value="records">{words.records}</Tabs.Tab>}
          {rights !== null && <Tabs.Tab value="rights">{words.rights}</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="general"><General employee={employee} edits={edits} setEdits={setEdits} refresh={refresh} /></Tabs.Panel>
        {accessRecords !== null && <Tabs.Panel value="records"><AccessPanel holder={{ kind: 'EMPLOYEE', id }} editing={access} /></Tabs.Panel>}
        {rights !== null && <Tabs.Panel value="rights"><RightsInForce rights={rights} id={id} /></Tabs.Panel>}
      </Tabs>
      {oneTime !== null && <Dialog title={words.oneTime(name)} onClose={() => setOneTime(null)}><Copyable>{oneTime}</Copyable></Dialog>}
    </Page>
  );
};

/** One employee: who it is, what it was given, and what it may do in all. */
export const EmployeePage = ({ id = '' }: { readonly id?: string }) => {
  const { data, error, loading, refresh } = useData(EmployeeDetailDocument, { id });
  if (data === null) return error === null ? <Loading /> : <FaultNotice error={error} retry={refresh} />;
  if (data.employee === null) return loading ? <Loading /> : <Empty title={text.shell.notFound} what={text.shell.notFoundWhat} />;
  return <Record employee={data.employee} refresh={refresh} />;
};
