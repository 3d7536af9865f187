import type { Api } from '../support/api.js';
import type { Load } from './load.js';
import type { Sink } from './sink.js';

/** An email as the log has it at the end. */
interface Entry { readonly id: string; readonly messageId: string; readonly subject: string; readonly status: string }

const PAGE = `query($after: String) { emails(first: 200, after: $after) {
  edges { node { id messageId subject status } } pageInfo { hasNextPage endCursor } } }`;

const wholeLog = async (api: Api): Promise<Entry[]> => {
  const entries: Entry[] = [];
  for (let after: string | null = null; ;) {
    const page: { edges: { node: Entry }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } = await api.get(PAGE, { after });
    entries.push(...page.edges.map(({ node }) => node));
    if (!page.pageInfo.hasNextPage) return entries;
    after = page.pageInfo.endCursor;
  }
};

const counted = (names: readonly string[]): Map<string, number> =>
  new Map([...Map.groupBy(names, (name) => name)].map(([name, group]) => [name, group.length]));
const moreThanOnce = (names: readonly string[]): string[] => [...counted(names)].flatMap(([name, count]) => (count > 1 ? [name] : []));

/** What became of everything that was asked for. Every list must be empty. */
export interface Reckoning {
  readonly sent: number;
  readonly unknown: number;
  /** In the log, though the caller was never told. */
  readonly unacknowledged: number;
  /** Acknowledged, and not in the log. */
  readonly lost: readonly string[];
  /** SENT, though the mail server never said yes to it. */
  readonly untrue: readonly string[];
  /** Arrived more than once. */
  readonly sentTwice: readonly string[];
  /** More than one email of one call. */
  readonly acceptedTwice: readonly string[];
  /** Neither SENT nor UNKNOWN, with the status. */
  readonly stuck: readonly string[];
  /** Arrived, and not in the log. */
  readonly strangers: readonly string[];
}

/** Holds the log against what the callers were told and what the mail server saw. Nothing may move any more. */
export const reckon = async (api: Api, load: Load, sink: Sink): Promise<Reckoning> => {
  const log = await wholeLog(api);
  const byId = new Map(log.map((entry) => [entry.id, entry]));
  const known = new Set(log.map(({ messageId }) => messageId));
  const takenIn = counted(sink.arrivals.filter(({ answered }) => answered).map(({ messageId }) => messageId));
  const told = new Set(load.acknowledged.map(({ id }) => id));
  const standing = (status: string): Entry[] => log.filter((entry) => entry.status === status);
  return {
    sent: standing('SENT').length,
    unknown: standing('UNKNOWN').length,
    unacknowledged: log.filter(({ id }) => !told.has(id)).length,
    lost: load.acknowledged.filter(({ id, messageId }) => byId.get(id)?.messageId !== messageId).map(({ subject }) => subject),
    untrue: standing('SENT').filter(({ messageId }) => takenIn.get(messageId) !== 1).map(({ subject }) => subject),
    sentTwice: moreThanOnce(sink.arrivals.map(({ messageId }) => messageId)),
    acceptedTwice: [...new Set([...moreThanOnce(log.map(({ subject }) => subject)), ...moreThanOnce(sink.arrivals.map(({ subject }) => subject))])],
    stuck: log.filter(({ status }) => status !== 'SENT' && status !== 'UNKNOWN').map(({ subject, status }) => `${subject}: ${status}`),
    strangers: sink.arrivals.filter(({ messageId }) => !known.has(messageId)).map(({ subject }) => subject),
  };
};
