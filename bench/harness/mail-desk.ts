import type { Api } from '../../test/support/api.ts';
import { CONNECTIONS, postedConnections } from './connections.ts';

interface Faulty { readonly userErrors: readonly { readonly code: string; readonly message: string }[] }
interface Account { readonly id: string; readonly version: number }

/** A desk that is set up as a company would: an account that an area is routed to, and a program that may send for that area. */
export interface MailDesk {
  readonly accountId: string;
  /** What the program sends as its bearer token. */
  readonly token: string;
}

/** The area that all emails of the benches are of. */
export const AREA = 'INVOICES';

const ERRORS = 'userErrors { code message path }';

const done = <T extends Faulty>(payload: T): T => {
  if (payload.userErrors.length > 0) throw new Error(JSON.stringify(payload.userErrors));
  return payload;
};

/** An account that sends through a server on 127.0.0.1. */
export const addAccount = async (admin: Api, port: number, { name = 'Relay', connections = CONNECTIONS } = {}): Promise<Account> => {
  const made = done(await admin.get<Faulty & { smtpAccount: Account }>(
    `mutation($name: String!) { createSmtpAccount(input: { name: $name }) { smtpAccount { id version } ${ERRORS} } }`, { name }));
  const settings = { server: '127.0.0.1', port, security: 'NONE', emailFrom: 'office@example.com', fromName: 'Example Ltd.', ...postedConnections(connections) };
  return done(await admin.get<Faulty & { smtpAccount: Account }>(
    `mutation($id: ID!, $version: Int!, $settings: SmtpAccountSettingsInput!) {
       postSmtpAccountSettings(id: $id, version: $version, settings: $settings) { smtpAccount { id version } ${ERRORS} } }`,
    { ...made.smtpAccount, settings })).smtpAccount;
};

const route = async (admin: Api, accountId: string): Promise<void> => {
  const { version } = await admin.get<{ version: number }>('{ smtpConfiguration { version } }');
  done(await admin.get<Faulty>(
    `mutation($version: Int!, $input: SmtpConfigurationInput!) { postSmtpConfiguration(version: $version, input: $input) { ${ERRORS} } }`,
    { version, input: { enabled: true, defaultAccountId: accountId, overrides: [{ area: AREA, accountId }] } }));
};

const addToken = async (admin: Api): Promise<string> => {
  const records = [{ recordType: 'EMAILS', access: true, modify: false, add: true, erase: false, areas: [AREA] }];
  return done(await admin.get<Faulty & { secret: string }>(
    `mutation($input: ApplicationTokenInput!) { createApplicationToken(input: $input) { secret ${ERRORS} } }`,
    { input: { name: 'Invoicing', records } })).secret;
};

/** Sets up a Postroom that was just started: mail on, the area routed to a server on 127.0.0.1, and a token that may send. */
export const openMailDesk = async (admin: Api, smtpPort: number, connections = CONNECTIONS): Promise<MailDesk> => {
  const { id } = await addAccount(admin, smtpPort, { connections });
  await route(admin, id);
  return { accountId: id, token: await addToken(admin) };
};

/** Stops an account, or lets it go on and frees what waits for it. */
export const setPaused = async (admin: Api, accountId: string, paused: boolean): Promise<void> => {
  done(await admin.get<Faulty>(`mutation($id: ID!) { ${paused ? 'pause' : 'resume'}SmtpAccount(id: $id) { ${ERRORS} } }`, { id: accountId }));
};
