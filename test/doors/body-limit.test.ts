import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { afterEach, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { fastify } from 'fastify';
import { limitBody } from '../../src/http/body-limit.js';
import type { RawConnection } from '../support/raw-http.js';
import { rawConnection } from '../support/raw-http.js';

let app: FastifyInstance;
afterEach(async () => { await app.close(); });

/** A server that answers with the length of what it was sent; whoever sends an `authorization` is signed in. */
const listening = async (bodyBytesInFlight: number): Promise<string> => {
  app = fastify();
  const limits = { signedOutBodyBytes: 100, signedInBodyBytes: 1_000, bodyBytesInFlight };
  app.addHook('preParsing', limitBody(limits, (request) => request.headers.authorization !== undefined));
  app.post('/', async (request) => String(JSON.stringify(request.body).length));
  return await app.listen({ host: '127.0.0.1', port: 0 });
};

const bodyOf = (bytes: number): string => JSON.stringify('x'.repeat(bytes - 2));
const statusOf = async (url: string, bytes: number, signedIn: boolean): Promise<number> =>
  (await fetch(url, { method: 'POST', body: bodyOf(bytes), headers: { 'content-type': 'application/json', ...(signedIn ? { authorization: 'x' } : {}) } })).status;

/** Sends all of a body but its last byte, and waits until the server has read as much. */
const unfinished = async (url: string, bytes: number): Promise<RawConnection & { request: IncomingMessage }> => {
  const connection = await rawConnection(url);
  const arrived = once(app.server, 'request');
  await connection.write(`POST / HTTP/1.1\r\nHost: x\r\nAuthorization: x\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: ${bytes}\r\n\r\n`);
  const [request] = await arrived as [IncomingMessage];
  const read = once(request, 'data');
  await connection.write(bodyOf(bytes).slice(0, -1));
  await read;
  return { ...connection, request };
};

test('a body may be as large as the limit, and not by a byte larger', async () => {
  const url = await listening(10_000);
  expect(await statusOf(url, 100, false)).toBe(200);
  expect(await statusOf(url, 101, false)).toBe(413);
  expect(await statusOf(url, 1_000, true)).toBe(200);
  expect(await statusOf(url, 1_001, true)).toBe(413);
});

test('all bodies being read are capped together, and what was read is given back', async () => {
  const url = await listening(2_000);
  const slow = [await unfinished(url, 900), await unfinished(url, 900)];
  expect(await statusOf(url, 500, true)).toBe(503);
  expect(await statusOf(url, 100, true)).toBe(200);
  for (const { write } of slow) await write('"');
  for (const { closed } of slow) expect(await closed).toMatch(/^HTTP\/1\.1 200 /);
  expect(await statusOf(url, 1_000, true)).toBe(200);
});

test('a caller that hangs up in the middle gives back what it sent', async () => {
  const url = await listening(2_000);
  for (let hungUp = 0; hungUp < 5; hungUp += 1) {
    const { socket, request } = await unfinished(url, 900);
    const gone = new Promise<void>((resolve) => { request.once('close', resolve); });
    socket.destroy();
    await gone;
  }
  expect(await statusOf(url, 1_000, true)).toBe(200);
});

test('a caller that hangs up before its body is read does no harm', async () => {
  const url = await listening(2_000);
  const { write, socket, closed } = await rawConnection(url);
  const arrived = once(app.server, 'request');
  await write('POST / HTTP/1.1\r\nHost: x\r\nAuthorization: x\r\nContent-Type: no/thing\r\nContent-Length: 500\r\n\r\n{');
  await arrived;
  socket.destroy();
  await closed;
  expect(await statusOf(url, 100, true)).toBe(200);
});
