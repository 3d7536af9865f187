import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { describeWithChromium, signIn, startChromium, violations, visitor } from '../support/browser.js';
import { settled } from '../support/delivered.js';
import { hire, record, setRecords } from '../support/people.js';
import { sent } from '../support/sending.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';

describeWithChromium('people, programs and the audit in the console (needs Chromium)', () => {
  let server: TestServer;
  let browser: Browser;
  let page: Page;
  let problems: string[];
  beforeAll(async () => {
    browser = await startChromium();
    server = await startPostroom({ POSTROOM_HEALTH_INTERVAL_MINUTES: '0' });
    ({ page, problems } = await visitor(browser, server.url));
    await page.goto('/employees');
    await signIn(page);
    await page.getByRole('heading', { name: 'Employees', level: 1 }).waitFor();
  });
  beforeEach(() => { problems.length = 0; });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test('an employee is made, given rights by the slider and apart, and signs in with a one-time password', async () => {
    await page.goto('/employees');
    await page.getByRole('button', { name: 'New employee' }).click();
    await page.getByLabel('Name').fill('Kim Support');
    await page.getByRole('dialog').getByLabel('Email').fill('kim@postroom.example');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('tab', { name: 'Access records' }).click();
    const slider = (name: string) => page.getByRole('radiogroup', { name: `Rights: ${name}` });
    await slider('SMTP accounts').getByText('Change', { exact: true }).click();
    await slider('Emails').getByText('Custom', { exact: true }).click();
    const row = page.getByRole('row').filter({ hasText: 'Custom' }).filter({ has: page.getByRole('rowheader', { name: /^Emails(?: •)?$/ }) });
    await row.getByLabel('Add', { exact: true }).last().check();
    await row.getByRole('combobox', { name: 'Only in areas: Emails' }).click();
    await page.getByRole('option', { name: 'Invoices' }).click();
    await page.getByRole('heading', { name: 'Kim Support', level: 1 }).click();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Post access records' }).click();
    await page.getByText('These access records are in force now').waitFor();
    const { edges: [edge] } = await server.admin.get<{ edges: { node: { accessRecords: object[] } }[] }>('{ employees(filter: { text: "kim" }) { edges { node { accessRecords { recordType access modify add erase areas } } } } }');
    expect(edge?.node.accessRecords).toEqual(expect.arrayContaining([record('SMTP_ACCOUNTS', 'access modify', undefined), record('EMAILS', 'add', ['INVOICES'])].map((one) => ({ areas: null, ...one }))));

    await page.getByRole('button', { name: 'Give a one-time password' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Give a one-time password' }).click();
    const password = await page.getByRole('dialog').locator('pre').innerText();
    const other = await visitor(browser, server.url);
    await other.page.goto('/');
    await signIn(other.page, { email: 'kim@postroom.example', password });
    await other.page.getByLabel('Password you want').waitFor();
    expect(problems).toEqual([]);
  });

  test('rights in force say whose access records give them, and the own ones are left alone', async () => {
    const { ref } = await server.admin.get<{ ref: { id: string } }>('mutation { createRole(input: { name: "Bookkeeping", records: [{ recordType: EMAILS, access: true, modify: false, add: true, erase: false }] }) { ref { id } } }');
    const { id } = await hire(server, 'Bo Keeper', [record('AUDIT', 'access')], [ref.id]);
    await page.goto(`/employees/${id}`);
    await page.getByRole('tab', { name: 'Rights in force' }).click();
    const shown = await page.getByRole('tabpanel').innerText();
    expect(shown).toContain('Add: Bookkeeping');
    expect(shown).toContain('Access: its own access records');
    const { id: own } = await server.admin.get<{ id: string }>('{ viewer { id } }');
    await page.goto(`/employees/${own}`);
    await page.getByRole('tab', { name: 'Access records' }).click();
    await page.getByText('Nobody changes the access records of its own').waitFor();
    expect(await page.getByRole('button', { name: /Post access|Erase|Shut out/ }).count()).toBe(0);
  });

  test('a right that somebody else took away meanwhile is not given again by a post', async () => {
    const { id } = await hire(server, 'Both Edit', [record('EMAILS', 'access add')]);
    await page.goto(`/employees/${id}`);
    await page.getByRole('tab', { name: 'Access records' }).click();
    await page.getByRole('radiogroup', { name: 'Rights: Audit' }).getByText('View', { exact: true }).click();
    const { version } = await server.admin.get<{ version: number }>('query($id: ID!) { employee(id: $id) { version } }', { id });
    await setRecords(server.admin, 'EMPLOYEE', id, [record('SMTP_ACCOUNTS', 'access')], version);
    await page.getByRole('button', { name: 'Post access records' }).click();
    await page.getByText('Changed: SMTP accounts, Emails.').waitFor();
    await page.getByRole('button', { name: 'Post access records' }).click();
    await page.getByText('These access records are in force now').waitFor();
    const { accessRecords } = await server.admin.get<{ accessRecords: { recordType: string }[] }>('query($id: ID!) { employee(id: $id) { accessRecords { recordType } } }', { id });
    expect(new Set(accessRecords.map(({ recordType }) => recordType))).toEqual(new Set(['SMTP_ACCOUNTS', 'AUDIT']));
  });

  test('what was typed of an employee outlives a look at another panel', async () => {
    const { id } = await hire(server, 'Looks Around');
    await page.goto(`/employees/${id}`);
    await page.getByLabel('Name').fill('Looked Around');
    await page.getByRole('tab', { name: 'Access records' }).click();
    await page.getByRole('radiogroup', { name: 'Rights: Audit' }).getByText('View', { exact: true }).click();
    await page.getByRole('tab', { name: 'General' }).click();
    expect(await page.getByLabel('Name').inputValue()).toBe('Looked Around');
    await page.getByRole('tab', { name: 'Access records' }).click();
    expect(await page.getByRole('rowheader', { name: 'Audit •' }).count()).toBe(1);
  });

  test('the focus goes back to where a dialog was opened', async () => {
    await page.goto('/roles');
    const opener = page.getByRole('button', { name: 'New role' });
    await opener.click();
    await page.getByRole('dialog').getByLabel('Name').fill('Not saved');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await opener.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
  });

  test('a role is made and given rights', async () => {
    await page.goto('/roles');
    await page.getByRole('button', { name: 'New role' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Warehouse');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Warehouse', level: 1 }).waitFor();
    await page.getByRole('radiogroup', { name: 'Rights: Audit' }).getByText('View', { exact: true }).click();
    await page.getByRole('button', { name: 'Post access records' }).click();
    await page.getByText('These access records are in force now').waitFor();
    const roles = await server.admin.get<{ name: string; accessRecords: object[] }[]>('{ roles { name accessRecords { recordType access } } }');
    expect(roles.find(({ name }) => name === 'Warehouse')?.accessRecords).toEqual([{ recordType: 'AUDIT', access: true }]);
  });

  test('a program gets a token that is shown once, and works until it is revoked', async () => {
    await page.goto('/tokens');
    await page.getByRole('button', { name: 'New token' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Invoicing');
    await page.getByRole('radiogroup', { name: 'Rights: Emails' }).getByText('Erase', { exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByText('The token, shown this once').waitFor();
    const secret = await page.getByRole('dialog').locator('pre').innerText();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    const program = server.anybody.as(secret);
    expect(await program.get('{ viewer { name kind } }')).toEqual({ name: 'Invoicing', kind: 'APPLICATION_TOKEN' });
    await page.getByRole('button', { name: 'Revoke: Invoicing' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke', exact: true }).click();
    await page.getByRole('row').filter({ hasText: 'Invoicing' }).getByText('Revoked').waitFor();
    expect(await program.code('{ viewer { name } }')).toBe('UNAUTHENTICATED');
  });

  test('the audit is searched, and shows each field before and after', async () => {
    await server.admin.get('mutation { createEmailArea(input: { code: "AUDITED", name: "Before" }) { userErrors { code } } }');
    await server.admin.get('mutation { updateEmailArea(code: "AUDITED", version: 1, input: { name: "After" }) { userErrors { code } } }');
    await page.goto('/audit');
    await page.getByRole('combobox', { name: 'Of what' }).click();
    await page.getByRole('option', { name: 'Email area' }).click();
    const line = page.getByRole('row').filter({ hasText: 'Updated' });
    await line.waitFor();
    expect(await line.innerText()).toContain('name: Before → After');
  });

  test('what the sandbox caught is read as its reader would see it', async () => {
    const { id } = await sent(server.admin, { subject: 'Caught', html: '<p>As seen</p>', text: 'As text' });
    await settled(server.admin, id, 'CAPTURED');
    await page.goto('/sandbox');
    await page.getByRole('link', { name: 'Caught' }).click();
    expect(await page.frameLocator('iframe').locator('p').innerText()).toBe('As seen');
    await page.getByText('Source', { exact: true }).click();
    await page.getByText('Content-Type: multipart/alternative').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test('the relaying guide fills in the names of an account', async () => {
    const { ref } = await server.admin.get<{ ref: { id: string } }>('mutation { createSmtpAccount(input: { name: "Guided" }) { ref { id } } }');
    await server.admin.get('mutation($id: ID!) { postSmtpAccountSettings(id: $id, version: 1, settings: { server: "mail.company.example", port: 25, emailFrom: "erp@company.example" }) { userErrors { code } } }', { id: ref.id });
    await page.goto(`/guide?platform=EXCHANGE&account=${ref.id}`);
    await page.getByText('Add-ADPermission "erp@company.example"').waitFor();
    await page.getByRole('combobox', { name: 'Server' }).click();
    await page.getByRole('option', { name: 'Postfix' }).click();
    await page.getByText('postconf mynetworks').waitFor();
    expect(new URL(page.url()).searchParams.get('platform')).toBe('POSTFIX');
  });
});
