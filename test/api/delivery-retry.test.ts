import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { CompanyServer } from '../support/company-server.js';
import { logged, settled } from '../support/delivered.js';
import { eventually } from '../support/eventually.js';
import { execute } from '../support/rows.js';
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

test('an account that waits a second tries again by itself within seconds', async () => {
  let asked = 0;
  company.behaviour.recipient = () => ((asked += 1) <= 2 ? '451 4.3.0 Temporary lookup failure' : null);
  const { id, messageId } = await sent(server.admin, { accountId: await testAccount(server, 'Impatient', { ...company.settings, retryShortestSeconds: 1, retryLongestSeconds: 1 }) });
  expect((await settled(server.admin, id, 'SENT')).attempts.map(({ outcome }) => outcome)).toEqual(['REFUSED', 'REFUSED', 'ACCEPTED']);
  expect(company.timesArrived(messageId)).toBe(1);
});

test('an email is given up when its account says so, and not before', async () => {
  company.behaviour.recipient = () => '451 4.3.0 Temporary lookup failure';
  const waitingFor = async (name: string, giveUpAfterHours: number | null) => {
    const { id } = await sent(server.admin, { accountId: await testAccount(server, name, { ...company.settings, giveUpAfterHours }) });
    await eventually(async () => await logged(server.admin, id), ({ attempts, status }) => attempts.length === 1 && status === 'QUEUED');
    await execute(server, 'update dispatch set first_try_at = first_try_at - 7200000, due_at = 0 where email_id = ?', [id]);
    return id;
  };
  const [hasty, patient] = [await waitingFor('An hour', 1), await waitingFor('Three days', null)];
  expect((await settled(server.admin, hasty, 'FAILED')).recipients).toMatchObject([{ status: 'REFUSED', code: 451 }]);
  const still = await eventually(async () => await logged(server.admin, patient), ({ attempts }) => attempts.length === 2);
  expect(still.status).toBe('QUEUED');
});
