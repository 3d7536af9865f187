import { randomInt } from 'node:crypto';
import { scheduler } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import type { Api } from '../support/api.js';
import { apiAt } from '../support/api.js';
import { backEnd } from '../support/back-end.js';
import type { Chance } from '../support/chance.js';
import { chanceFrom } from '../support/chance.js';
import { eventually } from '../support/eventually.js';
import { describeWithRedis, SHARED_REDIS } from '../support/redis.js';
import { countOf } from '../support/sending.js';
import { ADMIN } from '../support/server.js';
import { accountAt } from '../support/account-testing.js';
import type { Member } from './fleet.js';
import { Fleet } from './fleet.js';
import { Load } from './load.js';
import { reckon } from './reckoning.js';
import { Sink } from './sink.js';

const KILLS = Number(process.env['POSTROOM_CHAOS_KILLS'] ?? 4);
const SEED = Number(process.env['POSTROOM_CHAOS_SEED'] ?? randomInt(2 ** 31));

/** A killed process is hit in the middle of a conversation with the mail server, within so many steps of its life, … */
const STEPS_AT_MOST = 600;
/** … or, so often of 1, while it starts. */
const WHILE_STARTING = 0.15;
const STARTING_MS_AT_MOST = 1_500;
const ANYTHING_MOVES = { status: ['SCHEDULED', 'QUEUED', 'SENDING', 'PARKED'] };

/** Kills one process at a moment of chance and starts it again, which may be killed while it starts. */
const killOnce = async (fleet: Fleet, sink: Sink, chance: Chance): Promise<void> => {
  const at = chance.below(fleet.size);
  const steps = 1 + chance.below(STEPS_AT_MOST);
  const reached = Promise.withResolvers<void>();
  // Killed within the step, before it is answered.
  sink.after(steps, () => { fleet.kill(at).then(reached.resolve, reached.reject); });
  await reached.promise;
  while (chance.happens(WHILE_STARTING)) {
    const starting = fleet.started(at);
    await scheduler.wait(chance.below(STARTING_MS_AT_MOST));
    await fleet.kill(at);
    await starting;
  }
  await fleet.started(at);
};

const idle = async (api: Api): Promise<void> => {
  await eventually(async () => await countOf(api, ANYTHING_MOVES), (count) => count === 0, 120_000);
};

/** Kills the processes of one installation again and again under load, and holds the log against what callers were told and what arrived. */
const killedUnderLoad = async (members: readonly Member[]): Promise<object> => {
  process.stderr.write(`chaos: POSTROOM_CHAOS_SEED=${SEED} on ${backEnd()}\n`);
  const chance = chanceFrom(SEED);
  await using sink = await Sink.start(chanceFrom(SEED + 1));
  await using fleet = await Fleet.start(members, backEnd());
  const admin = await apiAt(fleet.url, null).signedIn(ADMIN.email, ADMIN.password);
  const accountId = await accountAt(admin, { server: '127.0.0.1', port: sink.port, security: 'NONE', authentication: 'NONE', emailFrom: 'chaos@example.com' });
  await admin.get('mutation { setMailEnabled(enabled: true) { userErrors { code } } }');
  const load = new Load(admin, sink, accountId, chanceFrom(SEED + 2));
  load.start();
  for (let kills = 0; kills < KILLS; kills += 1) await killOnce(fleet, sink, chance);
  await load.stop();
  await idle(admin);
  const reckoning = await reckon(admin, load, sink);
  process.stderr.write(`chaos: ${JSON.stringify({ kills: KILLS, acknowledged: load.acknowledged.length, unanswered: load.unanswered.size, ...reckoning })}\n`);
  expect(reckoning.sent + reckoning.unknown).toBe(load.acknowledged.length + reckoning.unacknowledged);
  expect(reckoning.unacknowledged).toBeLessThanOrEqual(load.unanswered.size);
  // A run in which nothing was hit would prove nothing.
  expect(load.acknowledged.length).toBeGreaterThan(KILLS);
  expect(sink.arrivals.length).toBeGreaterThan(KILLS);
  return reckoning;
};

const NOTHING_WRONG = { lost: [], untrue: [], sentTwice: [], acceptedTwice: [], stuck: [], strangers: [] };

const GUARANTEE = `killed ${KILLS} times in the middle: nothing acknowledged is lost, nothing is sent twice (seed ${SEED})`;
const TIME_LIMIT_MS = 180_000 + KILLS * 30_000;

test(`one process, ${GUARANTEE}`, async () => {
  expect(await killedUnderLoad([{ role: 'all' }])).toMatchObject(NOTHING_WRONG);
}, TIME_LIMIT_MS);

// On SQLite there is one process.
if (backEnd() !== 'sqlite') {
  describeWithRedis('over Redis', () => {
    const environment = { POSTROOM_QUEUE_URL: SHARED_REDIS };
    test(`an API and two workers, ${GUARANTEE}`, async () => {
      expect(await killedUnderLoad([{ role: 'api', environment }, { role: 'worker', environment }, { role: 'worker', environment }])).toMatchObject(NOTHING_WRONG);
    }, TIME_LIMIT_MS);
  });
}
