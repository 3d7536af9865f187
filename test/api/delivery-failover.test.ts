import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { CompanyServer, HANG_UP } from '../support/company-server.js';
import { logged, mend, settled } from '../support/delivered.js';
import { eventually } from '../support/eventually.js';
import { execute } from '../support/rows.js';
import { inAnHour, sent } from '../support/sending.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';
import { override, testAccount } from '../support/test-account.js';

let server: TestServer;
let company: CompanyServer;
let spare: CompanyServer;
/** Settings of an account whose server is gone. */
let gone: object;
beforeAll(async () => {
  [company, spare] = await Promise.all([CompanyServer.start(), CompanyServer.start()]);
  const lost = await CompanyServer.start();
  gone = { ...lost.settings, emailFrom: 'invoices@example.com', fromName: 'Invoices' };
  await lost.stop();
  server = await startPostroom({ POSTROOM_CONNECT_ALLOW: '127.0.0.1:*' });
});
afterEach(() => {
  company.behave();
  spare.behave();
});
afterAll(async () => {
  await server.stop();
  await Promise.all([company.stop(), spare.stop()]);
});

let areas = 0;
/** An area of its own that goes through the account. */
const areaOf = async (accountId: string): Promise<string> => {
  const code = `AREA_${areas += 1}`;
  await override(server, code, accountId);
  return code;
};
const allowing = { allowedFrom: ['invoices@example.com'] };
interface Tried { readonly account: { readonly name: string }; readonly outcome: string }
interface Shown {
  readonly status: string; readonly attempts: readonly Tried[];
  readonly route: { readonly account: { readonly name: string }; readonly from: { readonly address: string }; readonly reason: string; readonly fallbackFor: { readonly id: string; readonly name: string } | null };
}
const shown = async (id: string) => await server.admin.get<Shown>(
  'query($id: ID!) { email(id: $id) { status attempts { account { name } outcome } route { account { name } from { address } reason fallbackFor { id name } } } }', { id });
const ways = ({ attempts }: Shown): string[] => attempts.map(({ account, outcome }) => `${account.name} ${outcome}`);
/** The email once it waits after so many tries. */
const waiting = async (id: string, tries: number) => await eventually(async () => await shown(id), ({ status, attempts }) => status === 'QUEUED' && attempts.length === tries);

test('an email whose server is not reached goes by the fallback at once, keeps its From, says so and is counted', async () => {
  const fallbackAccountId = await testAccount(server, 'Steps in', { ...company.settings, ...allowing });
  const own = await testAccount(server, 'Gone', { ...gone, fallbackAccountId });
  const area = await areaOf(own);
  const { id, messageId } = await sent(server.admin, { area });
  await settled(server.admin, id, 'SENT');
  const email = await shown(id);
  expect(ways(email)).toEqual(['Gone REFUSED', 'Steps in ACCEPTED']);
  expect(email.route).toMatchObject({ account: { name: 'Steps in' }, from: { address: 'invoices@example.com' }, fallbackFor: { id: own, name: 'Gone' } });
  expect(email.route.reason).toMatch(/^Override of area AREA_\d+; SMTP account \d+ Gone cannot take it for now, so its fallback steps in$/);
  expect(company.arrived.find((one) => one.messageId === messageId)?.mail.from?.value).toMatchObject([{ address: 'invoices@example.com', name: 'Invoices' }]);
  const counted = async (account: string) => await server.admin.get('query($id: ID!) { smtpAccount(id: $id) { carriedByFallback } }', { id: account });
  expect([await counted(own), await counted(fallbackAccountId)]).toEqual([{ carriedByFallback: 1 }, { carriedByFallback: 0 }]);
  const listed = async (byFallback: boolean) => (await server.admin.get<{ edges: { node: { id: string } }[] }>(
    'query($filter: EmailFilter!) { emails(filter: $filter) { edges { node { id } } } }', { filter: { area, byFallback } })).edges.map(({ node }) => node.id);
  expect([await listed(true), await listed(false)]).toEqual([[id], []]);
});

test('where the fallback fails too its own steps in; when none is left the email waits and begins with its own account again', async () => {
  const last = await testAccount(server, 'Last', { ...company.settings, ...allowing });
  const second = await testAccount(server, 'Second', { ...gone, fallbackAccountId: last });
  const area = await areaOf(await testAccount(server, 'First', { ...gone, fallbackAccountId: second }));
  const { id } = await sent(server.admin, { area });
  await settled(server.admin, id, 'SENT');
  expect(ways(await shown(id))).toEqual(['First REFUSED', 'Second REFUSED', 'Last ACCEPTED']);
  company.behaviour.recipient = () => '451 4.3.0 Temporary lookup failure';
  const later = await sent(server.admin, { area });
  expect(ways(await waiting(later.id, 3))).toEqual(['First REFUSED', 'Second REFUSED', 'Last REFUSED']);
  company.behave();
  await mend(server.admin, 'retryEmail', later.id);
  await settled(server.admin, later.id, 'SENT');
  expect(ways(await shown(later.id)).slice(3)).toEqual(['First REFUSED', 'Second REFUSED', 'Last ACCEPTED']);
});

test('a fallback that may not carry the From, or stands still, is passed over', async () => {
  const further = await testAccount(server, 'Further', { ...company.settings, ...allowing });
  const still = await testAccount(server, 'Stands still', { ...spare.settings, ...allowing, fallbackAccountId: further });
  await server.admin.get('mutation($id: ID!) { pauseSmtpAccount(id: $id) { userErrors { code } } }', { id: still });
  const foreign = await testAccount(server, 'Foreign', { ...spare.settings, fallbackAccountId: still });
  const { id } = await sent(server.admin, { area: await areaOf(await testAccount(server, 'Has both', { ...gone, fallbackAccountId: foreign })) });
  await settled(server.admin, id, 'SENT');
  expect(ways(await shown(id))).toEqual(['Has both REFUSED', 'Further ACCEPTED']);
  const alone = await testAccount(server, 'Foreign alone', spare.settings);
  const kept = await sent(server.admin, { area: await areaOf(await testAccount(server, 'Only foreign', { ...gone, fallbackAccountId: alone })) });
  expect((await waiting(kept.id, 1)).route).toMatchObject({ account: { name: 'Only foreign' }, fallbackFor: null });
});

test('an email whose caller chose the account waits for that', async () => {
  const fallbackAccountId = await testAccount(server, 'Not chosen', { ...company.settings, ...allowing });
  const { id } = await sent(server.admin, { accountId: await testAccount(server, 'Chosen', { ...gone, fallbackAccountId }) });
  expect(ways(await waiting(id, 1))).toEqual(['Chosen REFUSED']);
});

test('nothing fails over that was refused for good, may have arrived, or waits for a mended account', async () => {
  const fallbackAccountId = await testAccount(server, 'Idle', { ...spare.settings, allowedFrom: ['billing@example.com'] });
  const area = async (name: string) => await areaOf(await testAccount(server, name, { ...company.settings, fallbackAccountId }));
  company.behaviour.recipient = () => '550 5.1.1 <jane@customer.example>: Recipient address rejected: User unknown';
  const failed = await sent(server.admin, { area: await area('Refuses') });
  await settled(server.admin, failed.id, 'FAILED');
  company.behave();
  company.behaviour.message = () => HANG_UP;
  const unknown = await sent(server.admin, { area: await area('Hangs up') });
  await settled(server.admin, unknown.id, 'UNKNOWN');
  company.behave();
  company.behaviour.message = () => '421 4.3.2 Busy, try again later';
  const handedOver = await sent(server.admin, { area: await area('Busy at the end') });
  await waiting(handedOver.id, 1);
  company.behave();
  company.behaviour.recipient = () => '454 4.7.1 <jane@customer.example>: Relay access denied';
  const parked = await sent(server.admin, { area: await area('No relay') });
  await settled(server.admin, parked.id, 'PARKED');
  expect(spare.arrived.filter((one) => [failed, unknown, handedOver, parked].some(({ messageId }) => messageId === one.messageId))).toEqual([]);
});

test('a fault of the fallback pauses that and parks nothing of the others: they wait for their own account', async () => {
  const fallbackAccountId = await testAccount(server, 'Wrong password', { ...spare.settings, ...allowing, password: 'expired' });
  const { id } = await sent(server.admin, { area: await areaOf(await testAccount(server, 'Waits', { ...gone, fallbackAccountId })) });
  const email = await waiting(id, 2);
  expect(ways(email)).toEqual(['Waits REFUSED', 'Wrong password REFUSED']);
  expect(await server.admin.get('query($id: ID!) { smtpAccount(id: $id) { pauseReason } }', { id: fallbackAccountId })).toEqual({ pauseReason: 'FAULT' });
  const [row] = await execute(server, 'select state, fallback_id from dispatch where email_id = ?', [id]);
  expect(row).toEqual({ state: 'DUE', fallback_id: null });
});

test('a message that only the fallback will not have goes again by its own account, refuses nobody, and waits as that asks for', async () => {
  const fallbackAccountId = await testAccount(server, 'Takes little', { ...company.settings, ...allowing });
  company.behaviour.recipient = () => '552 5.3.4 Message size exceeds fixed limit';
  const own = await testAccount(server, 'Takes much', { ...gone, fallbackAccountId, retryShortestSeconds: 7_200, retryLongestSeconds: 7_200 });
  const { id } = await sent(server.admin, { area: await areaOf(own) });
  expect(ways(await waiting(id, 2))).toEqual(['Takes much REFUSED', 'Takes little REFUSED']);
  expect((await logged(server.admin, id)).recipients).toMatchObject([{ status: 'PENDING' }]);
  const [row] = await execute(server, 'select fallback_id, due_at - first_try_at as waits from dispatch where email_id = ?', [id]);
  expect(row?.['fallback_id']).toBeNull();
  expect(Number(row?.['waits'])).toBeGreaterThanOrEqual(7_200_000);
});

test('an email that was freed, or moved by a person, begins with its own account', async () => {
  const fallbackAccountId = await testAccount(server, 'Stepped in once', { ...spare.settings, ...allowing });
  const own = await testAccount(server, 'Is back', { ...company.settings, fallbackAccountId });
  const [area, paused] = [await areaOf(own), 'mutation($id: ID!) { pauseSmtpAccount(id: $id) { userErrors { code } } }'];
  await server.admin.get(paused, { id: own });
  const [freed, moved] = [await sent(server.admin, { area }), await sent(server.admin, { area, sendAt: inAnHour() })];
  await execute(server, 'update dispatch set fallback_id = ? where email_id in (?, ?)', [fallbackAccountId, freed.id, moved.id]);
  await server.admin.get('mutation($id: ID!) { resumeSmtpAccount(id: $id) { userErrors { code } } }', { id: own });
  await settled(server.admin, freed.id, 'SENT');
  await execute(server, 'update dispatch set fallback_id = ? where email_id = ?', [fallbackAccountId, moved.id]);
  await mend(server.admin, 'retryEmail', moved.id);
  await settled(server.admin, moved.id, 'SENT');
  expect([ways(await shown(freed.id)), ways(await shown(moved.id))]).toEqual([['Is back ACCEPTED'], ['Is back ACCEPTED']]);
});

test('a fallback that has no token left is no way out: the email waits for its own account', async () => {
  const fallbackAccountId = await testAccount(server, 'One a day', { ...company.settings, ...allowing, messagesPerDay: 1 });
  const area = await areaOf(await testAccount(server, 'Down', { ...gone, fallbackAccountId }));
  await settled(server.admin, (await sent(server.admin, { area })).id, 'SENT');
  const { id } = await sent(server.admin, { area });
  await waiting(id, 1);
  const [row] = await eventually(async () => await execute(server, 'select state, fallback_id, tries, due_at from dispatch where email_id = ?', [id]), ([one]) => one?.['fallback_id'] === null);
  expect(row).toMatchObject({ state: 'DUE', tries: 1 });
  expect((await shown(id)).route).toMatchObject({ account: { name: 'Down' }, fallbackFor: null });
});
