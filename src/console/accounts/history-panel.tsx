import { Accordion, Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useData } from '../api/use-data.js';
import { RowTable } from '../parts/row-table.js';
import { When } from '../parts/when.js';
import { useMay } from '../session/viewer.js';
import { text } from '../text/text.js';
import type { AccountAuditQuery } from './accounts.generated.js';
import { AccountAuditDocument, TestHistoryDocument } from './accounts.generated.js';
import type { Account } from './fields.js';
import { StageList } from './stage-list.js';
import { TestOutcome } from './test-outcome.js';

const words = text.accounts.history;
const STEP = 10;
type Change = AccountAuditQuery['auditEvents']['edges'][number]['node']['changes'][number];

const Changes = ({ changes }: { changes: readonly Change[] }) => (
  <List size="sm" listStyleType="none">{changes.map(({ field, before, after }, at) => <List.Item key={`${field} ${String(at)}`}>{field}: {before ?? '–'} → {after ?? '–'}</List.Item>)}</List>
);

const Tests = ({ id }: { id: string }) => {
  const [first, setFirst] = useState(STEP);
  const { data } = useData(TestHistoryDocument, { id, first });
  const tests = data?.smtpAccount?.tests;
  if (tests?.edges.length === 0) return <Text size="sm" c="dimmed">{words.noTests}</Text>;
  return (
    <Stack gap="xs">
      <Accordion variant="contained" chevronPosition="left">
        {tests?.edges.map(({ node }) => (
          <Accordion.Item key={node.id} value={node.id}>
            <Accordion.Control><Text size="sm"><When at={node.startedAt} kind="full" /> · {text.testing.outcome[node.state]} · {node.startedByName} · {node.server}</Text></Accordion.Control>
            <Accordion.Panel><Stack gap="sm"><TestOutcome test={node} /><StageList stages={node.stages} running={false} /></Stack></Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
      {tests?.pageInfo.hasNextPage === true && <Group><Button size="xs" variant="default" onClick={() => setFirst(first + STEP)}>{words.more}</Button></Group>}
    </Stack>
  );
};

const Audit = ({ id }: { id: string }) => {
  const [first, setFirst] = useState(STEP);
  const { data } = useData(AccountAuditDocument, { id, first });
  const events = data?.auditEvents;
  if (events?.edges.length === 0) return <Text size="sm" c="dimmed">{words.none}</Text>;
  return (
    <Stack gap="xs">
      <RowTable label={words.changes} rows={events?.edges.map(({ node }) => node) ?? []} keyOf={(row) => row.id} columns={[
        { head: words.when, cell: ({ at }) => <When at={at} kind="full" /> }, { head: words.who, cell: ({ actorName }) => actorName },
        { head: words.what, cell: ({ action }) => action }, { head: words.field, cell: ({ changes }) => <Changes changes={changes} /> },
      ]} />
      {events?.pageInfo.hasNextPage === true && <Group><Button size="xs" variant="default" onClick={() => setFirst(first + STEP)}>{words.more}</Button></Group>}
    </Stack>
  );
};

/** What was done to an account, with before and after, and every test of it. */
export const HistoryPanel = ({ account: { id } }: { account: Account }) => {
  const may = useMay();
  return (
    <Stack gap="lg">
      <section><Title order={2} mb="sm">{words.tests}</Title><Tests id={id} /></section>
      {may('AUDIT', 'ACCESS') && <section><Title order={2} mb="sm">{words.changes}</Title><Audit id={id} /></section>}
    </Stack>
  );
};
