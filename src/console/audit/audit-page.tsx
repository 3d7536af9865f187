import { List, Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useData } from '../api/use-data.js';
import { Empty } from '../parts/empty.js';
import { FaultNotice } from '../parts/faults.js';
import { ForwardPager, usePages } from '../parts/forward-pager.js';
import { Page } from '../parts/page.js';
import { RowTable } from '../parts/row-table.js';
import { When } from '../parts/when.js';
import { text } from '../text/text.js';
import type { AuditAction, AuditFilter, AuditLogQuery, AuditSubject } from './audit.generated.js';
import { AuditLogDocument } from './audit.generated.js';

const words = text.audit;
const PAGE = 30;
type Event = AuditLogQuery['auditEvents']['edges'][number]['node'];

const ACTIONS: readonly AuditAction[] = [
  'ACCESS_RECORDS_SET', 'ACTIVATED', 'CANCELLED', 'CONTENT_READ', 'CREATED', 'DEACTIVATED', 'DISABLED', 'DISCOVERED', 'ENABLED', 'ERASED', 'EXPORTED', 'IMPORTED',
  'INSTANCE_CONFIRMED', 'KEYS_ROTATED', 'MIGRATED', 'OUTCOME_RESOLVED', 'PASSWORD_CHANGED', 'PASSWORD_RESET', 'PAUSED', 'POSTED', 'PURGED', 'RELEASED', 'RENAMED', 'REROUTED',
  'RESENT', 'RESUMED', 'RETRIED', 'REVOKED', 'SETTINGS_LOOKED_UP', 'SIGNED_IN', 'SIGNED_OUT', 'SIGN_IN_REFUSED', 'TAKEN_FOR_COPY', 'TESTED', 'UPDATED',
];
const SUBJECTS: readonly AuditSubject[] = [
  'APPLICATION_TOKEN', 'CAPTURED_EMAIL', 'EMAIL', 'EMAIL_AREA', 'EMAIL_CONTENT', 'EMPLOYEE', 'INSTALLATION', 'QUOTA_GROUP', 'ROLE', 'SESSION', 'SMTP_ACCOUNT', 'SMTP_CONFIGURATION',
];

/** `SMTP_ACCOUNT` as people read it. */
const readable = (name: string): string => name.charAt(0) + name.slice(1).toLowerCase().replaceAll('_', ' ').replace('smtp', 'SMTP');
const choices = (names: readonly string[]) => names.map((value) => ({ value, label: readable(value) }));

const Changes = ({ of: { changes } }: { of: Event }) => (
  <List size="sm" listStyleType="none">
    {changes.map(({ field, before, after }, at) => <List.Item key={`${field} ${String(at)}`}>{field}: {before !== null && <><del aria-label={words.was}>{before}</del> → </>}<ins aria-label={words.is}>{after ?? '–'}</ins></List.Item>)}
  </List>
);

/** Who did what, when, to what, with each field before and after; secrets never stand here. */
export const AuditPage = () => {
  const [filter, setFilter] = useState<AuditFilter>({});
  const [search, setSearch] = useState('');
  const [wanted] = useDebouncedValue(search.trim(), 250);
  const pages = usePages();
  const { data, error, loading, refresh } = useData(AuditLogDocument, { filter: { ...filter, ...(wanted === '' ? {} : { text: wanted }) }, first: PAGE, after: pages.after });
  const rows = data?.auditEvents.edges.map(({ node }) => node) ?? null;
  const set = (change: AuditFilter): void => {
    setFilter(Object.fromEntries(Object.entries({ ...filter, ...change }).filter(([, value]) => value !== null && value !== '')));
    pages.restart();
  };
  const moment = (typed: string): string | null => (typed === '' ? null : new Date(typed).toISOString());
  return (
    <Page title={words.title}>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 5 }} spacing="sm" verticalSpacing="xs" role="search" aria-label={words.title}>
        <TextInput size="xs" label={words.search} placeholder={words.searchHint} type="search" value={search} onChange={({ currentTarget }) => { setSearch(currentTarget.value); pages.restart(); }} />
        <Select size="xs" label={words.action} placeholder={words.any} clearable searchable data={choices(ACTIONS)} value={filter.action ?? null} onChange={(next) => set({ action: next as AuditAction | null })} />
        <Select size="xs" label={words.subject} placeholder={words.any} clearable searchable data={choices(SUBJECTS)} value={filter.subject ?? null} onChange={(next) => set({ subject: next as AuditSubject | null })} />
        <TextInput size="xs" label={words.from} type="datetime-local" onChange={({ currentTarget }) => set({ from: moment(currentTarget.value) })} />
        <TextInput size="xs" label={words.before} type="datetime-local" onChange={({ currentTarget }) => set({ before: moment(currentTarget.value) })} />
      </SimpleGrid>
      {error !== null && <FaultNotice error={error} retry={refresh} />}
      {rows !== null && rows.length === 0 && <Empty title={words.none} what={words.noneWhat} />}
      {rows !== null && rows.length > 0 && (
        <RowTable label={words.title} rows={rows} busy={loading} keyOf={({ id }) => id} columns={[
          { head: words.when, cell: ({ at }) => <When at={at} kind="full" /> },
          { head: words.who, cell: ({ actorName, address }) => <>{actorName}{address !== null && <Text size="xs" c="dimmed">{address}</Text>}</> },
          { head: words.what, cell: ({ action }) => readable(action) },
          { head: words.of, cell: ({ subject, subjectName }) => `${readable(subject)}${subjectName === null ? '' : ` ${subjectName}`}` },
          { head: words.changes, cell: (row) => <Changes of={row} /> },
        ]} />
      )}
      {data !== null && <ForwardPager pages={pages} info={data.auditEvents.pageInfo} total={data.auditEvents.totalCount} />}
    </Page>
  );
};
