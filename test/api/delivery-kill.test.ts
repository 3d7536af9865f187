import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { backEnd } from '../support/back-end.js';
import { CompanyServer } from '../support/company-server.js';
import { settled } from '../support/delivered.js';
import { eventually } from '../support/eventually.js';
import { sent } from '../support/sending.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';
import { testAccount } from '../support/test-account.js';

let server: TestServer;
let company: CompanyServer;
let accountId: string;
beforeAll(async () => {
  company = await CompanyServer.start();
  server = await startPostroom({ POSTROOM_CONNECT_ALLOW: '127.0.0.1:*' });
  accountId = await testAccount(server, 'Company', company.settings);
});
afterAll(async () => {
  await server.stop();
  await company.stop();
});

/** Holds whoever comes by until it is opened. */
const gate = () => {
  const { promise, resolve } = Promise.withResolvers<null>();
  return { pass: async () => await promise, open: () => resolve(null) };
};

test('killed in the middle: what was handed over is UNKNOWN and not sent twice, all else is delivered once', async () => {
  const afterDot = gate();
  const atRecipient = gate();
  company.behaviour.message = async () => await afterDot.pass();
  const handedOver = await sent(server.admin, { accountId });
  await eventually(async () => company.timesArrived(handedOver.messageId), (times) => times === 1);
  company.behaviour.message = () => null;
  let reached = false;
  company.behaviour.recipient = async (address) => {
    if (!address.startsWith('held')) return null;
    reached = true;
    return await atRecipient.pass();
  };
  const inHand = await sent(server.admin, { accountId, to: ['held@customer.example'] });
  await eventually(async () => reached, Boolean);
  const scheduled = await sent(server.admin, { accountId, sendAt: new Date(Date.now() + 1_000).toISOString() });
  server = await server.restart('SIGKILL');
  afterDot.open();
  atRecipient.open();
  company.behave();
  const unknown = await settled(server.admin, handedOver.id, 'UNKNOWN');
  expect(unknown).toMatchObject({ attempts: [{ outcome: 'UNKNOWN', stage: 'AFTER_DATA' }], recipients: [{ status: 'UNKNOWN' }] });
  await settled(server.admin, inHand.id, 'SENT');
  await settled(server.admin, scheduled.id, 'SENT');
  expect([handedOver, inHand, scheduled].map(({ messageId }) => company.timesArrived(messageId))).toEqual([1, 1, 1]);
});

test('told to stop in the middle, it finishes what is in hand', async () => {
  const afterDot = gate();
  company.behaviour.message = async () => await afterDot.pass();
  const { id, messageId } = await sent(server.admin, { accountId });
  await eventually(async () => company.timesArrived(messageId), (times) => times === 1);
  const restarted = server.restart('SIGTERM');
  afterDot.open();
  server = await restarted;
  company.behave();
  expect((await settled(server.admin, id, 'SENT')).attempts).toHaveLength(1);
  expect(company.timesArrived(messageId)).toBe(1);
});

/** Starts another Postroom on the same data, and ends it again where it started. */
const startBeside = async (environment: Readonly<Record<string, string>>) => {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../dist/main.js'), 'start'], { env: { POSTROOM_HEALTH_INTERVAL_MINUTES: '0', ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    if (said.includes('listens at')) child.kill('SIGTERM');
  });
  const [words, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  return { started: said.includes('listens at'), code: code as number, tellsWhoRuns: words.includes(`process ${server.child.pid}`) };
};

test('a second start on the same data is refused in words on SQLite, and runs beside the first on a database server', async () => {
  const alone = backEnd() === 'sqlite';
  expect(await startBeside(server.environment)).toEqual({ started: !alone, code: alone ? 1 : 0, tellsWhoRuns: alone });
  const { id } = await sent(server.admin, { accountId });
  await settled(server.admin, id, 'SENT');
});
