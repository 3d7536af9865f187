import { expect, test } from '@jest/globals';
import { BLANK_SETTINGS } from '../../src/domain/account-settings.js';
import { SmtpAccount } from '../../src/domain/account.js';
import { SmtpConfiguration } from '../../src/domain/configuration.js';
import { chooseRoute } from '../../src/domain/routing.js';
import type { RouteQuestion } from '../../src/domain/routing.js';

const settings = { ...BLANK_SETTINGS, server: 'smtp.example.com', port: 587, emailFrom: 'desk@example.com', fromName: 'Desk', allowedFrom: ['b.example'] };
const account = (id: string, values: Partial<SmtpAccount> = {}) => new SmtpAccount({ id, number: id, name: `Account ${id}`, settings, ...values });
const accounts = [
  account('1'), account('2'), account('paused', { pausedAt: 1 }), account('unposted', { settings: null }), account('sandbox', { sandbox: true }),
  account('nofrom', { settings: { ...settings, emailFrom: null } }),
];
const world = (configuration: Partial<SmtpConfiguration> = {}) => ({
  configuration: new SmtpConfiguration({ enabled: true, defaultAccountId: '1', overrides: [{ area: 'INVOICES', accountId: '2' }], ...configuration }),
  accountById: (id: string) => accounts.find((one) => one.id === id),
});
const question = (values: Partial<RouteQuestion> = {}): RouteQuestion => ({ area: 'REPORTS', pinnedAccountId: null, from: null, ...values });
const overriddenBy = (accountId: string) => world({ overrides: [{ area: 'REPORTS', accountId }] });

test.each<[string, RouteQuestion, ReturnType<typeof world>, object]>([
  ['the default account', question(), world(), { account: { id: '1' }, reason: 'Default account: area REPORTS has no override', parkedReason: null, fault: null, deliversOutside: true }],
  ['the default account without an area', question({ area: null }), world(), { account: { id: '1' }, reason: 'Default account: no area was given' }],
  ['the override', question({ area: 'INVOICES' }), world(), { account: { id: '2', number: '2', name: 'Account 2' }, reason: 'Override of area INVOICES', parkedReason: null }],
  ['the caller\'s choice before the override', question({ area: 'INVOICES', pinnedAccountId: '1' }), world(), { account: { id: '1' }, reason: 'Chosen by the caller' }],
  ['nothing without a default', question(), world({ defaultAccountId: null }), { account: null, from: null, reason: 'No default account is assigned', parkedReason: 'NO_ROUTE', fault: null, deliversOutside: false }],
  ['what would be used with mail off', question(), world({ enabled: false }), { account: { id: '1' }, from: { address: 'desk@example.com' }, reason: 'Email is switched off. Default account: area REPORTS has no override', parkedReason: 'MAIL_OFF', fault: null }],
  ['mail off before anything else', question(), world({ enabled: false, defaultAccountId: null }), { account: null, parkedReason: 'MAIL_OFF' }],
  ['no other account for one that is gone', question({ pinnedAccountId: 'gone' }), world(), { account: null, reason: 'Chosen by the caller; that account does not exist', parkedReason: 'NO_ROUTE' }],
  ['no other account for one that is paused', question(), overriddenBy('paused'), { account: { id: 'paused' }, from: { address: 'desk@example.com' }, parkedReason: 'ACCOUNT_PAUSED', fault: null }],
  ['no route through what is not posted', question(), overriddenBy('unposted'), { account: { id: 'unposted' }, from: null, parkedReason: 'NO_ROUTE', fault: 'NOT_POSTED' }],
  ['no route without a From', question(), overriddenBy('nofrom'), { from: null, parkedReason: 'NO_ROUTE', fault: 'NOT_POSTED' }],
  ['nothing outside through the sandbox', question(), overriddenBy('sandbox'), { account: { id: 'sandbox' }, parkedReason: null, deliversOutside: false }],
])('answers %s', (_, asked, within, expected) => {
  expect(chooseRoute(asked, within)).toMatchObject(expected);
});

test.each([
  ['the account\'s own', null, { address: 'desk@example.com', name: 'Desk' }],
  ['its own, asked for by name', { address: 'Desk@Example.com', name: 'Billing' }, { address: 'Desk@Example.com', name: 'Billing' }],
  ['one of an allowed domain', { address: 'x@b.example', name: null }, { address: 'x@b.example', name: 'Desk' }],
])('From may be %s', (_, from, expected) => {
  expect(chooseRoute(question({ from }), world())).toMatchObject({ from: expected, fault: null, parkedReason: null });
});

test.each(['x@c.example', 'x@sub.b.example', 'desk@example.com.evil.example'])('From may not be %s', (address) => {
  const answer = chooseRoute(question({ from: { address, name: null } }), world());
  expect(answer).toMatchObject({ from: null, fault: 'FROM_NOT_ALLOWED', parkedReason: 'NO_ROUTE' });
  expect(answer.reason).toContain(address);
});

test('the fault of a From is told with mail off too', () => {
  expect(chooseRoute(question({ from: { address: 'x@c.example', name: null } }), world({ enabled: false })))
    .toMatchObject({ fault: 'FROM_NOT_ALLOWED', parkedReason: 'MAIL_OFF' });
});
