import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { CheckedAddress, ConnectPolicy } from './connect.js';
import { resolveChecked } from './connect.js';
import { lookupUntil } from './resolver.js';

/** What is fetched, and how much of it is taken. */
export interface HttpsGet {
  readonly host: string;
  /** With its query, as it goes on the wire: ASCII only. */
  readonly path: string;
  readonly policy: ConnectPolicy;
  /** A longer answer is given up. */
  readonly bytesMax: number;
  readonly signal: AbortSignal;
  /** Another than 443 only where the policy's allow-list opens it. */
  readonly port?: number;
}

/** An answer of whatever status; the body is empty unless the status is 200. */
export interface HttpsAnswer { readonly status: number; readonly body: string }

/** The answer is not one to be read. */
export class AnswerRefused extends Error {
  override readonly name = 'AnswerRefused';
}

/** Hands out what was checked, whatever Node asks for; so nothing is resolved a second time. */
export const lookupOf = (addresses: readonly CheckedAddress[]): LookupFunction => (_host, options, callback) => {
  if (options.all === true) {
    callback(null, [...addresses]);
    return;
  }
  const [first] = addresses;
  callback(null, first?.address ?? '', first?.family);
};

/** The body as text; throws AnswerRefused where it is longer than allowed, or compressed. */
export const bodyOf = async (answer: IncomingMessage, bytesMax: number): Promise<string> => {
  const encoding = answer.headers['content-encoding'] ?? 'identity';
  // Unpacking would let a small answer grow beyond every limit.
  if (encoding !== 'identity') throw new AnswerRefused('the answer is compressed, which was not asked for');
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > bytesMax) throw new AnswerRefused(`the answer is longer than ${bytesMax / 1_024} KiB`);
    parts.push(part);
  }
  return new TextDecoder().decode(Buffer.concat(parts));
};

/**
 * GETs a page of the web from an address that was checked, with the certificate verified for the host. Follows no redirect: it
 * would lead to a host that nobody checked. Sends no credentials and keeps no connection. The host is looked up in DNS alone. Throws ConnectRefused, AnswerRefused,
 * the signal's reason, or Node's error of the resolver, of TLS or of the connection.
 */
export const httpsGet = async ({ host, path, policy, bytesMax, signal, port = 443 }: HttpsGet): Promise<HttpsAnswer> => {
  const addresses = await resolveChecked(host, port, policy, { web: true, lookup: lookupUntil(signal, policy.dnsServers) });
  signal.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const asked = request({
    host, port, path, servername: host, method: 'GET', agent: false, signal, lookup: lookupOf(addresses),
    headers: { accept: 'text/xml, application/xml', 'accept-encoding': 'identity', 'user-agent': 'Postroom' },
  }, resolve);
  // Stays: an error that comes after the answer began is the body's matter, and must not be nobody's.
  asked.on('error', reject);
  asked.end();
  try {
    const answer = await promise;
    const status = answer.statusCode ?? 0;
    return { status, body: status === 200 ? await bodyOf(answer, bytesMax) : '' };
  } finally {
    asked.destroy();
  }
};
