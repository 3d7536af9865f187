import type { Api } from '../../test/support/api.ts';
import { CONNECTIONS } from './connections.ts';

interface Faulty { readonly userErrors: readonly { readonly code: string; readonly message: string }[] }
interface Account { readonly id: string; readonly version: number }

/** A desk that is set up as a company would: areas that are routed to an account each, and a program that may send for them. */
export interface MailDesk {
  /** The account of the first area, which is the default too. */
  readonly accountId: string;
  readonly areas: readonly string[];
  /** What the program sends as its bearer token. */
  readonly token: string;
}

/** The area that all emails of the benches are of, where one is enough. */
export const AREA = 'INVOICES';

/** So many areas that a desk has from its first start, or that are added to it. */
const areasOf = (count: number): string[] => [AREA, ...Array.from({ length: count - 1 }, (_, at) => `${AREA}_${at + 2}`)];

const ERRORS = 'userErrors { code message path }';

const done = <T extends Faulty>(payload: T): T => {
  if (payload.userErrors.length > 0) throw new Error(JSON.stringify(payload.userErrors));
  return payload;
};

/** An account that sends through a server on 127.0.0.1. */
export const addAccount = async (admin: Api, port: number, { name = 'Relay', connections = CONNECTIONS } = {}): Promise<Account> => {
  const made = done(await admin.get<Faulty & { smtpAccount: Account }>(
    `mutation($name: String!) { createSmtpAccount(input: { name: $name }) { smtpAccount { id version } ${ERRORS} } }`, { name }));
  const settings = { server: '127.0.0.1', port, security: 'NONE', emailFrom: 'office@example.com', fromName: 'Example Ltd.', connectionsMax: connections };
  return done(await admin.get<Faulty & { smtpAccount: Account }>(
    `mutation($id: ID!, $version: Int!, $settings: SmtpAccountSettingsInput!) {
       postSmtpAccountSettings(id: $id, version: $version, settings: $settings) { smtpAccount { id version } ${ERRORS} } }`,
    { ...made.smtpAccount, settings })).smtpAccount;
};

const addArea = async (admin: Api, code: string): Promise<void> => {
  done(await admin.get<Faulty>(`mutation($input: EmailAreaInput!) { createEmailArea(input: $input) { ${ERRORS} } }`, { input: { code, name: code } }));
};

/** Routes each area by the account that stands at its place. */
const route = async (admin: Api, areas: readonly string[], accountIds: readonly string[]): Promise<void> => {
  const { version } = await admin.get<{ version: number }>('{ smtpConfiguration { version } }');
  const overrides = areas.map((area, at) => ({ area, accountId: accountIds[at] }));
  done(await admin.get<Faulty>(
    `mutation($version: Int!, $input: SmtpConfigurationInput!) { postSmtpConfiguration(version: $version, input: $input) { ${ERRORS} } }`,
    { version, input: { enabled: true, defaultAccountId: accountIds[0], overrides } }));
};

const addToken = async (admin: Api, areas: readonly string[]): Promise<string> => {
  const records = [{ recordType: 'EMAILS', access: true, modify: false, add: true, erase: false, areas }];
  return done(await admin.get<Faulty & { secret: string }>(
    `mutation($input: ApplicationTokenInput!) { createApplicationToken(input: $input) { secret ${ERRORS} } }`,
    { input: { name: 'Invoicing', records } })).secret;
};

/**
 * Sets up a Postroom that was just started: mail on, each area routed by an account of its own to a server on 127.0.0.1, and a
 * token that may send. One area is enough where nothing depends on it.
 */
export const openMailDesk = async (admin: Api, smtpPort: number, { connections = CONNECTIONS, areas: count = 1 } = {}): Promise<MailDesk> => {
  const areas = areasOf(count);
  for (const area of areas.slice(1)) await addArea(admin, area);
  const accountIds: string[] = [];
  for (const area of areas) accountIds.push((await addAccount(admin, smtpPort, { name: `Relay of ${area}`, connections })).id);
  await route(admin, areas, accountIds);
  return { accountId: accountIds[0] ?? '', areas, token: await addToken(admin, areas) };
};

/** Stops an account, or lets it go on and frees what waits for it. */
export const setPaused = async (admin: Api, accountId: string, paused: boolean): Promise<void> => {
  done(await admin.get<Faulty>(`mutation($id: ID!) { ${paused ? 'pause' : 'resume'}SmtpAccount(id: $id) { ${ERRORS} } }`, { id: accountId }));
};
