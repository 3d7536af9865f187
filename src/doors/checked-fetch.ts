import type { IncomingMessage } from 'node:http';
import { request as requestByHttp } from 'node:http';
import { request as requestByHttps } from 'node:https';
import { resolveChecked, type ConnectPolicy } from './connect.js';

/** What is asked, as `fetch` is; only what a form needs. */
export interface CheckedRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal?: AbortSignal | undefined;
}

/** The bounds of one request: all of it in time, and the answer in size. */
export interface CheckedLimits { readonly timeoutMs: number; readonly answerBytesMax: number }

const HTTPS_PORT = 443;

const bodyOf = async (answer: IncomingMessage, most: number): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of answer as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > most) throw Object.assign(new Error(`The answer is larger than ${most} bytes`), { code: 'ETOOLARGE' });
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
};

/**
 * Makes one request to a checked address, by HTTPS but where the address says http, and follows no redirect: what is sent
 * is a secret. Port 443 is open besides the ports of the policy. Rejects with ConnectRefused, with Node's error
 * (`ENOTFOUND`, `ECONNREFUSED`, certificate codes), `ETOOLARGE`, or `ABORT_ERR`, `TimeoutError` when the time is over.
 */
export const checkedFetch = async (address: string, asked: CheckedRequest, policy: ConnectPolicy, limits: CheckedLimits): Promise<Response> => {
  const url = new URL(address);
  const secure = url.protocol === 'https:';
  const port = Number(url.port) || (secure ? HTTPS_PORT : 80);
  const signal = AbortSignal.any([AbortSignal.timeout(limits.timeoutMs), ...(asked.signal === undefined ? [] : [asked.signal])]);
  const addresses = await resolveChecked(url.hostname, port, policy, { openPorts: [HTTPS_PORT] });
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const call = (secure ? requestByHttps : requestByHttp)(url, {
    // A literal address is not looked up; it was checked as it stands.
    method: asked.method, headers: { ...asked.headers, 'content-length': Buffer.byteLength(asked.body) }, signal, agent: false,
    lookup: (_host, _options, callback) => callback(null, [...addresses]),
    ...(secure ? { minVersion: 'TLSv1.2' as const } : {}),
  });
  call.on('response', resolve).on('error', reject).end(asked.body);
  const answer = await promise;
  const body = await bodyOf(answer, limits.answerBytesMax);
  const headers = new Headers();
  for (const name of ['content-type', 'retry-after'] as const) {
    const value = answer.headers[name];
    if (value !== undefined) headers.set(name, value);
  }
  return new Response(body.length === 0 ? null : new Uint8Array(body), { status: answer.statusCode ?? 500, headers });
};
