import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { CompanyServer } from '../support/company-server.js';
import { settled } from '../support/delivered.js';
import { sent } from '../support/sending.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';
import { testAccount } from '../support/test-account.js';

let server: TestServer;
let company: CompanyServer;
beforeAll(async () => {
  company = await CompanyServer.start();
  server = await startPostroom({ POSTROOM_CONNECT_ALLOW: '127.0.0.1:*' });
});
afterEach(() => company.behave());
afterAll(async () => {
  await server.stop();
  await company.stop();
});

const people = (count: number): string[] => Array.from({ length: count }, (_, at) => `r${at}@customer.example`);
const TOO_MANY = '552 5.5.3 Too many recipients';

test('a message that is refused for its many recipients goes in parts, under one Message-ID, to each recipient once', async () => {
  company.behaviour.message = () => ((company.arrived.at(-1)?.recipients.length ?? 0) > 3 ? TOO_MANY : null);
  const { id, messageId } = await sent(server.admin, { accountId: await testAccount(server, 'Three at once', company.settings), to: people(10) });
  const email = await settled(server.admin, id, 'SENT');
  expect(email.recipients.map(({ status }) => status)).toEqual(Array(10).fill('ACCEPTED'));
  const parts = company.arrived.filter((one) => one.messageId === messageId).map(({ recipients }) => recipients).filter(({ length }) => length <= 3);
  expect(parts.flat().toSorted()).toEqual(people(10).toSorted());
  expect(email.attempts.map(({ outcome }) => outcome)).toEqual(['REFUSED', 'REFUSED', ...Array(5).fill('ACCEPTED')]);
});

test('a server that takes no envelope at all fails each recipient, and is not asked for ever', async () => {
  company.behaviour.message = () => TOO_MANY;
  const { id } = await sent(server.admin, { accountId: await testAccount(server, 'None at once', company.settings), to: people(4) });
  const email = await settled(server.admin, id, 'FAILED');
  expect(email.recipients.map(({ status, code }) => [status, code])).toEqual(Array(4).fill(['REFUSED', 552]));
  expect(email.attempts).toHaveLength(6);
});
