import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  CreateSmtpAccountDocument, EmailsDocument, NextSmtpAccountNumberDocument, PostSmtpAccountSettingsDocument, PostSmtpConfigurationDocument,
  RouteOfDocument, SendEmailDocument, SetMailEnabledDocument, SmtpAccountByNumberDocument, SmtpAccountsDocument, SmtpConfigurationDocument, ViewerDocument,
} from '../support/operations.generated.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';
import { run } from '../support/typed.js';

let server: TestServer;
beforeAll(async () => { server = await startPostroom(); });
afterAll(async () => { await server.stop(); });

test('IT support goes from a new account to a routed email by the ready operations alone', async () => {
  const { admin } = server;
  expect((await run(admin, ViewerDocument, {})).viewer.rights.length).toBeGreaterThan(0);
  const { nextSmtpAccountNumber: number } = await run(admin, NextSmtpAccountNumberDocument, {});

  const { createSmtpAccount: { smtpAccount: created } } = await run(admin, CreateSmtpAccountDocument, { input: { name: 'Billing' } });
  expect(created).toMatchObject({ number, version: 1 });
  const id = created?.id ?? '';
  const settings = { server: 'mail.example.com', port: 587, emailFrom: 'billing@example.com', accountName: 'billing', password: 'a password' };
  const { postSmtpAccountSettings: posted } = await run(admin, PostSmtpAccountSettingsDocument, { id, settings, version: 1 });
  expect(posted).toMatchObject({ userErrors: [], smtpAccount: { hasPassword: true, settings: { server: 'mail.example.com', port: 587 } } });
  expect((await run(admin, SmtpAccountByNumberDocument, { number })).smtpAccountByNumber).toMatchObject({ id });
  expect((await run(admin, SmtpAccountsDocument, { filter: { text: 'billing' } })).smtpAccounts.edges.map(({ node }) => node.number)).toEqual([number]);

  const { smtpConfiguration: before } = await run(admin, SmtpConfigurationDocument, {});
  const { postSmtpConfiguration: configured } = await run(admin, PostSmtpConfigurationDocument, {
    version: before.version,
    input: { enabled: true, defaultAccountId: before.defaultAccount?.id ?? null, overrides: [{ area: 'INVOICES', accountId: id }] },
  });
  expect(configured).toMatchObject({ userErrors: [], smtpConfiguration: { overrides: [{ area: 'INVOICES', account: { number } }] } });
  expect((await run(admin, RouteOfDocument, { area: 'INVOICES' })).route).toMatchObject({ account: { number }, from: { address: 'billing@example.com' }, deliversOutside: true });

  await run(admin, SetMailEnabledDocument, { enabled: false });
  const { sendEmail: { email } } = await run(admin, SendEmailDocument, { input: { area: 'INVOICES', to: ['jane@customer.example'], subject: 'Invoice 1', text: 'Hello' } });
  expect(email).toMatchObject({ status: 'PARKED', parkedReason: 'MAIL_OFF' });
  expect((await run(admin, EmailsDocument, { filter: { area: 'INVOICES' } })).emails.edges.map(({ node }) => node.id)).toEqual([email?.id]);
});
