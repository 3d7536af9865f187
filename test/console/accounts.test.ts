import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { Visitor } from '../support/browser.js';
import { describeWithChromium, signIn, startChromium, violations, visitor } from '../support/browser.js';
import { CompanyServer } from '../support/company-server.js';
import { DnsServer } from '../support/dns-server.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';
import { testAccount } from '../support/test-account.js';

describeWithChromium('SMTP accounts in the console (needs Chromium)', () => {
  let server: TestServer;
  let company: CompanyServer;
  let dns: DnsServer;
  let browser: Browser;
  let person: Visitor;
  beforeAll(async () => {
    [company, browser] = await Promise.all([CompanyServer.start(), startChromium()]);
    dns = await DnsServer.start({ 'example.com': { MX: [[10, 'mx.example.com']], TXT: ['v=spf1 ip4:192.0.2.1 -all'] }, 'mx.example.com': { A: ['192.0.2.1'] } });
    server = await startPostroom({ POSTROOM_CONNECT_ALLOW: '127.0.0.1:*', POSTROOM_DNS_SERVERS: dns.address, POSTROOM_PUBLIC_ADDRESS: '203.0.113.25' });
    person = await visitor(browser, server.url);
    await person.page.goto('/accounts');
    await signIn(person.page);
    await person.page.getByRole('heading', { name: 'SMTP accounts', level: 1 }).waitFor();
  });
  beforeEach(() => {
    company.behave();
    person.problems.length = 0;
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await company?.stop();
    await dns?.[Symbol.asyncDispose]();
  });

  test('an account is made, its settings are tested before they are posted, and posted', async () => {
    const { page, problems } = person;
    await page.getByRole('link', { name: 'SMTP accounts' }).click();
    await page.getByRole('button', { name: 'New account' }).click();
    await page.getByLabel('Name').fill('Billing');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: /^\d+ Billing$/ }).waitFor();
    const { server: host, port, accountName, emailFrom } = company.settings;
    await page.getByLabel('Server', { exact: true }).fill(host);
    await page.getByLabel('Port').fill(String(port));
    await page.getByLabel('Account', { exact: true }).fill(accountName);
    await page.getByLabel('Password', { exact: true }).fill('wrong');
    await page.getByLabel('Email from', { exact: true }).fill(emailFrom);

    await page.getByRole('tab', { name: 'Test' }).click();
    await page.getByLabel('Email test to').fill('me@elsewhere.example');
    await page.getByRole('button', { name: 'Test email settings' }).click();
    await page.getByText('CREDENTIALS_REFUSED').waitFor();
    expect(await page.getByRole('listitem').filter({ hasText: 'Log-on' }).first().innerText()).toContain('Failed');

    await page.getByRole('tab', { name: 'Settings' }).click();
    expect(await page.getByLabel('Server •', { exact: true }).inputValue()).toBe(host);
    await page.getByLabel('Password •', { exact: true }).fill('hunter2');
    await page.getByRole('tab', { name: 'Test' }).click();
    expect(await page.getByLabel('Email test to').inputValue()).toBe('me@elsewhere.example');
    await page.getByRole('button', { name: 'Test email settings' }).click();
    await page.getByText('look for the email at me@elsewhere.example').waitFor();
    expect(company.arrived).toHaveLength(1);

    await page.getByRole('button', { name: 'Post', exact: true }).click();
    await page.getByText('these settings are in force now').waitFor();
    const { settings, hasPassword } = await server.admin.get<{ settings: object; hasPassword: boolean }>('{ smtpAccountByNumber(number: "2") { settings { server emailFrom accountName } hasPassword } }');
    expect([settings, hasPassword]).toEqual([{ server: host, emailFrom, accountName }, true]);
    expect(problems).toEqual([]);
  });

  test('edits outlive the page, passwords do not', async () => {
    const { page } = person;
    const id = await testAccount(server, 'Kept', company.settings);
    await page.goto(`/accounts/${id}?panel=settings`);
    await page.getByLabel('Name', { exact: true }).fill('Kept edit');
    await page.getByLabel('Password', { exact: true }).fill('typed');
    await page.getByText('2 edits are not posted').waitFor();
    await page.getByRole('link', { name: 'SMTP configuration' }).click();
    await page.getByRole('heading', { name: 'SMTP configuration', level: 1 }).waitFor();
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('typed');
    await page.goto(`/accounts/${id}?panel=settings`);
    await page.getByText('1 edit is not posted').waitFor();
    expect(await page.getByLabel('Name •', { exact: true }).inputValue()).toBe('Kept edit');
  });

  test('what somebody else posted meanwhile is shown, and nothing that was typed is lost', async () => {
    const { page } = person;
    const id = await testAccount(server, 'Shared', company.settings);
    await page.goto(`/accounts/${id}?panel=settings`);
    await page.getByLabel('Name', { exact: true }).fill('Mine');
    await server.admin.get('mutation($id: ID!) { postSmtpAccountSettings(id: $id, version: 2, settings: { replyTo: "desk@example.com" }) { userErrors { code } } }', { id });
    await page.getByRole('button', { name: 'Post', exact: true }).click();
    await page.getByText('Reply to: was nothing, is now desk@example.com').waitFor();
    expect(await page.getByLabel('Name •', { exact: true }).inputValue()).toBe('Mine');
    await page.getByRole('button', { name: 'Post', exact: true }).click();
    await page.getByText('these settings are in force now').waitFor();
    expect(await server.admin.get('query($id: ID!) { smtpAccount(id: $id) { settings { fromName replyTo } } }', { id })).toEqual({ settings: { fromName: 'Mine', replyTo: 'desk@example.com' } });
  });

  test('a fault is shown at the field that the API names, whichever panel was open', async () => {
    const { page } = person;
    const id = await testAccount(server, 'Faulty', company.settings);
    await page.goto(`/accounts/${id}?panel=settings`);
    await page.getByLabel('Email from', { exact: true }).fill('not an address');
    await page.getByRole('tab', { name: 'Usage' }).click();
    await page.getByRole('button', { name: 'Post', exact: true }).click();
    const field = page.getByLabel('Email from •', { exact: true });
    await field.waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await server.admin.get('query($id: ID!) { smtpAccount(id: $id) { version } }', { id })).toEqual({ version: 2 });
  });

  test('what DNS says of its domains is shown, with the record to publish', async () => {
    const { page } = person;
    const id = await testAccount(server, 'Domains', { server: '127.0.0.1', port: 25, security: 'NONE', emailFrom: 'billing@example.com' });
    await page.goto(`/accounts/${id}?panel=domains`);
    await page.getByRole('button', { name: 'Check sender domains' }).click();
    const section = page.getByRole('region', { name: 'example.com' });
    await section.waitFor();
    expect(await section.innerText()).toContain('v=spf1 ip4:192.0.2.1 -all');
    expect(await section.getByText('MX', { exact: true }).count()).toBe(1);
    expect(await violations(page)).toEqual([]);
  });
});
