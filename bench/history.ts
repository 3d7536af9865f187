import type { Bench, Effort, Figure } from './harness/bench.ts';
import { benchFolder } from './harness/folder.ts';
import { fillHistory, forgetSince } from './harness/history.ts';
import { openMailDesk, setPaused } from './harness/mail-desk.ts';
import { SEND_ONE } from './harness/message.ts';
import { Outbox } from './harness/outbox.ts';
import type { Postroom } from './harness/postroom.ts';
import { startPostroom } from './harness/postroom.ts';
import type { Side } from './harness/side-by-side.ts';
import { pairsOf, sideBySide } from './harness/side-by-side.ts';
import { load, loadUntil } from './harness/wrk.ts';

const MANY = 1_000_000;
const FEW = 1_000;
const CALLERS = 32;
const READERS = 4;
/** A round of accepting ends by number, so that it adds as much to the small database as to the large one. */
const ACCEPTED_A_SECOND = 1_000;
/** A port on which nothing listens: nothing is delivered here. */
const NO_SERVER = 9;

const BOUND = { atMost: 1.2, aim: 1.05 };

/** What a list of emails shows, as the ready operation of schema/operations asks for it. */
const NODES = 'edges { node { id status parkedReason area recipients { address kind status } source { type id } batch sentAt } cursor } pageInfo { hasNextPage endCursor }';
const PAGE = JSON.stringify({ query: `{ emails(first: 20) { ${NODES} } }` });
/** A total is counted up to 10,000: of a small database that is less to count, whatever else is the same. */
const PAGE_AND_TOTAL = JSON.stringify({ query: `{ emails(first: 20) { ${NODES} totalCount } }` });

interface Desk { readonly postroom: Postroom; readonly token: string; readonly folder: string }

/** A desk with so many emails behind it. */
const deskWith = async (folder: string, rows: number): Promise<Desk> => {
  const first = await startPostroom(folder);
  const { accountId, token } = await openMailDesk(first.admin, NO_SERVER);
  await setPaused(first.admin, accountId, true);
  await first.stop();
  fillHistory(folder, rows, accountId);
  return { postroom: await startPostroom(folder), token, folder };
};

/** Milliseconds for each email accepted. */
const accepting = ({ postroom, token, folder }: Desk, seconds: number): Side => async () => {
  using outbox = new Outbox(folder);
  const [since, before] = [Date.now(), outbox.count('email')];
  const begun = performance.now();
  await loadUntil({ url: postroom.url, token, template: SEND_ONE, connections: CALLERS, answers: ACCEPTED_A_SECOND * seconds });
  const took = performance.now() - begun;
  const accepted = outbox.count('email') - before;
  await outbox.still();
  forgetSince(folder, since);
  return took / accepted;
};

/** Milliseconds for each page read. */
const reading = ({ postroom }: Desk, template: string, seconds: number): Side => async () =>
  1000 / (await load({ url: postroom.url, token: postroom.admin.token ?? '', template, connections: READERS, seconds })).perSecond;

/** Whether accepting and reading the newest emails take longer after years of emails. */
export const history: Bench = {
  name: 'history',
  run: async ({ rounds, seconds, share }: Effort): Promise<readonly Figure[]> => {
    const rows = Math.round(MANY * share);
    using manyFolder = benchFolder('history-many');
    using fewFolder = benchFolder('history-few');
    const [many, few] = [await deskWith(manyFolder.path, rows), await deskWith(fewFolder.path, FEW)];
    await using _many = many.postroom;
    await using _few = few.postroom;
    const figure = async (what: string, bound: Figure['bound'], side: (desk: Desk) => Side): Promise<Figure> => {
      const seen = await sideBySide(rounds, { [`${what}, many`]: side(many), [`${what}, few`]: side(few) });
      return {
        what: `${what}, ${rows.toLocaleString('en-US')} emails of history`, against: `${FEW.toLocaleString('en-US')} emails of history`, unit: 'ms',
        pairs: pairsOf(seen[`${what}, many`] ?? [], seen[`${what}, few`] ?? []), by: 'ratio', bound,
      };
    };
    return [
      await figure('accept', BOUND, (desk) => accepting(desk, seconds)),
      await figure('first page of `emails`', BOUND, (desk) => reading(desk, PAGE, seconds)),
      await figure('first page of `emails` with its `totalCount`', null, (desk) => reading(desk, PAGE_AND_TOTAL, seconds)),
    ];
  },
};
