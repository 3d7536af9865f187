import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { chanceFrom } from '../support/chance.js';
import { CompanyServer } from '../support/company-server.js';
import { logged, settled } from '../support/delivered.js';
import { eventually } from '../support/eventually.js';
import { execute } from '../support/rows.js';
import { sent } from '../support/sending.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';
import { testAccount } from '../support/test-account.js';
import { Load } from './load.js';
import { reckon } from './reckoning.js';
import { Sink } from './sink.js';

let server: TestServer;
let company: CompanyServer;
let sink: Sink;
beforeAll(async () => {
  company = await CompanyServer.start();
  sink = await Sink.start(chanceFrom(1));
  server = await startPostroom({ POSTROOM_CONNECT_ALLOW: '127.0.0.1:*' });
});
afterAll(async () => {
  await server.stop();
  await sink[Symbol.asyncDispose]();
  await company.stop();
});

test('told to stop under load, and told again, with servers that hang: it ends in order, and nothing stays in hand', async () => {
  const slow = await testAccount(server, 'Slow', company.settings);
  const quick = await testAccount(server, 'Quick', { server: '127.0.0.1', port: sink.port, security: 'NONE', authentication: 'NONE' });
  const never = Promise.withResolvers<null>();
  company.behaviour.message = async () => await never.promise;
  const handedOver = await sent(server.admin, { accountId: slow, subject: 'Handed over' });
  await eventually(async () => company.timesArrived(handedOver.messageId), (times) => times === 1);
  let reached = false;
  company.behaviour.recipient = async () => {
    reached = true;
    return await never.promise;
  };
  const inHand = await sent(server.admin, { accountId: slow, subject: 'In hand' });
  await eventually(async () => reached, Boolean);
  const load = new Load(server.admin, sink, quick, chanceFrom(2));
  load.start();
  await eventually(async () => sink.arrivals.length, (count) => count > 50);
  const exit = once(server.child, 'exit');
  server.child.kill('SIGTERM');
  server.child.kill('SIGTERM');
  await eventually(async () => server.output(), (output) => output.includes('grace time was over'), 40_000);
  server.child.kill('SIGTERM');
  expect(await exit).toEqual([0, null]);
  expect(await execute(server, "select id from email where status = 'SENDING'")).toEqual([]);
  expect(await execute(server, "select email_id from dispatch where state = 'CLAIMED'")).toEqual([]);
  const ended = load.end();
  never.resolve(null);
  company.behave();
  server = await server.restart();
  await ended;
  expect(await logged(server.admin, handedOver.id)).toMatchObject({ status: 'UNKNOWN' });
  await settled(server.admin, inHand.id, 'SENT');
  const waiting = { status: ['SCHEDULED', 'QUEUED', 'SENDING'] };
  await eventually(async () => await server.admin.get<{ totalCount: number }>('query($filter: EmailFilter) { emails(filter: $filter) { totalCount } }', { filter: waiting }),
    ({ totalCount }) => totalCount === 0, 60_000);
  const { lost, sentTwice, acceptedTwice } = await reckon(server.admin, load, sink);
  expect({ lost, sentTwice, acceptedTwice }).toEqual({ lost: [], sentTwice: [], acceptedTwice: [] });
  expect([handedOver, inHand].map(({ messageId }) => company.timesArrived(messageId))).toEqual([1, 1]);
}, 180_000);
