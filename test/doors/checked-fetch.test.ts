import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { checkedFetch } from '../../src/doors/checked-fetch.js';
import { parseConnectAllow } from '../../src/doors/connect.js';
import { endPointOf, microsoftScope, parseTokenUrl, TOKEN_END_POINTS } from '../../src/doors/token-source.js';
import { makeCertificates, type Certificates, type KeyPair } from '../support/certificates.js';

let certificates: Certificates;
const trusted = getCACertificates('default');
beforeAll(() => {
  certificates = makeCertificates();
  setDefaultCACertificates([...trusted, certificates.authority]);
});
afterAll(() => setDefaultCACertificates(trusted));

const POLICY = parseConnectAllow('127.0.0.1:*');
const serve = async (pair: KeyPair, listener: RequestListener) => {
  const server = createServer(pair, listener);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}/token`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => { server.close(() => resolve()); });
    },
  };
};
const post = async (url: string, { policy = POLICY, bytesMax = 1_000, signal = new AbortController().signal } = {}) =>
  await checkedFetch(url, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'a=ü', signal }, policy, bytesMax);

test('a body is sent by HTTPS and the answer read, with its status and the headers that count', async () => {
  const heard: string[] = [];
  await using server = await serve(certificates.sound, (request, response) => {
    request.on('data', (piece: Buffer) => heard.push(piece.toString()));
    request.on('end', () => response.writeHead(429, { 'content-type': 'application/json', 'retry-after': '7' }).end('{"error":"slow_down"}'));
  });
  const answer = await post(server.url);
  expect([answer.status, answer.headers.get('retry-after'), await answer.json()]).toEqual([429, '7', { error: 'slow_down' }]);
  expect(heard.join('')).toBe('a=ü');
});

test('nothing is said to who shows a certificate that is not trusted', async () => {
  let asked = 0;
  await using server = await serve(certificates.selfSigned, (_request, response) => {
    asked += 1;
    response.end();
  });
  await expect(post(server.url)).rejects.toMatchObject({ code: expect.stringContaining('CERT') });
  expect(asked).toBe(0);
});

test('a redirect is an answer, and is not followed; an answer that is too long is given up', async () => {
  let asked = 0;
  await using server = await serve(certificates.sound, (_request, response) => {
    asked += 1;
    response.writeHead(307, { location: '/elsewhere' }).end('a'.repeat(500));
  });
  expect((await post(server.url)).status).toBe(307);
  expect(asked).toBe(1);
  await expect(post(server.url, { bytesMax: 499 })).rejects.toThrow('longer');
});

test('what is no public address is closed, whatever it listens on, but for the allow-list; a signal ends it', async () => {
  await using server = await serve(certificates.sound, () => {});
  const closed = parseConnectAllow('');
  await expect(post(server.url, { policy: closed })).rejects.toMatchObject({ code: 'ECONNECTPOLICY' });
  await expect(post('https://10.0.0.1/token', { policy: closed })).rejects.toMatchObject({ code: 'ECONNECTPOLICY' });
  await expect(post('https://169.254.169.254/token')).rejects.toMatchObject({ code: 'ECONNECTPOLICY' });
  const ended = new AbortController();
  const asked = post(server.url, { signal: ended.signal });
  ended.abort();
  await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
});

test('an end point is https, or on this machine; a tenant is one step of its path', () => {
  for (const bad of ['http://login.example/token', 'ftp://login.example', 'https://user:secret@login.example/']) expect(() => parseTokenUrl(bad)).toThrow(/^must/);
  expect(() => parseTokenUrl('nonsense')).toThrow('Invalid URL');
  expect(parseTokenUrl(TOKEN_END_POINTS.microsoft)).toBe(TOKEN_END_POINTS.microsoft);
  expect(parseTokenUrl('http://127.0.0.1:8080/token')).toBe('http://127.0.0.1:8080/token');
  const source = { provider: 'MICROSOFT', tenant: 'Example.com/../x', clientId: '', clientSecret: '' } as const;
  expect(endPointOf(source, TOKEN_END_POINTS).href).toBe('https://login.microsoftonline.com/example.com%2F..%2Fx/oauth2/v2.0/token');
});

test('the scope is that of the cloud', () => {
  const scopes = ['https://login.microsoftonline.com/x', 'https://login.microsoftonline.us/x', 'https://login.partner.microsoftonline.cn/x'].map((url) => microsoftScope(new URL(url)));
  expect(scopes).toEqual(['https://outlook.office365.com/.default', 'https://outlook.office365.us/.default', 'https://partner.outlook.cn/.default']);
});
