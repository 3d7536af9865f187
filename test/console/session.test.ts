import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { describeWithChromium, signIn, startChromium, visitor } from '../support/browser.js';
import { hire, record } from '../support/people.js';
import type { TestServer } from '../support/server.js';
import { ADMIN, startPostroom } from '../support/server.js';
import { testAccount } from '../support/test-account.js';

describeWithChromium('the console itself (needs Chromium)', () => {
  let server: TestServer;
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium();
    server = await startPostroom({ POSTROOM_HEALTH_INTERVAL_MINUTES: '0' });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test('lets in who knows the password, and nobody else, and asks nobody but the server that it came from', async () => {
    const { page, problems } = await visitor(browser, server.url);
    await page.goto('/accounts');
    await signIn(page, { ...ADMIN, password: 'guessed' });
    await page.getByRole('alert').waitFor();
    await signIn(page);
    await page.getByRole('heading', { name: 'SMTP accounts', level: 1 }).waitFor();
    expect(problems).toEqual([]);
  });

  test('a session that is over is begun again over the page, and what was typed is still there', async () => {
    const { page, context } = await visitor(browser, server.url);
    await page.goto('/configuration');
    await signIn(page);
    await page.getByLabel('Remove emails from the log after (days)').fill('800');
    await context.clearCookies();
    await page.getByRole('button', { name: 'Post', exact: true }).click();
    await page.getByText('Your session is over').waitFor();
    await signIn(page);
    await page.getByText('Your session is over').waitFor({ state: 'detached' });
    expect(await page.getByLabel('Remove emails from the log after (days)').inputValue()).toBe('800');
    await page.getByRole('button', { name: 'Post', exact: true }).click();
    await page.getByText('this configuration is in force now').waitFor();
  });

  test('the sign-in of a session that is over stands above a dialog that was open, which keeps what was typed', async () => {
    const { page, context } = await visitor(browser, server.url);
    await page.goto('/accounts');
    await signIn(page);
    await page.getByRole('button', { name: 'New account' }).click();
    await page.getByLabel('Name').fill('Typed before');
    await context.clearCookies();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Your session is over').waitFor();
    await page.keyboard.press('Escape');
    await signIn(page);
    await page.getByText('Your session is over').waitFor({ state: 'detached' });
    expect(await page.getByLabel('Name').inputValue()).toBe('Typed before');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: /^\d+ Typed before$/ }).waitFor();
  });

  test('what somebody typed and did not post is not there for the next one in the tab', async () => {
    const { page } = await visitor(browser, server.url);
    const { email, password } = await hire(server, 'Next One', [record('SMTP_ACCOUNTS', 'access modify')]);
    const id = await testAccount(server, 'Shared tab');
    await page.goto(`/accounts/${id}?panel=settings`);
    await signIn(page);
    await page.getByLabel('Name', { exact: true }).fill('Of the first');
    await page.getByText('1 edit is not posted').waitFor();
    await page.getByRole('button', { name: 'Signed in as Administrator' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await signIn(page, { email, password });
    await page.getByRole('heading', { name: 'SMTP accounts', level: 1 }).waitFor();
    await page.goto(`/accounts/${id}?panel=settings`);
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Billing');
    expect(await page.evaluate(() => Object.keys(sessionStorage).length)).toBe(0);
  });

  test('what others did is told without a click: mail that somebody stopped', async () => {
    const { page } = await visitor(browser, server.url);
    await page.clock.install();
    await page.goto('/accounts');
    await signIn(page);
    await page.getByText('All mail goes to the sandbox').waitFor();
    await server.admin.get('mutation { setMailEnabled(enabled: false) { userErrors { code } } }');
    await page.clock.fastForward(31_000);
    await page.getByText('Mail is off: emails are accepted and wait').waitFor();
    await server.admin.get('mutation { setMailEnabled(enabled: true) { userErrors { code } } }');
    await page.clock.fastForward(31_000);
    await page.getByText('All mail goes to the sandbox').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('a one-time password is changed before anything else', async () => {
    const { page } = await visitor(browser, server.url);
    const { id, email } = await hire(server, 'New here', [record('SMTP_ACCOUNTS', 'access')]);
    const { oneTimePassword } = await server.admin.get<{ oneTimePassword: string }>('mutation($id: ID!) { resetEmployeePassword(id: $id) { oneTimePassword } }', { id });
    await page.goto('/');
    await signIn(page, { email, password: oneTimePassword });
    await page.getByLabel('Password you want').fill('a long sentence of my own');
    await page.getByRole('button', { name: 'Change password' }).click();
    await page.getByRole('heading', { name: 'SMTP accounts', level: 1 }).waitFor();
    expect(await server.anybody.get('mutation($email: String!) { signIn(email: $email, password: "a long sentence of my own") { userErrors { code } } }', { email })).toEqual({ userErrors: [] });
  });

  test.each([
    ['SMTP_ACCOUNTS', ['SMTP accounts', 'Quota groups', 'Relaying guide']], ['SMTP_CONFIGURATION', ['SMTP configuration']], ['AUDIT', ['Audit']], ['EMPLOYEES', ['Employees']],
    ['ACCESS_RECORDS', ['Roles']], ['APPLICATION_TOKENS', ['Application tokens']], ['EMAILS', ['Dashboard', 'Emails']], ['EMAIL_CONTENT', ['Captured mail']],
  ])('who may only see %s is led to nothing else', async (type, rooms) => {
    const { page } = await visitor(browser, server.url);
    const { email, password } = await hire(server, `Sees ${type}`, [record(type, 'access')]);
    await page.goto('/');
    await signIn(page, { email, password });
    // The page itself is loaded after what is around it.
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    const links = await page.getByRole('navigation', { name: 'Pages' }).getByRole('link').allInnerTexts();
    expect(links.filter((name) => name !== 'API playground')).toEqual(rooms);
    expect(await page.getByRole('button', { name: /New|Post|Stop|Switch|Add|Erase/ }).count()).toBe(0);
  });

  test('says when the server cannot be reached, and goes on by itself', async () => {
    const { page, context } = await visitor(browser, server.url);
    await page.goto('/accounts');
    await signIn(page);
    await page.getByRole('heading', { name: 'SMTP accounts', level: 1 }).waitFor();
    await context.setOffline(true);
    await page.getByLabel('Search').fill('sand');
    await page.getByText('Postroom cannot be reached').waitFor();
    await context.setOffline(false);
    await page.getByText('Postroom cannot be reached').waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Sandbox' }).waitFor();
    expect(await page.getByLabel('Search').inputValue()).toBe('sand');
  });


  test('a page whose script is not there any more says so, and the rest of the console stays', async () => {
    const { page } = await visitor(browser, server.url);
    await page.goto('/accounts');
    await signIn(page);
    await page.getByRole('link', { name: 'Sandbox' }).waitFor();
    await page.route('**/console/assets/audit-page-*.js', async (route) => await route.fulfill({ status: 404 }));
    await page.getByRole('link', { name: 'Audit' }).click();
    await page.getByText('This page could not be shown').waitFor();
    await page.getByRole('link', { name: 'SMTP accounts' }).click();
    await page.getByRole('heading', { name: 'SMTP accounts', level: 1 }).waitFor();
    expect(await page.getByText('This page could not be shown').count()).toBe(0);
  });

  test.each(['/dashboard', '/accounts', '/emails', '/configuration'])('%s loads less than 200 KB of script, compressed', async (path) => {
    const { page } = await visitor(browser, server.url);
    const scripts = new Map<string, number>();
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) scripts.set(response.url(), Number(response.headers()['content-length']));
    });
    await page.goto(path);
    await signIn(page);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    const bytes = [...scripts.values()].reduce((sum, size) => sum + size, 0);
    expect(bytes).toBeGreaterThan(100_000);
    expect(bytes).toBeLessThan(200_000);
  });
});
