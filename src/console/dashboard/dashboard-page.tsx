import { Group, Paper, Progress, SegmentedControl, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { Link, useSearchParams } from 'wouter';
import { useData } from '../api/use-data.js';
import { Bars } from '../parts/bars.js';
import { FaultNotice } from '../parts/faults.js';
import { Loading } from '../parts/loading.js';
import { Page } from '../parts/page.js';
import { RowTable } from '../parts/row-table.js';
import { inFull, When } from '../parts/when.js';
import { text } from '../text/text.js';
import { Welcome } from '../welcome/welcome.js';
import type { DashboardQuery } from './dashboard.generated.js';
import { DashboardDocument } from './dashboard.generated.js';

const words = text.dashboard;
const RANGES = ['1', '24', '168', '720'] as const;
/** As long as an answer of the API is good: a long range moves slowly. */
const everyMs = (hours: number): number => (hours <= 24 ? 10_000 : 60_000);
type Statistics = DashboardQuery['mailStatistics'];

const Figure = ({ name, value, href }: { name: string; value: string; href?: string }) => (
  <Paper withBorder p="sm">
    <Text size="xs" c="dimmed">{name}</Text>
    {href === undefined ? <span className="figure">{value}</span> : <Link href={href} className="cell-link figure">{value}</Link>}
  </Paper>
);

const Part = ({ title, empty, children }: { title: string; empty: string | null; children: ReactNode }) => (
  <section><Title order={2} mb="xs">{title}</Title>{empty === null ? children : <Text size="sm" c="dimmed">{empty}</Text>}</section>
);

/** Emails of the time that is shown, in the words of the log's filters: moments there are typed in the zone of the browser. */
const emailsOf = ({ bars: [first] }: Statistics, filter: Readonly<Record<string, string>>): string => {
  const at = first === undefined ? null : new Date(first.at);
  const from = at === null ? {} : { acceptedFrom: new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16) };
  return `/emails?${new URLSearchParams({ ...filter, ...from }).toString()}`;
};

const sum = ({ bars }: Statistics, kind: 'accepted' | 'sent' | 'failed' | 'waiting'): number => bars.reduce((total, bar) => total + bar[kind], 0);

const Figures = ({ of }: { of: Statistics }) => {
  const [sent, failed] = [sum(of, 'sent'), sum(of, 'failed')];
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, lg: 5 }} spacing="sm">
      <Figure name={words.accepted} value={sum(of, 'accepted').toLocaleString()} href={emailsOf(of, {})} />
      <Figure name={words.sent} value={sent.toLocaleString()} href={emailsOf(of, { status: 'SENT,CAPTURED' })} />
      <Figure name={words.failed} value={failed.toLocaleString()} href={emailsOf(of, { status: 'FAILED,UNKNOWN' })} />
      <Figure name={words.waiting} value={of.queues.reduce((total, { due, parked }) => total + due + parked, 0).toLocaleString()} href="/emails?status=SCHEDULED,QUEUED,SENDING,PARKED" />
      <Figure name={words.success} value={sent + failed === 0 ? '–' : words.percent(sent / (sent + failed))} />
    </SimpleGrid>
  );
};

const Tables = ({ of }: { of: Statistics }) => {
  const { accounts, queues, diagnoses, limits } = of;
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
      <Part title={words.accounts} empty={accounts.length === 0 ? words.noMail : null}>
        <RowTable label={words.accounts} rows={accounts} keyOf={({ account }) => account.id} columns={[
          { head: words.account, rowHead: true, cell: ({ account }) => <Link href={emailsOf(of, { accountId: account.id })} className="cell-link">{account.number} {account.name}</Link> },
          { head: words.sent, align: 'right', cell: ({ sent }) => sent.toLocaleString() }, { head: words.failed, align: 'right', cell: ({ failed }) => failed.toLocaleString() },
          { head: words.waiting, align: 'right', cell: ({ waiting }) => waiting.toLocaleString() },
          { head: words.latency, align: 'right', cell: ({ meanLatencyMs }) => (meanLatencyMs === null ? '–' : text.testing.milliseconds(meanLatencyMs)) },
        ]} />
      </Part>
      <Part title={words.queue} empty={queues.length === 0 ? words.nothingWaits : null}>
        <RowTable label={words.queue} rows={queues} keyOf={({ account, area }) => `${account?.id ?? ''} ${area ?? ''}`} columns={[
          { head: words.account, cell: ({ account }) => (account === null ? words.noAccount : `${account.number} ${account.name}`) }, { head: words.area, cell: ({ area }) => area ?? '' },
          { head: words.due, align: 'right', cell: ({ due }) => due.toLocaleString() }, { head: words.parked, align: 'right', cell: ({ parked }) => parked.toLocaleString() },
          { head: words.oldest, cell: ({ oldestAt }) => <When at={oldestAt} /> },
        ]} />
      </Part>
      <Part title={words.diagnoses} empty={diagnoses.length === 0 ? words.nothingWrong : null}>
        <RowTable label={words.diagnoses} rows={diagnoses} keyOf={({ diagnosisId }) => diagnosisId} columns={[
          { head: words.diagnosis, rowHead: true, cell: ({ diagnosisId }) => <Link href={emailsOf(of, { diagnosisId })} className="cell-link">{diagnosisId}</Link> },
          { head: words.count, align: 'right', cell: ({ count }) => count.toLocaleString() },
        ]} />
      </Part>
      <Part title={words.limits} empty={limits.length === 0 ? words.noLimits : null}>
        <RowTable label={words.limits} rows={limits} keyOf={({ account, unit, most }) => `${account.id} ${unit} ${String(most)}`} columns={[
          { head: words.account, rowHead: true, cell: ({ account }) => `${account.number} ${account.name}` }, { head: words.window, cell: ({ unit }) => words.units[unit] },
          { head: words.used, cell: ({ taken, most }) => <Stack gap={2}><Text size="sm">{words.usedOf(taken, most)}</Text><Progress value={Math.min(100, (taken / Math.max(1, most)) * 100)} size="xs" aria-label={words.usedOf(taken, most)} /></Stack> },
        ]} />
      </Part>
    </SimpleGrid>
  );
};

/** How mail goes, at a glance; asks anew every ten seconds while somebody looks. */
export const DashboardPage = () => {
  const [query, setQuery] = useSearchParams();
  const hours = RANGES.find((range) => range === query.get('hours')) ?? '24';
  const { data, error, loading, refresh } = useData(DashboardDocument, { hours: Number(hours) });
  useEffect(() => {
    // Begun anew with each answer, so that a slow one is not asked for twice at a time.
    const again = setInterval(() => { if (document.visibilityState === 'visible' && !loading) refresh(); }, everyMs(Number(hours)));
    return () => clearInterval(again);
  });
  const shown = data?.mailStatistics;
  return (
    <Page title={words.title} actions={<SegmentedControl size="xs" aria-label={words.range} value={hours} onChange={(next) => setQuery({ hours: next }, { replace: true })} data={RANGES.map((value) => ({ value, label: words.ranges[value] }))} />}>
      <Welcome />
      {error !== null && <FaultNotice error={error} retry={refresh} />}
      {shown === undefined && error === null && <Loading />}
      {shown !== undefined && (
        <Stack gap="lg">
          <Figures of={shown} />
          <section>
            <Title order={2} mb="xs">{words.throughput}</Title>
            <Bars label={words.throughput} bars={shown.bars.map(({ at, sent, failed, waiting }) => ({ key: at, words: words.bar(inFull(at), sent, failed, waiting), parts: [{ kind: 'sent', value: sent }, { kind: 'waiting', value: waiting }, { kind: 'failed', value: failed }] }))} />
            <Group gap="md" mt={4} aria-hidden>{(['sent', 'waiting', 'failed'] as const).map((kind) => <Group key={kind} gap={4}><svg width="10" height="10"><rect width="10" height="10" className={`bar-${kind}`} /></svg><Text size="xs" c="dimmed">{words[kind]}</Text></Group>)}</Group>
          </section>
          <Tables of={shown} />
        </Stack>
      )}
    </Page>
  );
};
