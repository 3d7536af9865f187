import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';

let server: TestServer;
let billing: string;
beforeAll(async () => {
  server = await startPostroom();
  const { ref } = await server.admin.get<{ ref: { id: string } }>('mutation { createSmtpAccount(input: { number: "BILL", name: "Billing" }) { ref { id } } }');
  billing = ref.id;
  const settings = { server: 'mail.example.com', port: 25, emailFrom: 'billing@example.com', fromName: 'Billing', allowedFrom: ['invoices.example.com'] };
  await server.admin.get('mutation($id: ID!, $settings: SmtpAccountSettingsInput!) { postSmtpAccountSettings(id: $id, settings: $settings, version: 1) { userErrors { code } } }', { id: billing, settings });
});
afterAll(async () => { await server.stop(); });

interface Route { account: { number: string } | null; from: { address: string; name: string | null } | null; reason: string; parkedReason: string | null; deliversOutside: boolean }
const ROUTE = `query($area: String, $accountId: ID, $from: String, $proposed: SmtpConfigurationInput) {
  route(area: $area, accountId: $accountId, from: $from, proposed: $proposed) { account { number } from { address name } reason parkedReason deliversOutside } }`;
const route = async (question: Record<string, unknown> = {}) => await server.admin.get<Route>(ROUTE, question);

test('without an override the default account is used, and the reason says so', async () => {
  expect(await route({ area: 'INVOICES' })).toEqual({
    account: { number: '1' }, from: { address: 'postroom@sandbox.example', name: 'Postroom sandbox' },
    reason: 'Default account: area INVOICES has no override', parkedReason: null, deliversOutside: false,
  });
});

test('a proposed configuration answers as if it were posted, and is not', async () => {
  const proposed = { overrides: [{ area: 'INVOICES', accountId: billing }] };
  expect(await route({ area: 'INVOICES', proposed })).toMatchObject({
    account: { number: 'BILL' }, from: { address: 'billing@example.com', name: 'Billing' }, reason: 'Override of area INVOICES', deliversOutside: true,
  });
  expect(await route({ area: 'ORDERS', proposed })).toMatchObject({ account: { number: '1' } });
  expect(await route({ area: 'INVOICES' })).toMatchObject({ account: { number: '1' } });
});

test('a proposal that leads nowhere is answered, with the reason', async () => {
  expect(await route({ proposed: { defaultAccountId: 'nobody' } })).toMatchObject({ account: null, from: null, parkedReason: 'NO_ROUTE', deliversOutside: false });
  expect(await route({ proposed: { defaultAccountId: null } })).toMatchObject({ reason: 'No default account is assigned' });
  expect(await route({ proposed: { enabled: false } })).toMatchObject({ account: { number: '1' }, parkedReason: 'MAIL_OFF' });
});

test('the caller\'s account wins, and its From must be allowed there', async () => {
  expect(await route({ accountId: billing, from: 'Desk <desk@invoices.example.com>' })).toMatchObject({
    account: { number: 'BILL' }, from: { address: 'desk@invoices.example.com', name: 'Desk' }, reason: 'Chosen by the caller', parkedReason: null,
  });
  expect(await route({ accountId: billing, from: 'boss@example.org' })).toMatchObject({ account: { number: 'BILL' }, from: null, parkedReason: 'NO_ROUTE' });
  expect(await route({ accountId: 'nobody' })).toMatchObject({ account: null, reason: 'Chosen by the caller; that account does not exist' });
});

test.each([{ from: 'no-domain' }, { from: 'a@b.example\r\nBcc: c@d.example' }, { area: 'not an area' }])('%j is a bad request', async (question) => {
  expect(await server.admin.code(ROUTE, question)).toBe('BAD_REQUEST');
});

test('signed out, nothing is learnt of the route', async () => {
  expect(await server.anybody.code(ROUTE)).toBe('UNAUTHENTICATED');
});
