import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { describeWithChromium, signIn, startChromium, violations, visitor } from '../support/browser.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';

const PANELS = ['general', 'settings', 'limits', 'test', 'domains', 'usage', 'history'];
const PAGES = [
  '/dashboard', '/accounts', ...PANELS.map((panel) => `/accounts/SANDBOX?panel=${panel}`), '/employees', '/employees/OWN', '/roles', '/roles/ROLE', '/tokens', '/audit', '/emails', '/emails/compose',
  '/sandbox', '/configuration', '/quota-groups', '/guide', '/nowhere',
];

describeWithChromium('every page under axe, by WCAG 2.2 AA (needs Chromium)', () => {
  let server: TestServer;
  let browser: Browser;
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    browser = await startChromium();
    server = await startPostroom({ POSTROOM_HEALTH_INTERVAL_MINUTES: '0' });
    const { admin } = server;
    ids['SANDBOX'] = (await admin.get<{ id: string }>('{ smtpAccountByNumber(number: "1") { id } }')).id;
    ids['OWN'] = (await admin.get<{ id: string }>('{ viewer { id } }')).id;
    ids['ROLE'] = (await admin.get<{ id: string }[]>('{ roles { id } }'))[0]?.id ?? '';
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  describeWithChromium.each(['light', 'dark'] as const)('in %s', (scheme) => {
    let page: Page;
    beforeAll(async () => {
      ({ page } = await visitor(browser, server.url, scheme));
      await page.goto('/');
    });

    test('the sign-in, and one that was refused', async () => {
      await page.getByLabel('Email', { exact: true }).waitFor();
      expect(await violations(page)).toEqual([]);
      await signIn(page, { email: 'nobody@postroom.example', password: 'guessed' });
      await page.getByRole('alert').waitFor();
      expect(await violations(page)).toEqual([]);
      await signIn(page);
      await page.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor();
    });

    test.each(PAGES)('%s', async (path) => {
      await page.goto(path.replace(/[A-Z]+/, (name) => ids[name] ?? name));
      await page.getByRole('heading').first().waitFor();
      await page.waitForLoadState('networkidle');
      expect(await violations(page)).toEqual([]);
    });

    test('a question', async () => {
      await page.getByRole('button', { name: 'Stop all mail' }).click();
      await page.getByRole('dialog').waitFor();
      expect(await violations(page)).toEqual([]);
    });

    test('on a telephone, with the navigation open', async () => {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto('/accounts');
      await page.getByRole('button', { name: 'Show the pages' }).click();
      await page.getByRole('link', { name: 'Relaying guide' }).waitFor();
      expect(await violations(page)).toEqual([]);
      expect(await page.locator('html').evaluate((html: { scrollWidth: number; clientWidth: number }) => html.scrollWidth - html.clientWidth)).toBe(0);
    });
  });
});
