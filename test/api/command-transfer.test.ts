import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CommandPlace } from '../support/command.js';
import { commandPlace, runCommand } from '../support/command.js';
import { startPostroom } from '../support/server.js';

let place: CommandPlace;
let other: CommandPlace;
beforeAll(async () => {
  place = await commandPlace();
  other = await commandPlace();
  await place.run('migrate');
  await other.run('migrate');
});
afterAll(async () => {
  await place.remove();
  await other.remove();
});

const HEADER = 'Number;Name;Server;Port;Email from;Account;Use SendGrid;SendGrid Email from;SendGrid Name';
const ACCOUNTS = `\uFEFF${HEADER}
10;Billing;Mail.Example.com;587;billing@example.com;billing;no;;
11;News;;;;;YES;news@example.com;"Example; Ltd."
12;Not posted;;;;;0;;
`;
const exported = async (from: CommandPlace) => {
  const { exportedAt: _, ...file } = JSON.parse((await from.run('export')).stdout) as Record<string, unknown>;
  return file as { smtpAccounts: { number: string; name: string; settings: unknown }[]; reenter: unknown };
};
const lines = (text: string): string[] => text.trim().split('\n');

test('a list of an older system is brought in, and says which secrets have to be entered', async () => {
  const file = place.file('accounts.csv', ACCOUNTS);
  const before = await exported(place);
  const dry = await place.run('import', file, '--dry-run');
  expect(lines(dry.stdout)).toEqual([
    'would add     SMTP account 10 Billing', 'would add     SMTP account 11 News', 'would add     SMTP account 12 Not posted',
    'To be entered: password of account 10 Billing', 'To be entered: SendGrid API key of account 11 News', 'Dry run: nothing was written',
  ]);
  expect(await exported(place)).toEqual(before);
  const real = await place.run('import', file);
  expect(real).toMatchObject({ code: 2, stderr: '' });
  expect(lines(real.stdout).slice(0, 3)).toEqual(['added      SMTP account 10 Billing', 'added      SMTP account 11 News', 'added      SMTP account 12 Not posted']);
  const after = await exported(place);
  expect(after.smtpAccounts.find(({ number }) => number === '10')?.settings).toMatchObject({ server: 'Mail.Example.com', port: 587, accountName: 'billing', useSendGrid: false });
  expect(after.smtpAccounts.find(({ number }) => number === '11')?.settings).toMatchObject({ useSendGrid: true, sendGridName: 'Example; Ltd.', server: null });
  expect(after.smtpAccounts.find(({ number }) => number === '12')?.settings).toBeNull();
});

test('an export brought into a fresh installation is the same installation', async () => {
  const file = place.file('all.json', (await place.run('export')).stdout);
  const installation = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const changed = {
    ...installation,
    areas: [...installation['areas'] as object[], { code: 'REMINDERS', name: 'Reminders', description: 'Of unpaid invoices', discovered: true }],
    smtpConfiguration: { enabled: true, defaultAccount: '10', contentRetentionDays: 30, emailRetentionDays: null, overrides: [{ area: 'REMINDERS', account: '11' }, { area: 'INVOICES', account: '1' }] },
    roles: [...installation['roles'] as object[], { name: 'Bookkeeping', description: null, accessRecords: [
      { recordType: 'EMAILS', access: true, modify: false, add: true, erase: false, areas: ['INVOICES', 'REMINDERS'] },
      { recordType: 'AUDIT', access: true, modify: false, add: false, erase: false, areas: null }] }],
  };
  const imported = await place.run('import', place.file('changed.json', JSON.stringify(changed)));
  expect(imported).toMatchObject({ code: 2, stderr: '' });
  const output = join(place.folder, 'out.json');
  expect((await place.run('export', '--output', output)).code).toBe(0);
  expect(statSync(output).mode & 0o777).toBe(0o600);
  const copied = await other.run('import', output);
  expect(copied).toMatchObject({ code: 2, stderr: '' });
  const file10 = await exported(place);
  expect(await exported(other)).toEqual(file10);
  expect(file10).toMatchObject({ postroom: 1, smtpConfiguration: { defaultAccount: '10', contentRetentionDays: 30, emailRetentionDays: null }, reenter: [
    { account: '10', name: 'Billing', field: 'password' }, { account: '11', name: 'News', field: 'sendGridApiKey' }] });
  const again = await other.run('import', output);
  expect(lines(again.stdout).filter((line) => !line.startsWith('To be entered')).every((line) => line.startsWith('unchanged '))).toBe(true);
});

test('every fault of a file is named with its place, and nothing is written', async () => {
  const before = await exported(place);
  const csv = `${HEADER}\n1;A;mail.example.com;25;a@example.com;;;;\n2 2;B;http://mail;abc;b;;perhaps;;\n13;;mail.example.com;70000;c@example.com;;;;\n13;Billing;;;;;;;;;\n`;
  const { code, stdout, stderr } = await place.run('import', place.file('faulty.csv', csv));
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(lines(stderr).map((line) => /^postroom: (line \d+(?:, column [A-Za-z ]+)?): \S/.exec(line)?.[1])).toEqual([
    'line 2, column Number', 'line 3, column Use SendGrid', 'line 3, column Number', 'line 3, column Server', 'line 3, column Port', 'line 3, column Email from',
    'line 4, column Name', 'line 4, column Port', 'line 5', 'line 5, column Number', 'line 5, column Name',
  ]);
  const json = JSON.stringify({ postroom: 1, areas: [{ code: 'lower', name: '' }], smtpAccounts: [{ number: '14', name: 'X', settings: { server: 'mail', port: 25, emailFrom: 'x' } }],
    smtpConfiguration: { enabled: true, defaultAccount: '99', contentRetentionDays: 0, overrides: [{ area: 'NOWHERE', account: '14' }, { area: 'ORDERS', account: '12' }] },
    roles: [{ name: 'R', accessRecords: [{ recordType: 'AUDIT', access: true, modify: false, add: false, erase: false, areas: ['INVOICES'] }] }] });
  const faults = await place.run('import', place.file('faulty.json', json));
  expect(lines(faults.stderr).map((line) => line.split(': ')[1])).toEqual([
    'areas[0].code', 'areas[0].name', 'smtpAccounts[0].settings.emailFrom', 'smtpConfiguration.defaultAccount', 'smtpConfiguration.overrides[0].area',
    'smtpConfiguration.overrides[1].account', 'smtpConfiguration.contentRetentionDays', 'roles[0].accessRecords[0].areas',
  ]);
  expect(await exported(place)).toEqual(before);
});

test('a file that is no text or has a line without an end is refused in one clear line, and nothing is written', async () => {
  const before = await exported(place);
  const hostile = [`Number,Name\n20,${'x'.repeat(10_000_000)}\n`, 'Number,Name\n20,A\0B\n'];
  for (const content of hostile) {
    const { code, stdout, stderr } = await place.run('import', place.file('hostile.csv', content));
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^postroom: (Line 2 is longer than|The file holds NUL bytes).*\n$/);
  }
  expect(await exported(place)).toEqual(before);
});

test('a cell that a spreadsheet would run as a formula is text and stays text', async () => {
  const { code } = await place.run('import', place.file('formula.csv', 'Number,Name\n30,"=HYPERLINK(""http://evil.example"",""x"")"\n31,@SUM(A1)\n'));
  expect(code).toBe(0);
  const names = (await exported(place)).smtpAccounts.filter(({ number }) => number.startsWith('3')).map(({ name }) => name);
  expect(names).toEqual(['=HYPERLINK("http://evil.example","x")', '@SUM(A1)']);
});

test('two accounts may swap their names in one import', async () => {
  const { code, stderr } = await place.run('import', place.file('swap.csv', 'Number,Name\n30,@SUM(A1)\n31,Was 30\n'));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const back = await place.run('import', place.file('swap.csv', 'Number,Name\n30,Was 30\n31,@SUM(A1)\n'));
  expect(back).toMatchObject({ code: 0, stderr: '' });
});

test('the sandbox is left out where there is none, with whatever was to go through it', async () => {
  const production = await commandPlace({ POSTROOM_SANDBOX: 'off' });
  try {
    await production.run('migrate');
    const { code, stdout } = await production.run('import', join(place.folder, 'out.json'));
    expect(code).toBe(2);
    expect(stdout).toMatch(/Remark: SMTP account 1 Sandbox was left out: it is the sandbox, which is off here/);
    expect(stdout).toMatch(/Remark: The override of INVOICES was left out with account 1/);
    expect((await exported(production)).smtpAccounts.map(({ number }) => number)).toEqual(['10', '11', '12']);
  } finally {
    await production.remove();
  }
});

test('an import never changes a stored secret, but drops one whose server changes and says so; each record is in the audit', async () => {
  const server = await startPostroom();
  try {
    const run = async (csv: string) => await runCommand(['import', '-', '--format', 'csv'], server.environment, csv);
    await run('Number,Name,Server,Port,Email from,Account\n50,Kept,mail.example.com,587,a@example.com,a\n51,Moved,mail.example.com,587,b@example.com,b\n');
    const byNumber = async (number: string) => await server.admin.get<{ id: string; version: number; hasPassword: boolean }>(
      'query($number: String!) { smtpAccountByNumber(number: $number) { id version hasPassword } }', { number });
    for (const number of ['50', '51']) {
      const { id, version } = await byNumber(number);
      await server.admin.get('mutation($id: ID!, $version: Int!) { postSmtpAccountSettings(id: $id, version: $version, settings: { password: "hunter2" }) { userErrors { code } } }', { id, version });
    }
    const { code, stdout } = await run('Number,Name,Server,Port,Email from,Account\n50,Kept and renamed,MAIL.example.com,587,new@example.com,a\n51,Moved,evil.example.net,587,b@example.com,b\n');
    expect(code).toBe(2);
    expect(lines(stdout)).toEqual([
      'updated    SMTP account 50 Kept and renamed: name, server, emailFrom', 'updated    SMTP account 51 Moved: server, password',
      'To be entered: password of account 51 Moved',
    ]);
    expect([await byNumber('50'), await byNumber('51')]).toMatchObject([{ hasPassword: true }, { hasPassword: false }]);
  } finally {
    await server.stop();
  }
});

test('limits, quota groups and fallbacks are carried by name and number, also between accounts that are new', async () => {
  const [from, to] = [await commandPlace(), await commandPlace()];
  try {
    await Promise.all([from.run('migrate'), to.run('migrate')]);
    const account = (number: string, settings: object) => ({ number, name: `Account ${number}`, settings: { server: 'mail.example.com', port: 25, emailFrom: 'a@example.com', ...settings } });
    const file = { postroom: 1, quotaGroups: [{ name: 'Tenant', messagesPerMinute: 30 }], smtpAccounts: [
      account('10', { quotaGroup: 'tenant', fallbackAccount: '11', connectionsMax: 2, retryLongestSeconds: 600 }), account('11', { messagesPerDay: 500 })] };
    const imported = await from.run('import', from.file('limits.json', JSON.stringify(file)));
    expect(imported).toMatchObject({ code: 0, stderr: '' });
    expect(lines(imported.stdout)).toEqual(['added      Quota group Tenant', 'added      SMTP account 10 Account 10', 'added      SMTP account 11 Account 11']);
    const whole = await exported(from);
    expect(whole.smtpAccounts.find(({ number }) => number === '10')?.settings).toMatchObject({ quotaGroup: 'Tenant', fallbackAccount: '11', connectionsMax: 2, retryLongestSeconds: 600 });
    expect(await to.run('import', to.file('all.json', JSON.stringify(whole)))).toMatchObject({ code: 0, stderr: '' });
    expect(await exported(to)).toEqual(whole);
    expect(lines((await to.run('import', to.file('all.json', JSON.stringify(whole)))).stdout).every((line) => line.startsWith('unchanged '))).toBe(true);
    const csv = 'Number,Name,Server,Port,Email from,Messages per hour,Quota group,Fallback account,Give up after hours\n';
    expect(await to.run('import', to.file('a.csv', `${csv}12,Account 12,mail.example.com,25,a@example.com,90,TENANT,10,\n`))).toMatchObject({ code: 0, stderr: '' });
    expect((await exported(to)).smtpAccounts.find(({ number }) => number === '12')?.settings)
      .toMatchObject({ messagesPerHour: 90, quotaGroup: 'Tenant', fallbackAccount: '10', giveUpAfterHours: null });
    const before = await exported(to);
    const faulty = await to.run('import', to.file('b.csv', `${csv}11,Account 11,mail.example.com,25,a@example.com,many,Nobody,12,0\n13,Account 13,mail.example.com,25,a@example.com,,,99,\n`));
    expect({ ...faulty, stderr: lines(faulty.stderr).map((line) => line.split(': ')[1] ?? '').toSorted() }).toEqual({ code: 1, stdout: '', stderr: [
      'line 2, column Fallback account', 'line 2, column Give up after hours', 'line 2, column Messages per hour', 'line 2, column Quota group', 'line 3, column Fallback account'] });
    expect(await exported(to)).toEqual(before);
  } finally {
    await from.remove();
    await to.remove();
  }
});
