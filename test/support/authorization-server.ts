import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { exportJWK, exportPKCS8, generateKeyPair, jwtVerify } from 'jose';
import type { JWK } from 'jose';
import type { Adapter, AdapterPayload } from 'oidc-provider';
import Provider from 'oidc-provider';

export const TENANT = '11111111-2222-4333-8444-555555555555';
export const CLIENT_ID = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
export const CLIENT_SECRET = 'Entra~secret.value-nobody_may_see';
export const SERVICE_ACCOUNT = 'postroom@project.iam.gserviceaccount.com';
const MICROSOFT_SCOPE = 'https://outlook.office365.com/.default';
const GOOGLE_SCOPE = 'https://mail.google.com/';

/** What is answered in place of the real thing; null: the real thing. May wait. */
interface Scripted { readonly status: number; readonly body: string; readonly headers?: Readonly<Record<string, string>> }

/** How it behaves; may be changed while it runs. */
export interface TokenBehaviour { script: () => Scripted | null | Promise<Scripted | null>; lifeSeconds: number }

/** Keeps what one server hands out, in memory: that of the package warns everybody not to use it. */
class Kept implements Adapter {
  readonly #rows = new Map<string, AdapterPayload>();
  async upsert(id: string, payload: AdapterPayload): Promise<void> { this.#rows.set(id, payload); }
  async find(id: string): Promise<AdapterPayload | undefined> { return this.#rows.get(id); }
  async destroy(id: string): Promise<void> { this.#rows.delete(id); }
  async findByUserCode(): Promise<undefined> {}
  async findByUid(): Promise<undefined> {}
  async consume(): Promise<void> {}
  async revokeByGrantId(): Promise<void> {}
}

/** A refusal in the words of Entra. */
export const entra = (status: number, error: string, description: string): Scripted =>
  ({ status, body: JSON.stringify({ error, error_description: description }) });

const answer = (response: ServerResponse, { status, body, headers = {} }: Scripted): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(body);
};

/**
 * A real authorization server for both kinds of application: client credentials by oidc-provider under a tenant's path, as
 * Microsoft's, and signed assertions as Google's, of which signature, issuer, audience, subject, scope and times are checked.
 */
export class AuthorizationServer implements AsyncDisposable {
  readonly behaviour: TokenBehaviour = { script: () => null, lifeSeconds: 3_600 };
  /** Tokens that were handed out, or tried to be. */
  requests = 0;
  readonly handedOut: string[] = [];
  readonly #server: Server;
  readonly #keys: Awaited<ReturnType<typeof generateKeyPair>>;
  readonly #google = new Map<string, { readonly mailbox: string; readonly endsAt: number }>();
  readonly #revoked = new Set<string>();
  #microsoft: Provider | null = null;

  private constructor(keys: Awaited<ReturnType<typeof generateKeyPair>>) {
    this.#keys = keys;
    this.#server = createServer((request, response) => { void this.#serve(request, response); });
  }

  static async start(): Promise<AuthorizationServer> {
    const server = new AuthorizationServer(await generateKeyPair('RS256', { extractable: true }));
    await once(server.#server.listen(0, '127.0.0.1'), 'listening');
    server.#microsoft = server.#provider(await exportJWK(server.#keys.privateKey));
    return server;
  }

  /** Google's half of the key, PEM: what an administrator downloads. */
  async privateKey(): Promise<string> {
    return await exportPKCS8(this.#keys.privateKey);
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The environment that points a Postroom here. */
  get environment(): Readonly<Record<string, string>> {
    return { POSTROOM_MICROSOFT_TOKEN_URL: `${this.origin}/{tenant}/oauth2/v2.0/token`, POSTROOM_GOOGLE_TOKEN_URL: `${this.origin}/google/token` };
  }

  /** Whether a token opens a mailbox now: one of an application opens any, one of a service account that which it was asked for. */
  async opens(mailbox: string, token: string): Promise<boolean> {
    if (this.#revoked.has(token)) return false;
    const google = this.#google.get(token);
    if (google !== undefined) return google.mailbox === mailbox && google.endsAt > Date.now();
    const found = await this.#microsoft?.ClientCredentials.find(token);
    return found !== undefined && !found.isExpired && found.scope === MICROSOFT_SCOPE;
  }

  /** Takes back all that was handed out so far. */
  revokeAll(): void {
    for (const token of this.handedOut) this.#revoked.add(token);
  }

  behave(): void {
    Object.assign(this.behaviour, { script: () => null, lifeSeconds: 3_600 });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => { this.#server.close(() => resolve()); });
  }

  #provider(key: JWK): Provider {
    const provider = new Provider(this.origin, {
      clients: [{
        client_id: CLIENT_ID, client_secret: CLIENT_SECRET, grant_types: ['client_credentials'], redirect_uris: [], response_types: [],
        token_endpoint_auth_method: 'client_secret_post', scope: MICROSOFT_SCOPE,
      }],
      adapter: Kept, jwks: { keys: [key] }, scopes: [MICROSOFT_SCOPE], features: { clientCredentials: { enabled: true }, devInteractions: { enabled: false } },
      ttl: { ClientCredentials: () => this.behaviour.lifeSeconds }, routes: { token: `/${TENANT}/oauth2/v2.0/token` },
    });
    provider.on('client_credentials.saved', ({ jti }) => { this.handedOut.push(jti); });
    return provider;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.requests += 1;
    const scripted = await this.behaviour.script();
    if (scripted === null && request.url === `/${TENANT}/oauth2/v2.0/token`) {
      await this.#microsoft?.callback()(request, response);
      return;
    }
    const form = new URLSearchParams(await text(request));
    if (scripted !== null) answer(response, scripted);
    else if (request.url === '/google/token') answer(response, await this.#googleToken(form));
    else answer(response, entra(400, 'invalid_request', "AADSTS90002: Tenant 'x' not found. Check to make sure you have the correct tenant ID."));
  }

  async #googleToken(form: URLSearchParams): Promise<Scripted> {
    const refused = (description: string): Scripted => entra(400, 'invalid_grant', description);
    if (form.get('grant_type') !== 'urn:ietf:params:oauth:grant-type:jwt-bearer') return entra(400, 'unsupported_grant_type', 'Invalid grant_type');
    try {
      const { payload } = await jwtVerify(form.get('assertion') ?? '', this.#keys.publicKey, {
        issuer: SERVICE_ACCOUNT, audience: `${this.origin}/google/token`, algorithms: ['RS256'], requiredClaims: ['sub', 'iat', 'exp'], maxTokenAge: 3_600,
      });
      if (payload['scope'] !== GOOGLE_SCOPE) return entra(400, 'invalid_scope', 'Bad scope');
      const token = `ya29.${crypto.randomUUID()}`;
      this.#google.set(token, { mailbox: payload.sub ?? '', endsAt: Date.now() + this.behaviour.lifeSeconds * 1_000 });
      this.handedOut.push(token);
      return { status: 200, body: JSON.stringify({ access_token: token, expires_in: this.behaviour.lifeSeconds, token_type: 'Bearer' }) };
    } catch {
      return refused('Invalid JWT Signature.');
    }
  }
}
