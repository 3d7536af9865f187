import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Api } from '../support/api.js';
import type { Certificates } from '../support/certificates.js';
import { makeCertificates } from '../support/certificates.js';
import type { EmailWatch } from '../support/email-watch.js';
import { watchEmails } from '../support/email-watch.js';
import type { Postfix } from '../support/postfix.js';
import type { PostfixOptions } from '../support/postfix-configuration.js';
import { startPostroom } from '../support/server.js';

/** The one log-on of the mail servers here. */
export const LOG_ON = { accountName: 'desk@example.com', password: 'grüße: & möre' } as const;
export const OUTSIDE = 'guest@outside.example';

/** A Postroom that trusts the CA of the test and may connect to mail servers on this machine. */
export interface Desk {
  readonly admin: Api;
  readonly certificates: Certificates;
  readonly emails: EmailWatch;
  /** A mail server as a company has one: STARTTLS, log-on, relaying for who logged on; with what a test wants to be different. */
  readonly submission: (changes?: Partial<PostfixOptions>) => PostfixOptions;
  stop(): Promise<void>;
}

export const startDesk = async (certificates: Certificates = makeCertificates()): Promise<Desk> => {
  const folder = mkdtempSync(join(tmpdir(), 'authority-'));
  const file = join(folder, 'authority.pem');
  writeFileSync(file, certificates.authority);
  await using undo = new AsyncDisposableStack();
  undo.defer(() => rmSync(folder, { recursive: true }));
  const server = await startPostroom({ NODE_EXTRA_CA_CERTS: file, POSTROOM_CONNECT_ALLOW: '127.0.0.1:*', POSTROOM_RELAY_PROBE_ADDRESS: OUTSIDE });
  undo.defer(async () => { await server.stop(); });
  const emails = undo.use(await watchEmails(server.admin));
  const kept = undo.move();
  return {
    admin: server.admin, certificates, emails,
    submission: (changes = {}) => ({
      tls: certificates.sound, sasl: { [LOG_ON.accountName]: LOG_ON.password }, relay: 'denied 554',
      localUsers: ['anna@example.com', 'otto@example.com', 'hidden@example.com'], ...changes,
    }),
    stop: async () => { await kept.disposeAsync(); },
  };
};

type Settings = Readonly<Record<string, unknown>>;

/** The settings that are right for such a mail server. */
export const settingsFor = ({ port }: Postfix, changes: Settings = {}): Settings => ({
  server: 'localhost', port, security: 'STARTTLS', emailFrom: 'desk@example.com', ...LOG_ON, ...changes,
});

/** Settings without a log-on. */
export const WITHOUT_LOG_ON = { accountName: null, password: null, authentication: 'NONE' } as const;

interface AccountPayload { smtpAccount: { id: string; version: number; pausedAt: string | null; pauseReason: string | null; pauseDiagnosisId: string | null }; userErrors: readonly unknown[] }
const ACCOUNT = '{ id version pausedAt pauseReason pauseDiagnosisId }';

export const accountNow = async (api: Api, id: string): Promise<AccountPayload['smtpAccount']> =>
  await api.get(`query($id: ID!) { smtpAccount(id: $id) ${ACCOUNT} }`, { id });

/** Posts settings laid over what is posted. */
export const post = async (api: Api, id: string, settings: Settings): Promise<void> => {
  const { version } = await accountNow(api, id);
  const { userErrors } = await api.get<AccountPayload>(
    `mutation($id: ID!, $settings: SmtpAccountSettingsInput!, $version: Int!) {
      postSmtpAccountSettings(id: $id, settings: $settings, version: $version) { smtpAccount ${ACCOUNT} userErrors { code path message } }
    }`, { id, settings, version });
  if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
};

/** A new account with these settings posted. */
export const accountWith = async (api: Api, settings: Settings): Promise<string> => {
  const { smtpAccount } = await api.get<AccountPayload>(
    `mutation($name: String!) { createSmtpAccount(input: { name: $name }) { smtpAccount ${ACCOUNT} userErrors { code } } }`, { name: crypto.randomUUID() });
  await post(api, smtpAccount.id, settings);
  return smtpAccount.id;
};

/** Sends an email; its id. */
export const send = async (api: Api, input: Settings): Promise<{ id: string; messageId: string }> => {
  const { email, userErrors } = await api.get<{ email: { id: string; messageId: string } | null; userErrors: readonly unknown[] }>(
    'mutation($input: SendEmailInput!) { sendEmail(input: $input) { email { id messageId } userErrors { code path message } } }',
    { input: { subject: 'Hello', text: 'Hello', ...input } });
  if (email === null) throw new Error(JSON.stringify(userErrors));
  return email;
};
