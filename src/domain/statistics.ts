import type { EmailStatus } from './email.js';

/** How a range of time is cut for a chart, so that it has some dozens of bars and each begins at a round moment of UTC. Seconds. */
const STEPS = [60, 300, 900, 3_600, 21_600, 86_400] as const;
const BARS_AT_MOST = 62;

/** A range of time in bars of one length. Times in UTC milliseconds; `before` is the end of the last bar. */
export interface Bars { readonly from: number; readonly before: number; readonly stepMs: number; readonly count: number }

/** The bars of the last so many hours, up to the one that is going on. */
export const barsOf = (hours: number, now: number): Bars => {
  const step = STEPS.find((one) => (hours * 3_600) / one <= BARS_AT_MOST - 1) ?? 86_400;
  const stepMs = step * 1_000;
  const before = Math.ceil((now + 1) / stepMs) * stepMs;
  const count = Math.ceil((hours * 3_600) / step);
  return { from: before - count * stepMs, before, stepMs, count };
};

/** How many emails were accepted in a bar, and how they stand now. */
export interface MailBar { readonly at: number; readonly accepted: number; readonly sent: number; readonly failed: number; readonly waiting: number }

/** What a status is, as far as one cares to see at a glance; cancelled ones are only accepted. */
const KIND: Readonly<Record<EmailStatus, 'sent' | 'failed' | 'waiting' | null>> = {
  SENT: 'sent', CAPTURED: 'sent', FAILED: 'failed', UNKNOWN: 'failed', SCHEDULED: 'waiting', QUEUED: 'waiting', SENDING: 'waiting', PARKED: 'waiting', CANCELLED: null,
};

export interface StatusCount { readonly status: EmailStatus; readonly count: number }

/** Counts of statuses, summed up. */
export const tallied = (counts: readonly StatusCount[]): Omit<MailBar, 'at'> => {
  const of = (kind: 'sent' | 'failed' | 'waiting'): number => counts.reduce((sum, { status, count }) => sum + (KIND[status] === kind ? count : 0), 0);
  return { accepted: counts.reduce((sum, { count }) => sum + count, 0), sent: of('sent'), failed: of('failed'), waiting: of('waiting') };
};

/** Every bar of a range, also those without emails. */
export const barsFilled = ({ from, stepMs, count }: Bars, found: readonly (StatusCount & { readonly bar: number })[]): MailBar[] => {
  const byBar = Map.groupBy(found, ({ bar }) => bar);
  return Array.from({ length: count }, (_, bar) => ({ at: from + bar * stepMs, ...tallied(byBar.get(bar) ?? []) }));
};

/** When an id was made: the first 48 bits of a UUIDv7 are UTC milliseconds (RFC 9562 section 5.7). */
export const madeAt = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
