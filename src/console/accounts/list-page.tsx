import { Badge, Button, Group, SegmentedControl, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { Link } from 'wouter';
import { useData } from '../api/use-data.js';
import { Empty } from '../parts/empty.js';
import { FaultNotice } from '../parts/faults.js';
import { HealthBadge } from '../parts/health-badge.js';
import { Page } from '../parts/page.js';
import type { PageCursor } from '../parts/pager.js';
import { FIRST, Pager } from '../parts/pager.js';
import { RowTable } from '../parts/row-table.js';
import { useMay } from '../session/viewer.js';
import { text } from '../text/text.js';
import type { AccountListQuery, SmtpAccountFilter, SmtpAccountOrder } from './accounts.generated.js';
import { AccountListDocument, AccountsLastDayDocument } from './accounts.generated.js';
import { LastDay } from './last-day.js';
import { NewAccount } from './new-account.js';

type Row = AccountListQuery['smtpAccounts']['edges'][number]['node'];

const words = text.accounts;
const FILTERS = { all: {}, inUse: { inUse: true }, missing: { missingSecret: true } } satisfies Record<string, SmtpAccountFilter>;
const serverOf = ({ settings }: Row): string => {
  if (settings === null) return words.notPosted;
  return settings.useSendGrid ? words.sendGrid : `${settings.server ?? ''}${settings.port === null ? '' : `:${settings.port}`}`;
};

const State = ({ row }: { row: Row }) => (
  <Group gap={4}>
    {row.sandbox && <Badge size="sm" variant="outline" color="gray" tt="none">{words.sandbox}</Badge>}
    {row.pausedAt !== null && <Badge size="sm" variant="light" color="red" tt="none">{words.paused}</Badge>}
    {row.settings === null && <Badge size="sm" variant="light" color="gray" tt="none">{words.notPosted}</Badge>}
    {row.health !== null && <HealthBadge state={row.health.state} />}
  </Group>
);

/** The SMTP accounts, to be found and opened. */
export const ListPage = () => {
  const may = useMay();
  const [search, setSearch] = useState('');
  const [wanted] = useDebouncedValue(search.trim(), 200);
  const [filter, setFilter] = useState<keyof typeof FILTERS>('all');
  const [orderBy, setOrderBy] = useState<SmtpAccountOrder>('NUMBER');
  const [cursor, setCursor] = useState<PageCursor>(FIRST);
  const [making, setMaking] = useState(false);
  const { data, error, loading, refresh } = useData(AccountListDocument, { filter: { ...FILTERS[filter], ...(wanted === '' ? {} : { text: wanted }) }, orderBy, ...cursor });
  const { data: day } = useData(AccountsLastDayDocument, {}, { pause: !may('EMAILS', 'ACCESS') });
  const rows = data?.smtpAccounts.edges.map(({ node }) => node) ?? null;
  const narrowed = wanted !== '' || filter !== 'all';
  return (
    <Page title={words.title} actions={may('SMTP_ACCOUNTS', 'ADD') && <Button onClick={() => setMaking(true)}>{words.new}</Button>}>
      <Group gap="sm" align="flex-end">
        <TextInput label={words.search} placeholder={words.searchHint} type="search" w="min(22rem, 100%)" value={search} onChange={({ currentTarget }) => { setSearch(currentTarget.value); setCursor(FIRST); }} />
        <SegmentedControl size="sm" aria-label={words.filter} value={filter} onChange={(next) => { setFilter(next as keyof typeof FILTERS); setCursor(FIRST); }} data={[{ value: 'all', label: words.showAll }, { value: 'inUse', label: words.showInUse }, { value: 'missing', label: words.showMissingSecret }]} />
      </Group>
      {error !== null && <FaultNotice error={error} retry={refresh} />}
      {rows !== null && rows.length === 0 && (narrowed
        ? <Empty title={words.noneFound} what={words.noneFoundWhat} />
        : <Empty title={words.none} what={words.noneWhat}>{may('SMTP_ACCOUNTS', 'ADD') && <Button onClick={() => setMaking(true)}>{words.new}</Button>}</Empty>)}
      {rows !== null && rows.length > 0 && (
        <RowTable label={words.title} rows={rows} busy={loading} keyOf={({ id }) => id} order={orderBy} onOrder={(next) => { setOrderBy(next as SmtpAccountOrder); setCursor(FIRST); }} columns={[
          { head: words.number, order: 'NUMBER', cell: (row) => row.number },
          { head: words.name, order: 'NAME', cell: (row) => <Link href={`/accounts/${row.id}`} className="cell-link">{row.name}</Link>, rowHead: true },
          { head: words.from, cell: (row) => (row.settings?.useSendGrid === true ? row.settings.sendGridEmailFrom ?? row.settings.emailFrom : row.settings?.emailFrom) ?? '' },
          { head: words.server, cell: serverOf },
          { head: words.usedBy, cell: (row) => <Text size="sm" lineClamp={2}>{row.usedBy.map(({ name }) => name).join(', ')}</Text> },
          ...(may('EMAILS', 'ACCESS') ? [{ head: words.lastDay, cell: ({ id }: Row) => <LastDay of={day?.mailStatistics.accounts.find(({ account }) => account.id === id)} /> }] : []),
          { head: words.state, cell: (row) => <State row={row} /> },
        ]} />
      )}
      {data !== null && <Pager info={data.smtpAccounts.pageInfo} total={data.smtpAccounts.totalCount} shown={rows?.length ?? 0} onMove={setCursor} />}
      {making && <NewAccount onClose={() => setMaking(false)} />}
    </Page>
  );
};
