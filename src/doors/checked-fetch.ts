import { request as requestByHttp, type IncomingMessage } from 'node:http';
import { request as requestByHttps } from 'node:https';
import { resolveChecked, type ConnectPolicy } from './connect.js';
import { bodyOf, lookupOf } from './https-get.js';

/** What is asked, as `fetch` is; only what a form needs. */
export interface CheckedRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal: AbortSignal;
}

const PORTS: Readonly<Record<string, number>> = { 'https:': 443, 'http:': 80 };

/**
 * Makes one request with a body to an address that was checked, and follows no redirect: what is sent may be a secret. What is
 * no public address or not port 443 must be opened by the policy's allow-list, as must http. Throws ConnectRefused,
 * AnswerRefused, the signal's reason, or Node's error of the resolver, of TLS or of the connection.
 */
export const checkedFetch = async (address: string, { method, headers, body, signal }: CheckedRequest, policy: ConnectPolicy, bytesMax: number): Promise<Response> => {
  const url = new URL(address);
  const addresses = await resolveChecked(url.hostname, Number(url.port) || (PORTS[url.protocol] ?? 0), policy, { web: true });
  signal.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const asked = (url.protocol === 'http:' ? requestByHttp : requestByHttps)(url, {
    method, agent: false, signal, lookup: lookupOf(addresses), headers: { ...headers, 'accept-encoding': 'identity', 'content-length': Buffer.byteLength(body) },
  }, resolve);
  // Stays: an error that comes after the answer began is the body's matter, and must not be nobody's.
  asked.on('error', reject);
  asked.end(body);
  try {
    const answer = await promise;
    const text = await bodyOf(answer, bytesMax);
    const kept = ['content-type', 'retry-after'].map((name): [string, string] => [name, String(answer.headers[name] ?? '')]);
    return new Response(text === '' ? null : text, { status: answer.statusCode ?? 500, headers: kept });
  } finally {
    asked.destroy();
  }
};
