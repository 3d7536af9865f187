import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { describeWithChromium, signIn, startChromium, violations, visitor } from '../support/browser.js';
import { CompanyServer } from '../support/company-server.js';
import { settled } from '../support/delivered.js';
import { inAnHour, sent } from '../support/sending.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';
import { configure, testAccount } from '../support/test-account.js';

describeWithChromium('the dashboard of the console (needs Chromium)', () => {
  let server: TestServer;
  let company: CompanyServer;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    [company, browser] = await Promise.all([CompanyServer.start(), startChromium()]);
    server = await startPostroom({ POSTROOM_CONNECT_ALLOW: '127.0.0.1:*', POSTROOM_HEALTH_INTERVAL_MINUTES: '0' });
    await configure(server, true, await testAccount(server, 'Company', { ...company.settings, messagesPerDay: 100 }));
    ({ page } = await visitor(browser, server.url));
    await page.goto('/');
    await signIn(page);
    await page.getByRole('heading', { name: 'Dashboard', level: 1 }).waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await company?.stop();
  });

  test('says what went, what waits and what was wrong, and leads to the emails', async () => {
    const { id } = await sent(server.admin, { area: 'INVOICES' });
    await settled(server.admin, id, 'SENT');
    company.behaviour.recipient = () => '550 5.1.1 User unknown';
    const { id: refused } = await sent(server.admin, { area: 'ORDERS', subject: 'Came back' });
    await settled(server.admin, refused, 'FAILED');
    await sent(server.admin, { area: 'ORDERS', sendAt: inAnHour() });
    await page.goto('/dashboard?hours=1');
    await page.getByText('50 %').waitFor();
    expect(await page.getByRole('row').filter({ hasText: '2 Company' }).first().innerText()).toMatch(/2 Company\s+1\s+1\s+1/);
    expect(await page.getByRole('img').getAttribute('aria-label')).toMatch(/[12] (?:sent|failed)/);
    expect(await page.getByText('1 of 100').count()).toBe(1);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'RECIPIENT_UNKNOWN' }).click();
    await page.getByRole('link', { name: 'Came back' }).waitFor();
    expect(new URL(page.url()).searchParams.get('diagnosisId')).toBe('RECIPIENT_UNKNOWN');
  });
});
