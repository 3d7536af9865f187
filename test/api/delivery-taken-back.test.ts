import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { CompanyServer } from '../support/company-server.js';
import { changeMany, logged, mend, settled } from '../support/delivered.js';
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
  accountId = await testAccount(server, 'One connection', { ...company.settings, connectionsMax: 1 });
});
afterEach(() => company.behave());
afterAll(async () => {
  await server.stop();
  await company.stop();
});

/** Holds the server at a recipient, before the message. */
const holding = () => {
  const [asked, answer] = [Promise.withResolvers<void>(), Promise.withResolvers<null>()];
  company.behaviour.recipient = async () => {
    asked.resolve();
    return await answer.promise;
  };
  return { asked: asked.promise, release: () => answer.resolve(null) };
};
/** All that went before it on the one connection of the account has ended. */
const afterAllElse = async () => await settled(server.admin, (await sent(server.admin, { accountId })).id, 'SENT');

test('an email that a server keeps waiting before the message is cancelled, and never arrives', async () => {
  const { asked, release } = holding();
  const { id, messageId } = await sent(server.admin, { accountId });
  await asked;
  expect((await logged(server.admin, id)).status).toBe('SENDING');
  const { email } = await mend(server.admin, 'cancelEmail', id);
  expect(email).toMatchObject({ status: 'CANCELLED', recipients: [{ status: 'CANCELLED' }] });
  release();
  await afterAllElse();
  expect(await logged(server.admin, id)).toMatchObject({ status: 'CANCELLED', recipients: [{ status: 'CANCELLED' }], attempts: [] });
  expect(company.timesArrived(messageId)).toBe(0);
});

test('what is handed over is not taken back any more, neither cancelled nor rerouted', async () => {
  const answer = Promise.withResolvers<null>();
  company.behaviour.message = async () => await answer.promise;
  const { id, messageId } = await sent(server.admin, { accountId, batch: 'handed over' });
  await eventually(async () => company.timesArrived(messageId), (times) => times === 1);
  expect((await mend(server.admin, 'cancelEmail', id)).userErrors).toMatchObject([{ code: 'WRONG_STATE', path: ['id'] }]);
  expect(await changeMany(server.admin, { batch: 'handed over' }, 'REROUTE')).toMatchObject({ changed: 0, skipped: 1 });
  answer.resolve(null);
  await settled(server.admin, id, 'SENT');
});

test('an email that a server keeps waiting before the message goes through another account at once when it is rerouted, and once', async () => {
  const { asked, release } = holding();
  const { id, messageId } = await sent(server.admin, { accountId, batch: 'kept waiting' });
  await asked;
  const other = await CompanyServer.start();
  await using undo = new AsyncDisposableStack();
  undo.defer(async () => await other.stop());
  const next = await testAccount(server, 'Another', other.settings);
  expect(await changeMany(server.admin, { batch: 'kept waiting' }, 'REROUTE', next)).toMatchObject({ changed: 1, skipped: 0 });
  expect((await settled(server.admin, id, 'SENT')).route.account?.name).toBe('Another');
  release();
  await afterAllElse();
  expect([company.timesArrived(messageId), other.timesArrived(messageId)]).toEqual([0, 1]);
  expect((await logged(server.admin, id)).attempts).toHaveLength(1);
});
