import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuthorizationServer, CLIENT_ID, CLIENT_SECRET, SERVICE_ACCOUNT, TENANT } from './authorization-server.js';
import { makeCertificates } from './certificates.js';
import type { TestServer } from './server.js';
import { startPostroom } from './server.js';
import { TokenMailServer } from './token-mail-server.js';

export const MAILBOX = 'erp@example.com';

/** A Postroom whose tokens come from an authorization server of the test, and mail servers that ask for them. */
export interface OAuthDesk {
  readonly server: TestServer;
  readonly authority: AuthorizationServer;
  readonly mail: TokenMailServer;
  readonly withoutTokens: TokenMailServer;
  /** Settings that are right, by provider. */
  readonly microsoft: Readonly<Record<string, unknown>>;
  readonly google: Readonly<Record<string, unknown>>;
  stop(): Promise<void>;
}

export const startOAuthDesk = async (environment: Readonly<Record<string, string>> = {}): Promise<OAuthDesk> => {
  const certificates = makeCertificates();
  const folder = mkdtempSync(join(tmpdir(), 'authority-'));
  const file = join(folder, 'authority.pem');
  writeFileSync(file, certificates.authority);
  await using undo = new AsyncDisposableStack();
  undo.defer(() => rmSync(folder, { recursive: true }));
  const authority = undo.use(await AuthorizationServer.start());
  const mail = undo.use(await TokenMailServer.start(authority, certificates.sound));
  const withoutTokens = undo.use(await TokenMailServer.start(authority, certificates.sound, ['PLAIN', 'LOGIN']));
  const server = await startPostroom({
    NODE_EXTRA_CA_CERTS: file, POSTROOM_CONNECT_ALLOW: '127.0.0.1:*', POSTROOM_LOG_LEVEL: 'debug', ...authority.environment, ...environment,
  });
  undo.defer(async () => { await server.stop(); });
  const common = { server: '127.0.0.1', port: mail.port, security: 'STARTTLS', authentication: 'OAUTH2', emailFrom: MAILBOX };
  const privateKey = await authority.privateKey();
  const kept = undo.move();
  return {
    server, authority, mail, withoutTokens,
    microsoft: { ...common, oauthProvider: 'MICROSOFT', oauthTenantId: TENANT, oauthClientId: CLIENT_ID, oauthClientSecret: CLIENT_SECRET },
    google: { ...common, oauthProvider: 'GOOGLE', oauthClientEmail: SERVICE_ACCOUNT, oauthPrivateKey: privateKey },
    stop: async () => { await kept.disposeAsync(); },
  };
};
