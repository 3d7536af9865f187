import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { CompanyServer } from '../support/company-server.js';
import { eventually } from '../support/eventually.js';
import { execute } from '../support/rows.js';
import { countOf, emailInput, SEND_MANY } from '../support/sending.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';
import { testAccount } from '../support/test-account.js';

const INVOICES = 900;
const A_CALL = 100;
let server: TestServer;
let company: CompanyServer;
beforeAll(async () => {
  company = await CompanyServer.start();
  server = await startPostroom({ POSTROOM_CONNECT_ALLOW: '127.0.0.1:*' });
  await server.admin.get('mutation { setMailEnabled(enabled: true) { userErrors { code } } }');
});
afterEach(() => {
  company.behave();
  company.arrived.length = 0;
});
afterAll(async () => {
  await server.stop();
  await company.stop();
});

/** An account that hands over one email after another, so that the server sees their order. */
const accountOf = async (name: string, settings: object = {}): Promise<string> => await testAccount(server, name, { ...company.settings, connectionsMax: 1, ...settings });
const point = async (area: string, accountId: string) => {
  const { version } = await server.admin.get<{ version: number }>('{ smtpConfiguration { version } }');
  const { userErrors } = await server.admin.get<{ userErrors: unknown[] }>(
    'mutation($input: SmtpConfigurationInput!, $version: Int!) { postSmtpConfiguration(input: $input, version: $version) { userErrors { code message } } }',
    { input: { overrides: [{ area, accountId }] }, version });
  expect(userErrors).toEqual([]);
};
/** The invoices of an area, one after another, until all of them stand parked. */
const invoicesParked = async (area: string) => {
  for (let first = 0; first < INVOICES; first += A_CALL) {
    await server.admin.get(SEND_MANY, { inputs: Array.from({ length: A_CALL }, (_, at) => emailInput({ area, batch: area, subject: `Invoice ${first + at}` })) });
  }
  await eventually(async () => await countOf(server.admin, { batch: area, status: ['PARKED'] }), (count) => count === INVOICES);
};
/** What arrived once all were sent: the calls that they came in by, in the order of the server; and the numbers of the invoices, sorted. */
const whatArrived = async (area: string): Promise<{ readonly calls: readonly number[]; readonly numbers: readonly number[] }> => {
  await eventually(async () => await countOf(server.admin, { batch: area, status: ['SENT'] }), (count) => count === INVOICES, 60_000);
  const numbers = company.arrived.map(({ mail }) => Number(mail.subject?.split(' ')[1]));
  return { calls: numbers.map((number) => Math.floor(number / A_CALL)), numbers: numbers.toSorted((one, other) => one - other) };
};

const NUMBERS = Array.from({ length: INVOICES }, (_, at) => at);
/** Those of one call were accepted at one time. */
const IN_ORDER = { calls: NUMBERS.map((number) => Math.floor(number / A_CALL)), numbers: NUMBERS };

test('900 invoices that an expired password stopped go by one posted password, in their order and none twice', async () => {
  const id = await accountOf('Expired');
  await point('INVOICES', id);
  company.behaviour.password = 'new password';
  await invoicesParked('INVOICES');
  const [account] = await execute(server, 'select version from smtp_account where id = ?', [id]);
  const { userErrors } = await server.admin.get<{ userErrors: unknown[] }>(
    'mutation($id: ID!, $version: Int!) { postSmtpAccountSettings(id: $id, settings: { password: "new password" }, version: $version) { userErrors { code message } } }',
    { id, version: Number(account?.['version']) });
  expect(userErrors).toEqual([]);
  expect(await whatArrived('INVOICES')).toEqual(IN_ORDER);
}, 120_000);

test('900 invoices that an expired password stopped go by one repointed override, in their order and none twice', async () => {
  const [expired, other] = [await accountOf('Expired too', { password: 'old password' }), await accountOf('Other')];
  await point('STATEMENTS', expired);
  await invoicesParked('STATEMENTS');
  await point('STATEMENTS', other);
  expect(await whatArrived('STATEMENTS')).toEqual(IN_ORDER);
}, 120_000);
