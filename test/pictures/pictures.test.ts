import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { describeWithChromium, signIn, startChromium, visitor } from '../support/browser.js';
import { CompanyServer } from '../support/company-server.js';
import { settled } from '../support/delivered.js';
import { emailInput, inAnHour, SEND_MANY, sent } from '../support/sending.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';
import { configure, override, testAccount } from '../support/test-account.js';

const ROOT = join(import.meta.dirname, '../..');
/** Those of the documentation; dark, narrow and on a telephone they are only to be looked at. */
const folderOf = (suffix: string): string => join(ROOT, suffix === '' ? 'docs/pictures' : 'test-results/pictures');

/** Takes the pictures of the documentation, by `npm run pictures`: the console as it stands, with made-up mail. */
describeWithChromium('pictures of the console', () => {
  let server: TestServer;
  let company: CompanyServer;
  let browser: Browser;
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    for (const suffix of ['', '-dark']) mkdirSync(folderOf(suffix), { recursive: true });
    [company, browser] = await Promise.all([CompanyServer.start(), startChromium()]);
    server = await startPostroom({ POSTROOM_CONNECT_ALLOW: '127.0.0.1:*', POSTROOM_EHLO_NAME: 'erp.example.com' });
    const billing = await testAccount(server, 'Billing', { ...company.settings, fromName: 'Billing', messagesPerDay: 2_000 });
    const orders = await testAccount(server, 'Order desk', { ...company.settings, emailFrom: 'orders@example.com', fromName: 'Order desk' });
    await configure(server, true, billing);
    await override(server, 'ORDERS', orders);
    Object.assign(ids, { billing });
    const run = (count: number, values: object) => server.admin.get(SEND_MANY, { inputs: Array.from({ length: count }, (_, at) => emailInput({ subject: `Invoice ${20_400 + at}`, to: [`accounts@customer-${at}.example`], ...values })) });
    await run(120, { area: 'INVOICES' });
    await run(40, { area: 'ORDERS', subject: 'Your order is on its way' });
    await run(12, { area: 'STATEMENTS', subject: 'Statement of November', sendAt: inAnHour() });
    const { id: last } = await sent(server.admin, { area: 'INVOICES', subject: 'Last of the run' });
    await settled(server.admin, last, 'SENT');
    company.behaviour.recipient = () => '550 5.1.1 <purchasing@closed.example>: Recipient address rejected: User unknown in virtual mailbox table';
    const { id: refused } = await sent(server.admin, { area: 'INVOICES', subject: 'Invoice 20399', to: ['purchasing@closed.example'] });
    await settled(server.admin, refused, 'FAILED');
    company.behave();
    Object.assign(ids, { refused, admin: (await server.admin.get<{ id: string }>('{ viewer { id } }')).id });
    Object.assign(ids, { kim: (await server.admin.get<{ ref: { id: string } }>('mutation { createEmployee(input: { name: "Kim Support", email: "kim@example.com" }) { ref { id } } }')).ref.id });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await company?.stop();
  });

  const take = async (page: Page, name: string, suffix: string): Promise<void> => {
    await page.waitForLoadState('networkidle');
    await page.mouse.move(0, 0);
    await page.screenshot({ path: join(folderOf(suffix), `${name}${suffix}.png`), animations: 'disabled', caret: 'hide' });
  };
  const PAGES: readonly (readonly [name: string, path: () => string])[] = [
    ['dashboard', () => '/dashboard?hours=1'], ['accounts', () => '/accounts'], ['account-settings', () => `/accounts/${ids['billing']}?panel=settings`],
    ['account-limits', () => `/accounts/${ids['billing']}?panel=limits`], ['configuration', () => '/configuration'], ['emails', () => '/emails'], ['email', () => `/emails/${ids['refused']}`],
    ['compose', () => '/emails/compose'], ['employees', () => '/employees'], ['roles', () => '/roles'], ['tokens', () => '/tokens'], ['audit', () => '/audit'], ['guide', () => '/guide?platform=EXCHANGE'],
  ];
  const testFails = async (page: Page): Promise<void> => {
    company.behaviour.password = 'changed';
    await page.goto(`/accounts/${ids['billing']}?panel=test`);
    await page.getByLabel('Email test to').fill('me@example.net');
    await page.getByRole('button', { name: 'Test without sending' }).click();
    await page.getByText('CREDENTIALS_REFUSED').first().waitFor();
    company.behave();
  };

  test.each([['', 1440, 900, 'light'], ['-dark', 1440, 900, 'dark'], ['-1024', 1024, 768, 'light'], ['-phone', 390, 844, 'light'], ['-phone-dark', 390, 844, 'dark']] as const)('of every page%s, %d wide, %d high, %s', async (suffix, width, height, scheme) => {
    const { page } = await visitor(browser, server.url, scheme);
    await page.setViewportSize({ width, height });
    await page.goto('/');
    await page.getByLabel('Email', { exact: true }).waitFor();
    await take(page, 'sign-in', suffix);
    await signIn(page);
    await page.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor();
    for (const [name, path] of PAGES) {
      await page.goto(path());
      await page.getByRole('heading', { level: 1 }).waitFor();
      await take(page, name, suffix);
    }
    await page.goto(`/employees/${ids['kim']}`);
    await page.getByRole('tab', { name: 'Access records' }).click();
    await take(page, 'access-records', suffix);
    await testFails(page);
    await take(page, 'account-test', suffix);
    expect(await page.locator('html').evaluate((html: { scrollWidth: number; clientWidth: number }) => html.scrollWidth - html.clientWidth)).toBe(0);
  }, 120_000);
});
