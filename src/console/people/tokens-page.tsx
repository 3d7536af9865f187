import { Badge, Button, MultiSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Fault } from '../api/use-change.js';
import { useChange } from '../api/use-change.js';
import { useData } from '../api/use-data.js';
import { useAreaChoices } from '../choices/use-choices.js';
import { Copyable } from '../parts/copyable.js';
import { Dialog } from '../parts/dialog.js';
import { Empty } from '../parts/empty.js';
import { faultAt, FaultNotice } from '../parts/faults.js';
import { FormDialog } from '../parts/form-dialog.js';
import { Page } from '../parts/page.js';
import { Question } from '../parts/question.js';
import { RowTable } from '../parts/row-table.js';
import { When } from '../parts/when.js';
import { useMay } from '../session/viewer.js';
import { text } from '../text/text.js';
import { AccessGrid } from './access-grid.js';
import { givesAnything } from './levels.js';
import type { TokenListQuery } from './people.generated.js';
import { AddTokenDocument, RevokeTokenDocument, TokenListDocument } from './people.generated.js';
import type { RecordsOfFragment } from './record-types.js';

const words = text.people;
/** All of a new token is new. */
const NONE_EDITED: ReadonlySet<RecordsOfFragment['recordType']> = new Set();
type Token = TokenListQuery['applicationTokens'][number];

const NewToken = ({ onMade, onClose }: { onMade: (secret: string) => void; onClose: () => void }) => {
  const [name, setName] = useState('');
  const [areas, setAreas] = useState<string[]>([]);
  const [expiresAt, setExpiresAt] = useState('');
  const [records, setRecords] = useState<readonly RecordsOfFragment[]>([]);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [add, adding] = useChange(AddTokenDocument);
  const choices = useAreaChoices();
  const save = async (): Promise<void> => {
    const { payload, faults: wrong } = await add({ input: { name: name.trim(), areas: areas.length === 0 ? null : areas, expiresAt: expiresAt === '' ? null : new Date(expiresAt).toISOString(), records: [...records] } });
    setFaults(wrong);
    if (payload?.secret) onMade(payload.secret);
  };
  return (
    <FormDialog size="xl" title={words.newToken} verb={words.save} faults={faults} fields={['name', 'areas', 'expiresAt']} running={adding} onSave={save} onClose={onClose}>
      <TextInput label={words.name} required data-autofocus value={name} error={faultAt(faults, 'name')} onChange={({ currentTarget }) => setName(currentTarget.value)} />
      <MultiSelect label={words.limitTo} description={words.limitHint} clearable searchable data={choices} value={areas} error={faultAt(faults, 'areas')} onChange={setAreas} />
      <TextInput label={words.expiresAt} type="datetime-local" value={expiresAt} error={faultAt(faults, 'expiresAt')} onChange={({ currentTarget }) => setExpiresAt(currentTarget.value)} />
      <Text size="sm" fw={500}>{words.tokenRights}</Text>
      <AccessGrid records={records} edited={NONE_EDITED} readOnly={false} onEdit={(next) => setRecords([...records.filter(({ recordType }) => recordType !== next.recordType), ...(givesAnything(next) ? [next] : [])])} />
    </FormDialog>
  );
};

const State = ({ of: { revokedAt, expiresAt } }: { of: Token }) => {
  const ended = expiresAt !== null && Date.parse(expiresAt) < Date.now();
  return <Badge size="sm" variant="light" color={revokedAt !== null || ended ? 'gray' : 'teal'} tt="none">{revokedAt !== null ? words.revoked : ended ? words.expired : words.inForce}</Badge>;
};

const rightsOf = ({ accessRecords }: Token): string => accessRecords.map(({ recordType }) => words.types[recordType]).join(', ');

/** The programs that may call, each by a token of its own. */
export const TokensPage = () => {
  const may = useMay();
  const [making, setMaking] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const [revoking, setRevoking] = useState<Token | null>(null);
  const [revoke] = useChange(RevokeTokenDocument);
  const { data, error, refresh } = useData(TokenListDocument, {});
  const made = (shown: string): void => {
    setMaking(false);
    setSecret(shown);
    refresh();
  };
  return (
    <Page title={words.tokens} actions={may('APPLICATION_TOKENS', 'ADD') && <Button onClick={() => setMaking(true)}>{words.newToken}</Button>}>
      {error !== null && <FaultNotice error={error} retry={refresh} />}
      {data?.applicationTokens.length === 0 && <Empty title={words.noTokens} what={words.noTokensWhat} />}
      {data !== null && data.applicationTokens.length > 0 && (
        <RowTable label={words.tokens} rows={data.applicationTokens} keyOf={({ id }) => id} columns={[
          { head: words.name, rowHead: true, cell: ({ name }) => name }, { head: words.records, cell: rightsOf }, { head: words.areas, cell: ({ areas }) => areas?.join(', ') ?? words.everywhere },
          { head: words.made, cell: ({ createdAt, createdBy }) => <><When at={createdAt} /> {createdBy?.name ?? ''}</> },
          { head: words.expiresAt, cell: ({ expiresAt }) => (expiresAt === null ? words.never : <When at={expiresAt} kind="full" />) }, { head: words.state, cell: (row) => <State of={row} /> },
          ...(may('APPLICATION_TOKENS', 'ERASE') ? [{ head: words.actions, cell: (row: Token) => (row.revokedAt === null ? <Button size="compact-xs" variant="default" aria-label={`${words.revoke}: ${row.name}`} onClick={() => setRevoking(row)}>{words.revoke}</Button> : null) }] : []),
        ]} />
      )}
      {making && <NewToken onMade={made} onClose={() => setMaking(false)} />}
      {secret !== null && <Dialog title={words.secret} onClose={() => setSecret(null)}><Stack gap="sm"><Text size="sm">{words.secretWhat}</Text><Copyable>{secret}</Copyable></Stack></Dialog>}
      {revoking !== null && <Question title={words.revokeQuestion(revoking.name)} what={words.revokeWhat} verb={words.revoke} onClose={() => setRevoking(null)} carryOut={async () => { const { faults } = await revoke({ id: revoking.id }); refresh(); return faults; }} />}
    </Page>
  );
};
