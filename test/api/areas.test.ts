import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';

let server: TestServer;
beforeAll(async () => { server = await startPostroom(); });
afterAll(async () => { await server.stop(); });

interface Area { code: string; name: string; description: string | null; discovered: boolean; override: { number: string } | null; version: number }
interface Payload { emailArea: Area | null; userErrors: { code: string; path: string[]; usedBy: { type: string; id: string; name: string }[] | null }[] }
const FIELDS = '{ code name description discovered override { number } version createdAt }';
const PAYLOAD = `{ emailArea ${FIELDS} userErrors { code path usedBy { type id name } } }`;
const CREATE = `mutation($input: EmailAreaInput!) { createEmailArea(input: $input) ${PAYLOAD} }`;
const UPDATE = `mutation($code: String!, $input: EmailAreaInput!, $version: Int!) { updateEmailArea(code: $code, input: $input, version: $version) ${PAYLOAD} }`;
const ERASE = `mutation($code: String!, $version: Int!) { eraseEmailArea(code: $code, version: $version) ${PAYLOAD} }`;

const create = async (input: Record<string, unknown>) => await server.admin.get<Payload>(CREATE, { input });
const update = async (code: string, input: Record<string, unknown>, version: number) => await server.admin.get<Payload>(UPDATE, { code, input, version });
const erase = async (code: string, version: number) => await server.admin.get<Payload>(ERASE, { code, version });
const areas = async () => await server.admin.get<Area[]>(`{ emailAreas ${FIELDS} }`);
const faults = ({ userErrors }: Payload): string[] => userErrors.map(({ code, path }) => `${code} ${path.join('.')}`);

test('an installation starts with the areas that every ERP has, by code', async () => {
  const codes = (await areas()).map(({ code }) => code);
  expect(codes).toEqual(expect.arrayContaining(['INVOICES', 'STATEMENTS', 'ORDERS', 'PURCHASE_ORDERS', 'REPORTS', 'ALERTS']));
  expect(codes).toEqual(codes.toSorted());
});

test('an area is added, renamed and erased', async () => {
  expect(await create({ code: 'REMINDERS', name: ' Payment reminders ', description: 'Of unpaid\ninvoices' })).toMatchObject({
    userErrors: [], emailArea: { code: 'REMINDERS', name: 'Payment reminders', description: 'Of unpaid\ninvoices', discovered: false, override: null, version: 1 },
  });
  expect(await update('REMINDERS', { code: 'REMINDERS', name: 'Reminders' }, 1)).toMatchObject({
    userErrors: [], emailArea: { name: 'Reminders', description: 'Of unpaid\ninvoices', version: 2 },
  });
  expect((await update('REMINDERS', { name: 'Reminders', description: null }, 2)).emailArea).toMatchObject({ description: null, version: 3 });
  expect(await erase('REMINDERS', 3)).toMatchObject({ userErrors: [], emailArea: { code: 'REMINDERS' } });
  expect((await areas()).map(({ code }) => code)).not.toContain('REMINDERS');
});

test('every faulty field of a new area is reported together, and nothing is stored', async () => {
  const before = await areas();
  expect(faults(await create({ code: 'small', name: ' ', description: 'x'.repeat(501) }))).toEqual(['INVALID input.code', 'INVALID input.name', 'INVALID input.description']);
  expect(faults(await create({ name: 'Without a code' }))).toEqual(['INVALID input.code']);
  expect(faults(await create({ code: 'X'.repeat(41), name: 'ﷺ'.repeat(100), description: '\u0007' }))).toEqual(['INVALID input.code', 'INVALID input.name', 'INVALID input.description']);
  expect(await areas()).toEqual(before);
});

test('a code or a name that another area has is taken, whatever the case of the name', async () => {
  expect(faults(await create({ code: 'INVOICES', name: 'oRDERS' }))).toEqual(['NAME_TAKEN input.code', 'NAME_TAKEN input.name']);
  expect(faults(await update('INVOICES', { name: 'orders' }, 1))).toEqual(['NAME_TAKEN input.name']);
  expect(faults(await update('STATEMENTS', { name: 'STATEMENTS' }, 1))).toEqual([]);
});

test('the code of an area never changes', async () => {
  expect(faults(await update('REPORTS', { code: 'REPORT', name: 'Reports' }, 1))).toEqual(['INVALID input.code']);
});

test('a stale change is refused and shows the area as it now stands; an unknown code is not found', async () => {
  await create({ code: 'STALE', name: 'Stale' });
  await update('STALE', { name: 'Stale, renamed' }, 1);
  for (const answer of [await update('STALE', { name: 'Other' }, 1), await erase('STALE', 1)]) {
    expect(answer).toMatchObject({ userErrors: [{ code: 'STALE_VERSION', path: ['version'] }], emailArea: { name: 'Stale, renamed', version: 2 } });
  }
  expect(faults(await update('stale', { name: 'Other' }, 2))).toEqual(['NOT_FOUND code']);
  expect(faults(await erase('\u0000', 1))).toEqual(['NOT_FOUND code']);
});

test('an area with an override is not erased, and the answer says which account uses it', async () => {
  await create({ code: 'USED', name: 'Used' });
  const { id } = await server.admin.get<{ id: string }>('{ smtpAccountByNumber(number: "1") { id } }');
  const { version } = await server.admin.get<{ version: number }>('{ smtpConfiguration { version } }');
  const override = async (overrides: unknown[], at: number) => await server.admin.get(
    'mutation($input: SmtpConfigurationInput!, $at: Int!) { postSmtpConfiguration(input: $input, version: $at) { userErrors { code } } }', { input: { overrides }, at });
  await override([{ area: 'USED', accountId: id }], version);
  expect((await areas()).find(({ code }) => code === 'USED')?.override).toEqual({ number: '1' });
  expect((await erase('USED', 1)).userErrors).toEqual([{ code: 'RECORD_IN_USE', path: ['code'], usedBy: [{ type: 'Override', id: 'USED', name: 'Sandbox' }] }]);
  await override([], version + 1);
  expect(faults(await erase('USED', 1))).toEqual([]);
});

test('signed out, areas are neither seen nor changed', async () => {
  expect(await server.anybody.code(`{ emailAreas ${FIELDS} }`)).toBe('UNAUTHENTICATED');
  expect(await server.anybody.code(CREATE, { input: { code: 'X', name: 'X' } })).toBe('UNAUTHENTICATED');
  expect(await server.anybody.code(UPDATE, { code: 'ORDERS', input: { name: 'X' }, version: 1 })).toBe('UNAUTHENTICATED');
  expect(await server.anybody.code(ERASE, { code: 'ORDERS', version: 1 })).toBe('UNAUTHENTICATED');
});
