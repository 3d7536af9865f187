import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execute } from '../support/rows.js';
import { inAnHour, sent } from '../support/sending.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';
import { follow } from '../support/subscribe.js';
import { configure, testAccount } from '../support/test-account.js';

let server: TestServer;
beforeAll(async () => {
  server = await startPostroom();
  await configure(server, true, null);
});
afterAll(async () => { await server.stop(); });

interface Changed { readonly id: string; readonly status: string }
const CHANGED = 'subscription($batch: String) { emailChanged(batch: $batch) { id status } }';
const changed = async (mutation: string, variables: Readonly<Record<string, unknown>> = {}) => {
  const { userErrors } = await server.admin.get<{ userErrors: unknown[] }>(mutation, variables);
  expect(userErrors).toEqual([]);
};
const switchMail = async (enabled: boolean) => await changed(`mutation { setMailEnabled(enabled: ${enabled}) { userErrors { code } } }`);
const version = async (): Promise<number> => (await server.admin.get<{ version: number }>('{ smtpConfiguration { version } }')).version;
const pausedAccount = async (name: string, reason: string): Promise<string> => {
  const id = await testAccount(server, name);
  await execute(server, 'update smtp_account set paused_at = 1, pause_reason = ? where id = ?', [reason, id]);
  return id;
};

/** How emails come to be parked, and what frees them. */
const WAYS: Record<string, () => Promise<{ readonly values: object; readonly mend: () => Promise<void> }>> = {
  'an account is resumed': async () => {
    const id = await pausedAccount('Resumed', 'BY_HAND');
    return { values: { accountId: id }, mend: async () => await changed('mutation($id: ID!) { resumeSmtpAccount(id: $id) { userErrors { code } } }', { id }) };
  },
  'settings are mended': async () => {
    const id = await pausedAccount('Mended', 'FAULT');
    return { values: { accountId: id }, mend: async () => await changed(
      'mutation($id: ID!) { postSmtpAccountSettings(id: $id, settings: { replyTo: "us@example.com" }, version: 2) { userErrors { code message } } }', { id }) };
  },
  'mail is switched on': async () => {
    await switchMail(false);
    return { values: { accountId: await testAccount(server, 'Off') }, mend: async () => await switchMail(true) };
  },
  'an override is posted': async () => {
    const accountId = await testAccount(server, 'Found');
    return { values: { area: 'INVOICES' }, mend: async () => await changed(
      'mutation($input: SmtpConfigurationInput!, $version: Int!) { postSmtpConfiguration(input: $input, version: $version) { userErrors { code message } } }',
      { input: { overrides: [{ area: 'INVOICES', accountId }] }, version: await version() }) };
  },
};

test.each(Object.keys(WAYS))('who watches hears that emails are free when %s', async (way) => {
  const found = await WAYS[way]?.();
  if (found === undefined) throw new Error('No such way');
  const values = { ...found.values, batch: way, sendAt: inAnHour() };
  await using followed = follow<Changed>(server.admin, CHANGED, { batch: way });
  const parked = new Set<string>();
  let listens = false;
  const coming = followed.next().then((event) => {
    expect(event?.status).toBe('PARKED');
    listens = true;
  });
  // Nothing tells a client that the server listens by now.
  while (!listens) parked.add((await sent(server.admin, values)).id);
  await coming;
  await found.mend();
  while (parked.size > 0) {
    const event = await followed.next();
    if (event?.status === 'SCHEDULED') parked.delete(event.id);
  }
});
