import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Api } from '../support/api.js';
import { CompanyServer } from '../support/company-server.js';
import { settled } from '../support/delivered.js';
import { inAnHour, sent } from '../support/sending.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';
import { configure, testAccount } from '../support/test-account.js';
import { testToken } from '../support/token.js';

interface Statistics {
  readonly stepSeconds: number;
  readonly bars: readonly { readonly at: string; readonly accepted: number; readonly sent: number; readonly failed: number; readonly waiting: number }[];
  readonly accounts: readonly { readonly account: { readonly name: string }; readonly accepted: number; readonly sent: number; readonly failed: number; readonly waiting: number; readonly meanLatencyMs: number | null }[];
  readonly queues: readonly { readonly account: { readonly name: string } | null; readonly area: string | null; readonly due: number; readonly parked: number; readonly oldestAt: string }[];
  readonly diagnoses: readonly { readonly diagnosisId: string; readonly count: number }[];
  readonly limits: readonly { readonly account: { readonly name: string }; readonly unit: string; readonly most: number; readonly taken: number }[];
}
const FIELDS = 'stepSeconds bars { at accepted sent failed waiting } accounts { account { name } accepted sent failed waiting meanLatencyMs } queues { account { name } area due parked oldestAt } diagnoses { diagnosisId count } limits { account { name } unit most taken }';
const ask = async (api: Api, hours = 24): Promise<Statistics> => await api.get<Statistics>(`query($hours: Int!) { mailStatistics(hours: $hours) { ${FIELDS} } }`, { hours });

let server: TestServer;
let company: CompanyServer;
beforeAll(async () => {
  company = await CompanyServer.start();
  server = await startPostroom({ POSTROOM_CONNECT_ALLOW: '127.0.0.1:*', POSTROOM_HEALTH_INTERVAL_MINUTES: '0' });
  await configure(server, true, await testAccount(server, 'Company', { ...company.settings, messagesPerDay: 100 }));
  const { id } = await sent(server.admin, { area: 'INVOICES' });
  await settled(server.admin, id, 'SENT');
  company.behaviour.recipient = () => '550 5.1.1 User unknown';
  const { id: refused } = await sent(server.admin, { area: 'ORDERS' });
  await settled(server.admin, refused, 'FAILED');
  await sent(server.admin, { area: 'ORDERS', sendAt: inAnHour() });
});
afterAll(async () => {
  await server.stop();
  await company.stop();
});

test('what went, what waits and what was wrong is counted, each where it belongs', async () => {
  const { stepSeconds, bars, accounts, queues, diagnoses, limits } = await ask(server.admin);
  expect([stepSeconds, bars.length]).toEqual([3_600, 24]);
  expect(bars.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(3);
  expect(accounts).toEqual([{ account: { name: 'Company' }, accepted: 3, sent: 1, failed: 1, waiting: 1, meanLatencyMs: expect.any(Number) }]);
  expect(queues).toEqual([{ account: { name: 'Company' }, area: 'ORDERS', due: 1, parked: 0, oldestAt: expect.any(String) }]);
  const { accounts: [own] } = await server.admin.get<{ accounts: { bars: Statistics['bars'] }[] }>('{ mailStatistics { accounts { bars { at accepted sent failed waiting } } } }');
  expect(own?.bars).toEqual(bars);
  expect(Date.now() - Date.parse(queues[0]?.oldestAt ?? '')).toBeLessThan(60_000);
  expect(diagnoses).toEqual([{ diagnosisId: 'RECIPIENT_UNKNOWN', count: 1 }]);
  expect(limits).toEqual([{ account: { name: 'Company' }, unit: 'DAY', most: 100, taken: 1 }]);
});

test('who is limited to an area, or sees only what it sent, has that alone counted', async () => {
  const { api: invoices } = await testToken(server, { rights: { EMAILS: ['access'] }, areas: ['INVOICES'] });
  expect(await ask(invoices)).toMatchObject({ accounts: [{ accepted: 1, sent: 1 }], queues: [], diagnoses: [], limits: [] });
  const { api: sender } = await testToken(server, { rights: { EMAILS: ['add'] } });
  await sent(sender, { area: 'ORDERS', sendAt: inAnHour() });
  expect(await ask(sender)).toMatchObject({ accounts: [{ accepted: 1, waiting: 1 }], queues: [{ area: 'ORDERS', due: 1 }] });
});

test('a range that is none is refused, and so is who may know of no email', async () => {
  for (const hours of [0, -1, 745]) expect(await server.admin.code('query($hours: Int!) { mailStatistics(hours: $hours) { stepSeconds } }', { hours })).toBe('BAD_REQUEST');
  const { api } = await testToken(server, { rights: { AUDIT: ['access'] } });
  expect(await api.code('{ mailStatistics { stepSeconds } }')).toBe('FORBIDDEN');
});
