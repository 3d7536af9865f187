import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import type { TestServer } from '../support/server.js';
import { ADMIN, startPostroom } from '../support/server.js';

const CHROMIUM = '/usr/bin/chromium';
const describeWithChromium = existsSync(CHROMIUM) ? describe : describe.skip;

describeWithChromium('the playground in a browser (needs Chromium)', () => {
  let server: TestServer;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  /** Every address that the page asked for, and everything that it complained about. */
  const requests: string[] = [];
  const problems: string[] = [];

  beforeAll(async () => {
    server = await startPostroom();
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-background-networking', '--no-first-run'] });
    context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    context.on('request', (request) => requests.push(request.url()));
    page = await context.newPage();
    page.on('websocket', (socket) => requests.push(socket.url()));
    page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) problems.push(message.text()); });
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('requestfailed', (request) => problems.push(`${request.url()} ${request.failure()?.errorText ?? ''}`));
    await page.goto(`${server.url}/graphql`);
    await page.locator('.graphiql-query-editor .view-lines').waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  test('opens with an operation ready for each step of the walk-through', async () => {
    const steps = page.getByRole('button', { name: /sign in|accounts?|email|area|role|token|audit|route/i });
    expect(await steps.count()).toBeGreaterThan(10);
  });

  test('signs in, runs a query with the session of the cookie, and shows the answer', async () => {
    const signedIn = await page.evaluate(async ({ email, password }) => {
      const query = 'mutation($email: String!, $password: String!) { signIn(email: $email, password: $password, cookie: true) { token viewer { name } } }';
      const response = await fetch('/graphql', {
        method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables: { email, password } }),
      });
      return await response.json() as unknown;
    }, ADMIN);
    expect(signedIn).toEqual({ data: { signIn: { token: null, viewer: { name: 'Administrator' } } } });
    // Signed out, even the schema is refused, which the browser notes; from here on nothing may go wrong.
    await page.goto('about:blank');
    problems.length = 0;
    await page.goto(`${server.url}/graphql`);
    await page.locator('.graphiql-query-editor .view-lines').first().click();
    await page.keyboard.press('Control+A');
    // The editor closes the brace by itself; the name on the tab shows that it has read what was typed.
    await page.keyboard.insertText('query OfferedNumber { nextSmtpAccountNumber');
    await page.getByRole('tab', { name: 'OfferedNumber' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.locator('.result-window').getByText('"2"').waitFor();
    expect(await page.locator('.result-window').innerText()).toContain('nextSmtpAccountNumber');
  });

  test('asks nobody but the server that it came from, and breaks no rule of its policy', () => {
    const { host } = new URL(server.url);
    expect(requests.filter((url) => /^(https?|wss?):/.test(url)).map((url) => new URL(url).host)).toEqual(expect.arrayContaining([host]));
    expect(new Set(requests.filter((url) => /^(https?|wss?):/.test(url)).map((url) => new URL(url).host))).toEqual(new Set([host]));
    expect(problems).toEqual([]);
  });
});
