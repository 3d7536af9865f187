import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeWithChromium, signIn, startChromium, visitor } from '../support/browser.js';
import { settled } from '../support/delivered.js';
import { describeWithPostfix, startPostfix } from '../support/postfix.js';
import { sent } from '../support/sending.js';
import { startPostroom } from '../support/server.js';

interface Mailbox { readonly name: string; readonly password: string; readonly from: string; readonly fromName: string }

/** Makes an account, gives its settings, tests them before they are in force, and posts them. */
const setUp = async (page: Page, port: number, { name, password, from, fromName }: Mailbox): Promise<void> => {
  await page.getByRole('button', { name: 'New account' }).click();
  await page.getByLabel('Name').fill(fromName);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { level: 1, name: new RegExp(`^\\d+ ${fromName}$`) }).waitFor();
  for (const [label, value] of [['Server', '127.0.0.1'], ['Port', String(port)], ['Account', name], ['Password', password], ['Email from', from], ['Name', fromName]] as const) {
    await page.getByLabel(label, { exact: true }).fill(value);
  }
  await page.getByRole('tab', { name: 'Test' }).click();
  await page.getByLabel('Email test to').fill('desk@example.com');
  await page.getByRole('button', { name: 'Test email settings' }).click();
  await page.getByText('The test passed: look for the email at desk@example.com').waitFor();
  await page.getByRole('button', { name: 'Post', exact: true }).click();
  await page.getByText('these settings are in force now').waitFor();
};

describeWithPostfix('mail is set up in the console against a real mail server (needs Postfix)', () => {
  describeWithChromium('and a real browser (needs Chromium)', () => {
    test('from the welcome to two accounts, an override, and an email that arrives', async () => {
      await using postfix = await startPostfix({
        tls: null, sasl: { billing: 'hunter2', orders: 'hunter3' }, relay: 'denied 554', localUsers: ['desk@example.com', 'customer@example.com'],
      });
      const browser = await startChromium();
      const server = await startPostroom({ POSTROOM_CONNECT_ALLOW: '127.0.0.1:*' });
      try {
        const { page, problems } = await visitor(browser, server.url);
        await page.goto('/');
        await signIn(page);
        await page.getByRole('heading', { name: 'Set up mail' }).waitFor();
        await page.getByRole('link', { name: 'SMTP accounts' }).last().click();
        await setUp(page, postfix.port, { name: 'billing', password: 'hunter2', from: 'billing@example.com', fromName: 'Billing' });
        await page.getByRole('link', { name: 'SMTP accounts' }).click();
        await setUp(page, postfix.port, { name: 'orders', password: 'hunter3', from: 'orders@example.com', fromName: 'Order desk' });

        await page.getByRole('combobox', { name: 'Go to' }).fill('database administration');
        await page.getByRole('option', { name: 'SMTP configuration' }).click();
        await page.getByRole('combobox', { name: 'Default SMTP account' }).fill('Billing');
        await page.getByRole('option', { name: 'Billing' }).click();
        await page.getByRole('combobox', { name: 'SMTP account: Orders', exact: true }).fill('Order desk');
        await page.getByRole('option', { name: 'Order desk' }).click();
        const orders = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: /^Orders/ }) });
        await orders.getByText('Order desk, from orders@example.com').waitFor();
        await page.getByRole('button', { name: 'Post', exact: true }).click();
        await page.getByText('this configuration is in force now').waitFor();
        await page.getByText('Mail is on').first().waitFor();

        const [invoice, order] = [await sent(server.admin, { area: 'INVOICES', to: ['customer@example.com'] }), await sent(server.admin, { area: 'ORDERS', to: ['customer@example.com'] })];
        for (const { id } of [invoice, order]) await settled(server.admin, id, 'SENT');
        const arrived = (await postfix.mailbox('customer@example.com', 2)).map((message) => /^From: .*$/m.exec(message.toString())?.[0].trim());
        expect(new Set(arrived)).toEqual(new Set(['From: Billing <billing@example.com>', 'From: Order desk <orders@example.com>']));
        expect(problems).toEqual([]);
      } finally {
        await browser.close();
        await server.stop();
      }
    }, 60_000);
  });
});
