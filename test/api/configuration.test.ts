import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';

let server: TestServer;
beforeAll(async () => { server = await startPostroom(); });
afterAll(async () => { await server.stop(); });

interface Ref { id: string; number: string; name: string }
interface Configuration {
  enabled: boolean; defaultAccount: Ref | null; overrides: { area: string; areaName: string; account: Ref }[]; deliversOutside: boolean; version: number;
}
interface Payload { smtpConfiguration: Configuration | null; userErrors: { code: string; path: string[] }[] }
const FIELDS = '{ enabled defaultAccountId defaultAccount { id number name } overrides { area areaName account { id number name } } deliversOutside updatedAt version }';
const POST = `mutation($input: SmtpConfigurationInput!, $version: Int!) { postSmtpConfiguration(input: $input, version: $version) { smtpConfiguration ${FIELDS} userErrors { code path } } }`;
const SWITCH = `mutation($enabled: Boolean!) { setMailEnabled(enabled: $enabled) { smtpConfiguration ${FIELDS} userErrors { code path } } }`;

const configuration = async () => await server.admin.get<Configuration>(`{ smtpConfiguration ${FIELDS} }`);
const post = async (input: Record<string, unknown>, version?: number) =>
  await server.admin.get<Payload>(POST, { input, version: version ?? (await configuration()).version });

let named = 0;
const account = async (settings: Record<string, unknown> | null = { server: 'mail.example.com', port: 25, emailFrom: 'erp@example.com' }): Promise<string> => {
  named += 1;
  const { ref } = await server.admin.get<{ ref: Ref }>('mutation($name: String!) { createSmtpAccount(input: { name: $name }) { ref { id } } }', { name: `Account ${named}` });
  if (settings !== null) {
    await server.admin.get('mutation($id: ID!, $settings: SmtpAccountSettingsInput!) { postSmtpAccountSettings(id: $id, settings: $settings, version: 1) { userErrors { code } } }', { id: ref.id, settings });
  }
  return ref.id;
};

let sandbox: string;
beforeEach(async () => {
  const found = await server.admin.get<Ref>('{ smtpAccountByNumber(number: "1") { id } }');
  sandbox = found.id;
  await post({ enabled: true, defaultAccountId: sandbox, overrides: null });
});

test('at first the sandbox is the default, mail is on, and nothing would leave the house', async () => {
  expect(await configuration()).toMatchObject({ enabled: true, defaultAccount: { number: '1', name: 'Sandbox' }, overrides: [], deliversOutside: false });
});

test('what is left out stays, null clears, overrides given replace all', async () => {
  const id = await account();
  const first = await post({ overrides: [{ area: 'ORDERS', accountId: id }, { area: 'INVOICES', accountId: id }] });
  expect(first.userErrors).toEqual([]);
  expect(first.smtpConfiguration?.overrides.map(({ area, areaName }) => `${area} ${areaName}`)).toEqual(['INVOICES Invoices', 'ORDERS Orders']);
  expect(first.smtpConfiguration).toMatchObject({ enabled: true, defaultAccount: { id: sandbox }, deliversOutside: true });
  const second = await post({ overrides: [{ area: 'REPORTS', accountId: id }] });
  expect(second.smtpConfiguration?.overrides).toMatchObject([{ area: 'REPORTS', account: { id } }]);
  const third = await post({ defaultAccountId: null });
  expect(third.smtpConfiguration).toMatchObject({ defaultAccount: null, overrides: [{ area: 'REPORTS' }] });
  expect((await post({ overrides: null })).smtpConfiguration).toMatchObject({ overrides: [], deliversOutside: false });
});

test('the version grows also when only the overrides change, and not when nothing does', async () => {
  const { version } = await configuration();
  const overrides = [{ area: 'ALERTS', accountId: await account() }];
  expect((await post({ overrides })).smtpConfiguration?.version).toBe(version + 1);
  expect((await post({ overrides })).smtpConfiguration?.version).toBe(version + 1);
});

test('every fault is reported together, with the path to the item, and nothing is stored', async () => {
  const before = await configuration();
  const [posted, blank] = [await account(), await account(null)];
  const { smtpConfiguration, userErrors } = await post({
    enabled: false, defaultAccountId: 'nobody',
    overrides: [
      { area: 'INVOICES', accountId: posted }, { area: 'INVOICES', accountId: posted }, { area: 'ORDERS', accountId: blank }, { area: 'NOWHERE', accountId: '\u0000' },
    ],
  });
  expect(smtpConfiguration).toBeNull();
  expect(userErrors.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
    'NOT_FOUND input.defaultAccountId', 'INVALID input.overrides.1.area', 'NOT_POSTED input.overrides.2.accountId',
    'NOT_FOUND input.overrides.3.area', 'NOT_FOUND input.overrides.3.accountId',
  ]);
  expect(await configuration()).toEqual(before);
});

test('more overrides than any installation has areas are too large', async () => {
  const overrides = Array.from({ length: 1_001 }, (_, at) => ({ area: `A${at}`, accountId: sandbox }));
  expect((await post({ overrides })).userErrors).toEqual([{ code: 'TOO_LARGE', path: ['input', 'overrides'] }]);
});

test('a stale post is refused and shows the configuration as it now stands', async () => {
  const { version } = await configuration();
  await post({ enabled: false });
  const stale = await post({ enabled: true }, version);
  expect(stale.userErrors).toEqual([{ code: 'STALE_VERSION', path: ['version'] }]);
  expect(stale.smtpConfiguration).toMatchObject({ enabled: false, version: version + 1 });
});

test('the emergency stop needs no version, and a form loaded before cannot undo it by being posted', async () => {
  const { version } = await configuration();
  const stopped = await server.admin.get<Payload>(SWITCH, { enabled: false });
  expect(stopped).toMatchObject({ smtpConfiguration: { enabled: false, version: version + 1 }, userErrors: [] });
  expect((await post({ enabled: true }, version)).userErrors).toMatchObject([{ code: 'STALE_VERSION' }]);
  expect((await server.admin.get<Payload>(SWITCH, { enabled: false })).smtpConfiguration?.version).toBe(version + 1);
  expect((await server.admin.get<Payload>(SWITCH, { enabled: true })).smtpConfiguration).toMatchObject({ enabled: true, version: version + 2 });
});

test('of posts at the same version exactly one is in force', async () => {
  const { version } = await configuration();
  const [one, other] = [await account(), await account()];
  const answers = await Promise.all([one, other].map(async (id) => await post({ overrides: [{ area: 'ORDERS', accountId: id }] }, version)));
  expect(answers.map(({ userErrors }) => userErrors.map(({ code }) => code).join()).toSorted()).toEqual(['', 'STALE_VERSION']);
  const winner = answers.find(({ userErrors }) => userErrors.length === 0)?.smtpConfiguration;
  expect((await configuration()).overrides).toEqual(winner?.overrides);
});

test('an account says where it is used', async () => {
  const id = await account();
  await post({ defaultAccountId: id, overrides: [{ area: 'ORDERS', accountId: id }] });
  const { usedBy } = await server.admin.get<{ usedBy: unknown }>('query($id: ID!) { smtpAccount(id: $id) { usedBy { type id name } } }', { id });
  expect(usedBy).toEqual([{ type: 'Default account', id: 'smtp', name: 'SMTP configuration' }, { type: 'Override', id: 'ORDERS', name: 'Orders' }]);
});

test('signed out, the configuration is neither seen nor changed', async () => {
  expect(await server.anybody.code(`{ smtpConfiguration ${FIELDS} }`)).toBe('UNAUTHENTICATED');
  expect(await server.anybody.code(POST, { input: { enabled: false }, version: 1 })).toBe('UNAUTHENTICATED');
  expect(await server.anybody.code(SWITCH, { enabled: false })).toBe('UNAUTHENTICATED');
  expect((await configuration()).enabled).toBe(true);
});
