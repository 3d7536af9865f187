import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { describeWithChromium, signIn, startChromium, violations, visitor } from '../support/browser.js';
import { hire, record } from '../support/people.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';
import { testAccount } from '../support/test-account.js';

describeWithChromium('the configuration in the console (needs Chromium)', () => {
  let server: TestServer;
  let browser: Browser;
  let page: Page;
  let accountId: string;
  beforeAll(async () => {
    browser = await startChromium();
    server = await startPostroom({ POSTROOM_HEALTH_INTERVAL_MINUTES: '0' });
    accountId = await testAccount(server, 'Company');
    ({ page } = await visitor(browser, server.url));
    await page.goto('/configuration');
    await signIn(page);
    await page.getByRole('heading', { name: 'SMTP configuration', level: 1 }).waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const state = async () => await server.admin.get<{ enabled: boolean; defaultAccount: { name: string } | null; overrides: { area: string }[] }>('{ smtpConfiguration { enabled defaultAccount { name } overrides { area } } }');

  test('the emergency stop is one click and one question, from any page', async () => {
    await page.goto('/accounts');
    await page.getByRole('button', { name: 'Stop all mail' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Stop all mail' }).click();
    await page.getByText('Mail is off: emails are accepted and wait').waitFor();
    expect((await state()).enabled).toBe(false);
    await page.getByRole('button', { name: 'Switch mail on' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Switch mail on' }).click();
    await page.getByText('All mail goes to the sandbox').waitFor();
    expect((await state()).enabled).toBe(true);
  });

  test('what would happen is shown before it does, and edits outlive what somebody else posts', async () => {
    await page.goto('/configuration');
    await page.getByRole('combobox', { name: 'SMTP account: Invoices', exact: true }).fill('Company');
    await page.getByRole('option', { name: 'Company' }).click();
    const invoices = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: /^Invoices/ }) });
    await invoices.getByText('2 Company, from billing@example.com').waitFor();
    expect((await state()).overrides).toEqual([]);
    const { version } = await server.admin.get<{ version: number }>('{ smtpConfiguration { version } }');
    await server.admin.get('mutation($id: ID!, $version: Int!) { postSmtpConfiguration(version: $version, input: { defaultAccountId: $id }) { userErrors { code } } }', { id: accountId, version });
    await page.getByRole('button', { name: 'Post', exact: true }).click();
    await page.getByText('Somebody else posted another configuration meanwhile').waitFor();
    await invoices.getByText('2 Company, from billing@example.com').waitFor();
    await page.getByRole('button', { name: 'Post', exact: true }).click();
    await page.getByText('this configuration is in force now').waitFor();
    expect(await state()).toEqual({ enabled: true, defaultAccount: { name: 'Company' }, overrides: [{ area: 'INVOICES' }] });
  });

  test('who may not see accounts sees which are in use', async () => {
    const { email, password } = await hire(server, 'Configures', [record('SMTP_CONFIGURATION', 'access')]);
    const other = await visitor(browser, server.url);
    await other.page.goto('/configuration');
    await signIn(other.page, { email, password });
    const field = other.page.getByRole('combobox', { name: 'Default SMTP account' });
    await field.waitFor();
    expect(await field.inputValue()).toBe('2 Company');
  });

  test('an area is added, renamed and erased, and one that is used says so', async () => {
    await page.goto('/configuration');
    await page.getByRole('button', { name: 'Add area' }).click();
    await page.getByRole('dialog').getByLabel('Code').fill('picklists');
    await page.getByRole('dialog').getByLabel('Name').fill('Pick lists');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Change: Pick lists' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Picking');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Erase: Picking' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Erase' }).click();
    await page.getByRole('button', { name: 'Erase: Picking' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Erase: Invoices' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Erase' }).click();
    await page.getByRole('dialog').getByRole('alert').waitFor();
    const areas = await server.admin.get<{ code: string }[]>('{ emailAreas { code } }');
    expect([areas.some(({ code }) => code === 'INVOICES'), areas.some(({ code }) => code === 'PICKLISTS')]).toEqual([true, false]);
  });

  test('a quota group is made, changed and erased', async () => {
    await page.goto('/quota-groups');
    await page.getByRole('button', { name: 'New group' }).first().click();
    await page.getByRole('dialog').getByLabel('Name').fill('Provider');
    await page.getByRole('dialog').getByLabel('Emails per day (UTC)').fill('10000');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('row').filter({ hasText: 'Provider' }).getByText('10,000').waitFor();
    await page.getByRole('button', { name: 'Change: Provider' }).click();
    await page.getByRole('dialog').getByLabel('Emails per hour').fill('500');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('row').filter({ hasText: 'Provider' }).getByText('500').waitFor();
    expect(await server.admin.get('{ quotaGroups { name messagesPerHour messagesPerDay } }')).toEqual([{ name: 'Provider', messagesPerHour: 500, messagesPerDay: 10_000 }]);
    await page.getByRole('button', { name: 'Erase: Provider' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Erase' }).click();
    await page.getByText('No quota group yet').waitFor();
  });
});
