import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CompanyServer } from '../support/company-server.js';
import { eventually } from '../support/eventually.js';
import { startBeside } from '../support/process.js';
import { describeWithRedis, SHARED_REDIS } from '../support/redis.js';
import { execute } from '../support/rows.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';
import { testAccount } from '../support/test-account.js';

describeWithRedis('several processes that look after accounts', () => {
  let server: TestServer;
  let company: CompanyServer;
  beforeAll(async () => {
    company = await CompanyServer.start();
    server = await startPostroom({
      POSTROOM_ROLE: 'api', POSTROOM_QUEUE_URL: SHARED_REDIS, POSTROOM_CONNECT_ALLOW: '127.0.0.1:*', POSTROOM_HEALTH_INTERVAL_MINUTES: '10080',
    });
  });
  afterAll(async () => {
    await server.stop();
    await company.stop();
  });

  test('look at each account once in its interval, whoever does', async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, async (_, at) => await testAccount(server, `Account ${at}`, company.settings)));
    await Promise.all([1, 2, 3].map(async () => {
      await using worker = await startBeside(server, { POSTROOM_ROLE: 'worker' });
      expect(worker.output()).toContain('Postroom carries emails');
      await eventually(async () => await execute(server, 'select account_id from account_health where checked_at is not null'), (rows) => rows.length === ids.length);
    }));
    const [times] = await execute(server, 'select min(next_check_at) as soonest from account_health');
    expect(Number(times?.['soonest'])).toBeGreaterThan(Date.now() + 86_400_000);
    expect(company.logOns).toBe(ids.length);
  });
});
