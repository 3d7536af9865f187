import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, expect, test } from '@jest/globals';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { fastify } from 'fastify';
import { limitBody } from '../../src/http/body-limit.js';
import type { RawConnection } from '../support/raw-http.js';
import { rawConnection } from '../support/raw-http.js';

let app: FastifyInstance;
afterEach(async () => { await app.close(); });

/** A server that answers with the length of what it was sent, at `/held` with what `held` says; whoever sends an `authorization` is signed in. */
const listening = async (bodyBytesInFlight: number, held: (request: FastifyRequest) => Promise<string> = async () => ''): Promise<string> => {
  app = fastify();
  const limits = { signedOutBodyBytes: 100, signedInBodyBytes: 1_000, bodyBytesInFlight };
  app.addHook('preParsing', limitBody(limits, (request) => request.headers.authorization !== undefined));
  app.post('/', async (request) => String(JSON.stringify(request.body).length));
  app.post('/held', held);
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

test('a body counts until its request is answered, for what was parsed from it lives as long', async () => {
  const answer = Promise.withResolvers<string>();
  const entered = Promise.withResolvers<void>();
  const url = await listening(2_000, async () => {
    entered.resolve();
    return await answer.promise;
  });
  const held = fetch(`${url}/held`, { method: 'POST', body: bodyOf(1_000), headers: { 'content-type': 'application/json', authorization: 'x' } });
  await entered.promise;
  const slow = await unfinished(url, 900);
  expect(await statusOf(url, 500, true)).toBe(503);
  answer.resolve('answered');
  expect(await (await held).text()).toBe('answered');
  expect(await statusOf(url, 500, true)).toBe(200);
  await slow.write('"');
  expect(await slow.closed).toMatch(/^HTTP\/1\.1 200 /);
});

test('a caller that hangs up while its request is worked on gives back what it sent', async () => {
  const url = await listening(2_000, async (request) => await new Promise<string>((resolve) => { request.raw.socket.once('close', () => resolve('')); }));
  for (let hungUp = 0; hungUp < 5; hungUp += 1) {
    const connection = await rawConnection(url);
    const arrived = once(app.server, 'request');
    await connection.write(`POST /held HTTP/1.1\r\nHost: x\r\nAuthorization: x\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n`);
    const [request, response] = await arrived as [IncomingMessage, ServerResponse];
    const read = once(request, 'end');
    await connection.write(bodyOf(900));
    await read;
    const gone = once(response, 'close');
    connection.socket.destroy();
    await gone;
  }
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
