import { describe } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { ADMIN } from './server.js';

const CHROMIUM = '/usr/bin/chromium';
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** `describe` for tests that need Chromium; else they are reported as skipped, by name. */
export const describeWithChromium = existsSync(CHROMIUM) ? describe : describe.skip;

export const startChromium = async (): Promise<Browser> =>
  await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-background-networking', '--no-first-run'] });

/** A person before a browser of its own, and all that its pages complained about. */
export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Messages of the console, exceptions, and requests to another host. */
  readonly problems: string[];
}

/** What a browser notes whenever the API says no, which pages are made for. */
const expected = /the server responded with a status of (401|403)/;

export const visitor = async (browser: Browser, url: string, colorScheme: 'light' | 'dark' = 'light'): Promise<Visitor> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme, baseURL: url, locale: 'en-GB', timezoneId: 'Europe/Berlin' });
  // Shorter than a test may take, so that what was waited for in vain is named.
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => { if (['error', 'warning'].includes(message.type()) && !expected.test(message.text())) problems.push(message.text()); });
  page.on('pageerror', (error) => problems.push(error.message));
  const { host } = new URL(url);
  context.on('request', (request) => { if (/^(https?|wss?):/.test(request.url()) && new URL(request.url()).host !== host) problems.push(request.url()); });
  return { context, page, problems };
};

/** Fills in the sign-in that the page shows. */
export const signIn = async (page: Page, { email, password }: { readonly email: string; readonly password: string } = ADMIN): Promise<void> => {
  await page.getByLabel('Email', { exact: true }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
};

interface Violation { readonly id: string; readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[] }

/** What WCAG 2.2 AA finds wrong with the page as it stands, as `rule at element`. */
export const violations = async (page: Page): Promise<string[]> => {
  // The policy of the page lets no script in, and the tester is not one of its users.
  await page.evaluate(AXE);
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: (options: object) => Promise<{ violations: Violation[] }> } };
    return (await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })).violations;
  });
  return found.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`));
};
