import type { TestServer } from './server.js';
import { execute } from './rows.js';

const CREATE = 'mutation($input: CreateSmtpAccountInput!) { createSmtpAccount(input: $input) { ref { id } userErrors { message } } }';
const POST = 'mutation($id: ID!, $settings: SmtpAccountSettingsInput!) { postSmtpAccountSettings(id: $id, settings: $settings, version: 1) { userErrors { message path } } }';

/** An account with posted settings, or without any where none are given; answers its id. */
export const testAccount = async (server: TestServer, name: string, settings: object | null = {}): Promise<string> => {
  const { ref } = await server.admin.get<{ ref: { id: string } }>(CREATE, { input: { name } });
  if (settings === null) return ref.id;
  const posted = { server: 'mail.example.com', port: 587, emailFrom: 'billing@example.com', fromName: 'Billing', ...settings };
  const { userErrors } = await server.admin.get<{ userErrors: unknown[] }>(POST, { id: ref.id, settings: posted });
  if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
  return ref.id;
};

/** Switches mail on or off and chooses the default account, in the database. */
export const configure = async (server: TestServer, enabled: boolean, defaultAccountId: string | null): Promise<void> => {
  await execute(server, 'update smtp_configuration set enabled = ?, default_account_id = ?', [enabled ? 1 : 0, defaultAccountId]);
};

/** Sends an area through an account of its own, in the database. */
export const override = async (server: TestServer, area: string, accountId: string): Promise<void> => {
  await execute(server, 'insert into area_override (area, account_id) values (?, ?)', [area, accountId]);
};
