import { expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ProbeRequest } from '../../src/probe/probe.js';
import { requestFor, run, way } from './probing.js';

const KEY = 'SG.key-that-nobody-sees';

interface Heard { readonly url: string | undefined; readonly headers: IncomingHttpHeaders; readonly body: unknown }
interface Api extends AsyncDisposable { readonly url: string; readonly heard: readonly Heard[]; readonly asked: Promise<void> }

/** Stands for SendGrid's API; status 0 keeps quiet. */
const sendGrid = async (status: number, answer: unknown = ''): Promise<Api> => {
  const heard: Heard[] = [];
  const asked = Promise.withResolvers<void>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
      heard.push({ url: request.url, headers: request.headers, body });
      asked.resolve();
      if (status === 0) return;
      response.writeHead(status, { 'Content-Type': 'application/json', Location: '/elsewhere' }).end(JSON.stringify(answer));
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const dispose = (): Promise<void> => new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
  return { url, heard, asked: asked.promise, [Symbol.asyncDispose]: dispose };
};

const request = (sendGridBaseUrl: string, changes: Partial<ProbeRequest> = {}): ProbeRequest => requestFor(0, {}, {
  destination: { kind: 'SENDGRID', accountId: 'account', accountVersion: 1, apiKey: KEY }, sendGridBaseUrl, ...changes,
});

test.each([['DRY_RUN', 200, true, null], ['SEND', 202, false, 'one@example.com']] as const)(
  '%s passes on %i', async (mode, status, sandboxed, messageId) => {
    await using api = await sendGrid(status);
    const result = await run(request(api.url, { mode }));
    expect(way(result)).toBe('PROVIDER_API DONE');
    expect(result).toMatchObject({ outcome: 'PASSED', messageId });
    expect(result.stages[0]).toMatchObject({ code: status });
    expect(api.heard).toHaveLength(1);
    expect(api.heard[0]).toMatchObject({
      url: '/v3/mail/send', headers: { authorization: `Bearer ${KEY}` },
      body: {
        mail_settings: { sandbox_mode: { enable: sandboxed } }, from: { email: 'sender@example.com', name: 'The Sender' },
        headers: { 'Message-ID': '<one@example.com>' }, personalizations: [{ to: [{ email: 'recipient@example.net' }] }],
      },
    });
  },
);

test.each([401, 403, 429, 500])('%i fails with the words of SendGrid and without the key', async (status) => {
  await using api = await sendGrid(status, { errors: [{ message: `The provided key ${KEY} is invalid`, field: null }] });
  const result = await run(request(api.url));
  expect(way(result)).toBe('!PROVIDER_API');
  expect(result.evidence).toMatchObject({
    stage: 'PROVIDER_API', code: status, reply: `${status} The provided key •••••• is invalid`, host: '127.0.0.1',
  });
  expect(JSON.stringify(result)).not.toContain(KEY);
});

test('a redirect is not followed with the key', async () => {
  await using api = await sendGrid(307);
  const result = await run(request(api.url));
  expect(result.outcome).toBe('FAILED');
  expect(api.heard).toHaveLength(1);
});

test('an API that is not reached fails with the code of Node', async () => {
  const api = await sendGrid(200);
  await api[Symbol.asyncDispose]();
  const result = await run(request(api.url));
  expect(result.evidence).toMatchObject({ stage: 'PROVIDER_API', errorCode: 'ECONNREFUSED', code: null });
});

test('a cancel ends the request', async () => {
  await using api = await sendGrid(0);
  const cancel = new AbortController();
  const probing = run(request(api.url, { signal: cancel.signal }));
  await api.asked;
  cancel.abort();
  expect(await probing).toMatchObject({ outcome: 'CANCELLED', stages: [] });
});
