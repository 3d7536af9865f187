import { setTimeout } from 'node:timers/promises';
import { fill } from './harness/backlog.ts';
import type { Bench, Effort, Figure } from './harness/bench.ts';
import { benchFolder } from './harness/folder.ts';
import { openMailDesk } from './harness/mail-desk.ts';
import type { MariaDb } from './harness/mariadb.ts';
import { openMariaDb } from './harness/mariadb.ts';
import type { Peer } from './harness/peer.ts';
import { startPeer } from './harness/peer.ts';
import { startPostroom, startProcess } from './harness/postroom.ts';
import type { Side } from './harness/side-by-side.ts';
import { pairsOf, sideBySide } from './harness/side-by-side.ts';
import type { Order } from './peers/slow-sink.ts';

/** What the sink takes for each command: four of them are a message, so that a connection carries 12.5 a second at most. */
const ANSWER_MS = 20;
/** Emails that wait when a side begins: more than it can send. */
const BACKLOG = 10_000;
/** What was sent when all workers have found their work, for each of them. */
const UNDER_WAY = 100;
/** A side is measured for as long as two of others, since what it waits for is not its own speed. */
const TIMES_AS_LONG = 2;
const WORKERS_AT_MOST = 4;
/** So few that a worker waits for the sink and does not compute, however small the machine: then 4 of them can carry 4 times as much. */
const IN_HAND = 4;
/** The backlog goes by so many accounts with so many connections each, so that no account's limit binds, however many workers share it. */
const DESK = { areas: WORKERS_AT_MOST * 2, connections: 50 };

type Sink = Peer<Order, number>;

const taken = async (sink: Sink): Promise<number> => await sink.ask({ answerMs: ANSWER_MS });

/** Emails a second that so many workers carry, once all of them are under way. */
const workersCarry = (count: number, start: () => Promise<AsyncDisposable>, sink: Sink, database: MariaDb, seconds: number): Side => async () => {
  await using workers = new AsyncDisposableStack();
  const before = await taken(sink);
  for (let worker = 0; worker < count; worker += 1) workers.use(await start());
  while (await taken(sink) < before + UNDER_WAY * count) await setTimeout(100);
  const [begun, from] = [performance.now(), await taken(sink)];
  await setTimeout(seconds * TIMES_AS_LONG * 1000);
  const rate = (await taken(sink) - from) / ((performance.now() - begun) / 1000);
  if (await database.waiting() === 0) throw new Error('The backlog did not last');
  return rate;
};

/**
 * Workers of one installation on MariaDB and Redis, against a sink that is slow to answer, each with few emails in hand, so
 * that a worker waits and does not compute. An `api` process is there all the time, and carries nothing.
 */
export const scale: Bench = {
  name: 'scale',
  run: async ({ rounds, seconds }: Effort): Promise<readonly Figure[]> => {
    using folder = benchFolder('scale');
    await using database = await openMariaDb();
    await using sink = startPeer<Order, number>('slow-sink.ts');
    const environment = { POSTROOM_EMAILS_IN_HAND: String(IN_HAND), POSTROOM_DATABASE_URL: database.url, POSTROOM_QUEUE_URL: 'redis://127.0.0.1:6379' };
    const port = await sink.ask({ answerMs: ANSWER_MS });
    await using postroom = await startPostroom(folder.path, { ...environment, POSTROOM_ROLE: 'api' });
    const desk = await openMailDesk(postroom.admin, port, DESK);
    const startWorker = async (): Promise<AsyncDisposable> => await startProcess(folder.path, { ...environment, POSTROOM_ROLE: 'worker' });
    const side = (count: number): Side => async () => {
      const missing = BACKLOG - await database.waiting();
      if (missing > 0) await fill(postroom.url, desk, missing);
      return await workersCarry(count, startWorker, sink, database, seconds)();
    };
    const seen = await sideBySide(rounds, { '1 worker': side(1), '2 workers': side(2), '4 workers': side(4) });
    const figure = (count: 2 | 4): Figure => ({
      what: `${count} workers on MariaDB and Redis, against a sink that takes ${ANSWER_MS} ms a command`, against: `1 worker, times ${count}`, unit: 'emails/s',
      pairs: pairsOf(seen[`${count} workers`], seen['1 worker'].map((rate) => rate * count)), by: 'ratio', bound: { atLeast: 0.9, aim: 0.97 },
    });
    return [figure(2), figure(4)];
  },
};
