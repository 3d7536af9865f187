import { Alert, Badge, Button, Group, List, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useState } from 'react';
import type { Fault } from '../api/use-change.js';
import { useChange } from '../api/use-change.js';
import { Diagnosis } from '../parts/diagnosis.js';
import { faultAt, Faults } from '../parts/faults.js';
import { HealthBadge } from '../parts/health-badge.js';
import { When } from '../parts/when.js';
import { useMay } from '../session/viewer.js';
import { text } from '../text/text.js';
import { CheckAccountRecordDocument, RenameAccountRecordDocument } from './accounts.generated.js';
import type { Account } from './fields.js';

const words = text.accounts;

const Health = ({ account, refresh }: { account: Account; refresh: () => void }) => {
  const may = useMay();
  const [check, running] = useChange(CheckAccountRecordDocument);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const { health } = account;
  if (account.sandbox || account.settings === null) return null;
  const look = async (): Promise<void> => {
    setFaults((await check({ id: account.id })).faults);
    refresh();
  };
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <HealthBadge state={health?.state ?? 'UNKNOWN'} />
        {health !== null && <Text size="sm" c="dimmed">{words.since} <When at={health.since} /> · {words.checked.toLowerCase()} {health.checkedAt === null ? words.never.toLowerCase() : <When at={health.checkedAt} />} · {words.nextCheck.toLowerCase()} <When at={health.nextCheckAt} /></Text>}
        {may('SMTP_ACCOUNTS', 'MODIFY') && <Button size="compact-xs" variant="default" loading={running} onClick={() => { void look(); }}>{words.checkNow}</Button>}
      </Group>
      <Faults faults={faults} />
      {health !== null && health.warnings.length > 0 && <Alert color="yellow" p="sm"><List size="sm">{health.warnings.map(({ kind, message }) => <List.Item key={kind}>{message}</List.Item>)}</List></Alert>}
      {health?.diagnosis != null && <Diagnosis diagnosis={health.diagnosis} />}
    </Stack>
  );
};

interface Props { readonly account: Account; readonly name: string; readonly setName: (typed: string) => void; readonly refresh: () => void }

const Name = ({ account, name, setName, refresh }: Props) => {
  const may = useMay();
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [rename, running] = useChange(RenameAccountRecordDocument);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setFaults((await rename({ id: account.id, name: name.trim(), version: account.version })).faults);
    refresh();
  };
  return (
    <form onSubmit={(event) => { void save(event); }}>
      <Stack gap="sm" maw="40rem">
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
          <TextInput label={words.number} value={account.number} readOnly disabled />
          <TextInput label={words.name} required disabled={!may('SMTP_ACCOUNTS', 'MODIFY')} value={name} error={faultAt(faults, 'name')} onChange={({ currentTarget }) => setName(currentTarget.value)} />
        </SimpleGrid>
        <Faults faults={faults} except={['name']} />
        {name.trim() !== account.name && <Group gap="xs"><Button type="submit" size="xs" loading={running}>{words.rename}</Button></Group>}
      </Stack>
    </form>
  );
};

/** What an account is, and how it stands. */
export const GeneralPanel = ({ account, name, setName, refresh }: Props) => (
  <Stack gap="lg">
    {account.pausedAt !== null && <Alert color="red" p="sm">{account.pauseReason === 'FAULT' ? words.pausedByFault : words.pausedByHand}</Alert>}
    {account.sandbox && <Group><Badge variant="outline" color="gray" tt="none">{words.sandbox}</Badge></Group>}
    <Name account={account} name={name} setName={setName} refresh={refresh} />
    <Health account={account} refresh={refresh} />
  </Stack>
);
