import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { countOf, emailInput, faults, send, SEND, SEND_MANY, sent } from '../support/sending.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';
import { testAccount } from '../support/test-account.js';
import type { TestToken } from '../support/token.js';
import { testToken } from '../support/token.js';

let server: TestServer;
/** Its rights are limited to areas; its token is; neither is. */
let limited: TestToken;
let limitedToken: TestToken;
let sender: TestToken;
beforeAll(async () => {
  server = await startPostroom({ POSTROOM_SANDBOX: 'off' });
  limited = await testToken(server, { rights: { EMAILS: ['add'], SMTP_ACCOUNTS: ['access'] }, areas: ['INVOICES', 'NOWHERE'] });
  limitedToken = await testToken(server, { rights: { EMAILS: ['add'] } }, ['INVOICES']);
  sender = await testToken(server, { rights: { EMAILS: ['add'] } });
});
afterAll(async () => { await server.stop(); });

test('whoever is limited to areas sends in these, and must say in which', async () => {
  for (const { api } of [limited, limitedToken]) {
    expect(await sent(api, { area: 'INVOICES' })).toMatchObject({ area: 'INVOICES' });
    expect(faults(await send(api))).toEqual(['INVALID input.area']);
    expect(await api.code(SEND, { input: emailInput({ area: 'ORDERS' }) })).toBe('FORBIDDEN');
  }
});

test('it may choose neither From nor account, whatever else it may', async () => {
  const accountId = await testAccount(server, 'Chosen');
  expect(faults(await send(limited.api, { area: 'INVOICES', from: 'billing@example.com', accountId }))).toEqual(['INVALID input.from', 'INVALID input.accountId']);
});

test('it makes no area known', async () => {
  expect(faults(await send(limited.api, { area: 'NOWHERE' }))).toEqual(['NOT_FOUND input.area']);
});

test('choosing an account needs access to accounts', async () => {
  const accountId = await testAccount(server, 'Guarded');
  expect(await sender.api.code(SEND, { input: emailInput({ accountId }) })).toBe('FORBIDDEN');
  expect(await sender.api.code(SEND, { input: emailInput({ accountId: 'none' }) })).toBe('FORBIDDEN');
});

test('one email outside the areas refuses the whole call, and nothing of it is stored', async () => {
  const before = await countOf(server.admin);
  expect(await limited.api.code(SEND_MANY, { inputs: [emailInput({ area: 'INVOICES' }), emailInput({ area: 'ORDERS' })] })).toBe('FORBIDDEN');
  expect(await countOf(server.admin)).toBe(before);
});

test('without EMAILS add nobody sends', async () => {
  const reader = await testToken(server, { rights: { EMAILS: ['access', 'modify'] } });
  expect(await reader.api.code(SEND, { input: emailInput() })).toBe('FORBIDDEN');
  expect(await server.anybody.code(SEND, { input: emailInput() })).toBe('UNAUTHENTICATED');
  expect(await server.anybody.code(SEND_MANY, { inputs: [] })).toBe('UNAUTHENTICATED');
});
