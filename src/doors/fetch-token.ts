import { createPrivateKey } from 'node:crypto';
import { TokenFault, type AccessToken } from '../domain/access-token.js';
import { pemOf } from '../domain/oauth-settings.js';
import { checkedFetch } from './checked-fetch.js';
import { ConnectRefused, type ConnectPolicy } from './connect.js';
import { endPointOf, GOOGLE_SCOPE, microsoftScope, type TokenEndPoints, type TokenSource } from './token-source.js';

/** How tokens are fetched. `now`: UTC milliseconds. */
export interface TokenRequest {
  readonly policy: ConnectPolicy;
  readonly endPoints: TokenEndPoints;
  readonly now: () => number;
  readonly signal?: AbortSignal | undefined;
}

/** End points answer within a second or two; an email, or a person at a test, waits for it. */
export const TOKEN_TIMEOUT_MS = 15_000;
/** Tokens with many claims have a few KiB. */
const ANSWER_BYTES_MAX = 65_536;
const TOKEN_CHARACTERS_MAX = 16_384;
/** Google takes assertions of up to an hour, and refuses those whose times are not near its own. */
const ASSERTION_SECONDS = 600;
/** Where the answer does not say (RFC 6749 section 5.1 recommends that it does). */
const LIFE_SECONDS = 600;
const WORDS_MAX = 700;
const MASK = '••••••';
/** Said by an end point that may answer the same request later: RFC 6749 section 4.1.2.1, and Entra's AADSTS90033. */
const PASSING_WORDS = /^(?:temporarily_unavailable|server_error|slow_down)$|AADSTS90033\b/;

/** Loaded when the first token is fetched: most installations have no use for it, and all would start later. */
const libraries = async () => {
  const [oauth, jose] = await Promise.all([import('oauth4webapi'), import('jose')]);
  return { oauth, jose };
};

/** RFC 7523 section 2.1, as https://developers.google.com/identity/protocols/oauth2/service-account#authorizingrequests prescribes. */
const assertionOf = async ({ clientEmail, privateKey, mailbox }: Extract<TokenSource, { provider: 'GOOGLE' }>, endPoint: URL, nowMs: number): Promise<string> => {
  const { jose } = await libraries();
  const issuedAt = Math.floor(nowMs / 1_000);
  return await new jose.SignJWT({ scope: GOOGLE_SCOPE }).setProtectedHeader({ alg: 'RS256', typ: 'JWT' })
    .setIssuer(clientEmail).setSubject(mailbox).setAudience(endPoint.href).setIssuedAt(issuedAt).setExpirationTime(issuedAt + ASSERTION_SECONDS)
    .sign(createPrivateKey(pemOf(privateKey)));
};

/** Every spelling in which a secret is sent or said back: a form (URLSearchParams) writes `~` as %7E and a blank as +. */
const spellingsOf = (secret: string): string[] => [secret, encodeURIComponent(secret), new URLSearchParams([['', secret]]).toString().slice(1)];

/** What must not be said of this source, wherever it turns up. */
const cleaned = (words: string, secrets: readonly string[]): string => secrets.filter((secret) => secret !== '')
  .reduce((text, secret) => text.replaceAll(secret, MASK), words).replace(/[\p{Cc}\s]+/gu, ' ').trim().slice(0, WORDS_MAX);

const wordsOf = (error: unknown): string => {
  const { code, message, errors } = Object(error) as { code?: unknown; message?: unknown; errors?: unknown };
  if (Array.isArray(errors) && errors.length > 0) return wordsOf(errors[0]);
  return [typeof code === 'string' ? code : '', String(message ?? error)].filter((part) => part !== '').join(' ');
};

const notReached = (error: unknown, { hostname }: URL): TokenFault => {
  if (error instanceof ConnectRefused) return new TokenFault(`The token end point ${hostname} may not be called: ${error.message}`, false);
  return new TokenFault(`The token end point ${hostname} was not reached: ${cleaned(wordsOf(error), [])}`, true);
};

/**
 * What went wrong before the network was asked, as with a key that is none: it does not pass by itself. Its words are left out: OpenSSL's say
 * nothing to people, and could quote the key.
 */
const notAsked = (error: unknown, { hostname }: URL): TokenFault => {
  if (error instanceof TokenFault) return error;
  const { code, name } = Object(error) as { code?: unknown; name?: unknown };
  return new TokenFault(`The request to the token end point ${hostname} could not be made with what is stored: ${String(code ?? name)}`, false);
};

/** `{ error, error_description }` of RFC 6749 section 5.2, or what else was answered. */
const refusalOf = async (response: Response, { hostname }: URL, secrets: readonly string[]): Promise<TokenFault> => {
  const text = await response.text();
  let body: { error?: unknown; error_description?: unknown } = {};
  try {
    body = Object(JSON.parse(text)) as typeof body;
  } catch {
    // A page of a proxy, or of a server that is out of order: its title says more than nothing.
    body = { error_description: /<title>([^<]*)<\/title>/i.exec(text)?.[1] };
  }
  const said = [body.error, body.error_description].filter((part) => typeof part === 'string' && part !== '').join(': ');
  const words = cleaned([response.status, said].filter((part) => part !== '').join(' '), secrets);
  const after = Number(response.headers.get('retry-after'));
  const retryAfterSeconds = Number.isInteger(after) && after > 0 ? Math.min(after, 3_600) : null;
  const passing = response.status === 429 || response.status === 408 || response.status >= 500
    || [body.error, body.error_description].some((part) => typeof part === 'string' && PASSING_WORDS.test(part));
  return new TokenFault(`The token end point ${hostname} ${passing ? 'is out of order, it answered' : 'refused'}: ${words}`, passing, retryAfterSeconds);
};

const unusable = ({ hostname }: URL, why: string): TokenFault => new TokenFault(`The token end point ${hostname} answered with no token that can be used: ${why}`, false);

/**
 * Fetches an access token as an application: from Microsoft by client credentials (RFC 6749 section 4.4), from Google by a
 * signed assertion for the mailbox (RFC 7523). The connection goes through the doors; it has a limit of time and of size, and follows no
 * redirect. Throws TokenFault, whose words hold the end point's own and nothing secret.
 */
export const fetchToken = async (source: TokenSource, { policy, endPoints, now, signal }: TokenRequest): Promise<AccessToken> => {
  const { oauth } = await libraries();
  const endPoint = endPointOf(source, endPoints);
  const startedAt = now();
  const secrets: string[] = source.provider === 'MICROSOFT' ? spellingsOf(source.clientSecret) : [];
  const limit = AbortSignal.any([AbortSignal.timeout(TOKEN_TIMEOUT_MS), ...(signal === undefined ? [] : [signal])]);
  const server = { issuer: endPoint.origin, token_endpoint: endPoint.href };
  const options = {
    [oauth.allowInsecureRequests]: endPoint.protocol === 'http:',
    [oauth.customFetch]: async (address: string, { method, headers, body }: { method: string; headers: Record<string, string>; body?: unknown }) =>
      await checkedFetch(address, { method, headers, body: String(body), signal: limit }, policy, ANSWER_BYTES_MAX)
        .catch((error: unknown) => { throw notReached(error, endPoint); }),
  };
  const ask = async (): Promise<Response> => {
    if (source.provider === 'MICROSOFT') {
      const parameters = { scope: microsoftScope(endPoint) };
      return await oauth.clientCredentialsGrantRequest(server, { client_id: source.clientId }, oauth.ClientSecretPost(source.clientSecret), parameters, options);
    }
    const assertion = await assertionOf(source, endPoint, startedAt);
    secrets.push(assertion);
    const grant = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
    return await oauth.genericTokenEndpointRequest(server, { client_id: source.clientEmail }, () => {}, grant, { assertion }, options);
  };
  const response = await ask().catch((error: unknown) => { throw notAsked(error, endPoint); });
  if (response.status !== 200) throw await refusalOf(response, endPoint, secrets);
  const answer = await oauth.processGenericTokenEndpointResponse(server, { client_id: 'postroom' }, response)
    .catch((error: unknown) => { throw unusable(endPoint, error instanceof Error ? error.message.slice(0, 200) : 'no reason'); });
  const { access_token: value, expires_in: life = LIFE_SECONDS, token_type: kind } = answer;
  if (kind !== 'bearer') throw unusable(endPoint, 'it is no bearer token');
  // RFC 6750 section 2.1: visible characters. A control character would end the token within the log-on.
  if (!/^[\u0021-\u007e]+$/.test(value) || value.length > TOKEN_CHARACTERS_MAX) throw unusable(endPoint, 'it is no token of RFC 6750');
  // Servers reckon in whole seconds: a token may end a second before its life is over by this clock.
  return { value, expiresAt: startedAt + Math.max(0, life - 1) * 1_000 };
};
