import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import type { Evidence } from '../../src/domain/stage.js';
import { makeCertificates, type Certificates } from '../support/certificates.js';
import { requestFor, run, stageOf, way } from './probing.js';
import { HANG_UP, ScriptedServer, type Script } from './scripted-server.js';

let certificates: Certificates;
const trusted = getCACertificates('default');
const trust = (): void => setDefaultCACertificates([...trusted, certificates.authority]);
beforeAll(() => {
  certificates = makeCertificates();
  trust();
});
afterAll(() => setDefaultCACertificates(trusted));

const OFFER = { EHLO: ['250-scripted\r\n250 STARTTLS\r\n', '250-scripted\r\n250 AUTH PLAIN\r\n'] };
const BEFORE = { STARTTLS: 'DNS TCP GREETING EHLO', TLS: 'DNS TCP' };

const FAULTS = [
  ['expired', 'CERT_HAS_EXPIRED'],
  ['otherName', 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ['selfSigned', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
] as const;

const CASES = FAULTS.flatMap((fault) => (['STARTTLS', 'TLS'] as const).map((security) => [security, ...fault] as const));

test.each(CASES)('%s to a certificate that is %s fails with %s, and no more is said', async (security, which, errorCode) => {
  await using server = await ScriptedServer.start(OFFER, certificates[which], security === 'TLS');
  const result = await run(requestFor(server.port, { security }));
  expect(way(result)).toBe(`${BEFORE[security]} !TLS`);
  expect(result.evidence).toMatchObject({ stage: 'TLS', code: null, errorCode, errorMessage: expect.any(String) });
  expect(stageOf(result, 'TLS')?.detail).toContain(`not trusted: ${result.evidence?.errorMessage} (${errorCode})`);
  await server.idle;
  expect(server.commands.filter((line) => /^(AUTH|MAIL)/.test(line))).toEqual([]);
});

test('a certificate of an unknown authority is not trusted', async () => {
  setDefaultCACertificates(trusted);
  try {
    await using server = await ScriptedServer.start(OFFER, certificates.sound);
    const result = await run(requestFor(server.port, { security: 'STARTTLS' }));
    expect(result.evidence).toMatchObject({ stage: 'TLS', errorCode: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' });
  } finally {
    trust();
  }
});

test('OPPORTUNISTIC encrypts towards a certificate that is not trusted, and says so', async () => {
  await using server = await ScriptedServer.start(OFFER, certificates.selfSigned);
  const result = await run(requestFor(server.port, { security: 'OPPORTUNISTIC' }));
  expect(way(result)).toBe('DNS TCP GREETING EHLO TLS AUTH MAIL_FROM RCPT_TO DONE');
  expect(stageOf(result, 'TLS')?.detail).toContain('not trusted');
});

test.each([
  ['not offered', { EHLO: '250-scripted\r\n250 AUTH PLAIN\r\n' }],
  ['refused', { EHLO: '250-scripted\r\n250-STARTTLS\r\n250 AUTH PLAIN\r\n', STARTTLS: '454 4.7.0 TLS not now\r\n' }],
])('OPPORTUNISTIC goes on in the clear where STARTTLS is %s', async (_name, script) => {
  await using server = await ScriptedServer.start(script);
  const result = await run(requestFor(server.port, { security: 'OPPORTUNISTIC' }));
  expect(way(result)).toBe('DNS TCP GREETING EHLO -TLS AUTH MAIL_FROM RCPT_TO DONE');
  expect(stageOf(result, 'AUTH')?.detail).toContain('unencrypted');
});

test.each<[string, Script, Partial<Evidence>]>([
  ['not offered', { EHLO: '250-scripted\r\n250 AUTH PLAIN\r\n' }, { errorCode: 'EREQUIRETLS', code: null }],
  ['refused', { ...OFFER, STARTTLS: '454 4.7.0 TLS not available\r\n' }, { errorCode: 'ETLS', code: 454 }],
  ['answered by a hang-up', { ...OFFER, STARTTLS: HANG_UP }, { errorCode: 'ECONNECTION', code: null }],
])('required STARTTLS that is %s ends the probe before the log-on', async (_name, script, evidence) => {
  await using server = await ScriptedServer.start(script);
  const result = await run(requestFor(server.port, { security: 'STARTTLS' }));
  expect(way(result)).toBe('DNS TCP GREETING EHLO !TLS');
  expect(result.evidence).toMatchObject({ stage: 'TLS', ...evidence });
  expect(server.commands.some((line) => line.startsWith('AUTH'))).toBe(false);
});

test('replies slipped in before the handshake are thrown away', async () => {
  const injected = '220 go\r\n250-evil\r\n250 AUTH INJECTED\r\n';
  await using server = await ScriptedServer.start({ ...OFFER, STARTTLS: injected }, certificates.sound);
  const result = await run(requestFor(server.port, { security: 'STARTTLS' }, { to: 'x@y.example' }));
  expect(result.outcome).toBe('PASSED');
  expect(stageOf(result, 'AUTH')?.detail).toBe('Logged on as robot by PLAIN');
});

test('capabilities from before the handshake are forgotten', async () => {
  const script = { EHLO: ['250-scripted\r\n250-AUTH PLAIN\r\n250 STARTTLS\r\n', '250 scripted\r\n'] };
  await using server = await ScriptedServer.start(script, certificates.sound);
  const result = await run(requestFor(server.port, { security: 'STARTTLS' }));
  expect(result.evidence).toMatchObject({ stage: 'AUTH', errorCode: 'ENOAUTH', capabilities: [] });
});

test('an EHLO refused after the handshake fails as EHLO', async () => {
  const script = { EHLO: ['250-scripted\r\n250 STARTTLS\r\n', '554 5.7.1 go away\r\n'] };
  await using server = await ScriptedServer.start(script, certificates.sound);
  const result = await run(requestFor(server.port, { security: 'STARTTLS' }));
  expect(way(result)).toBe('DNS TCP GREETING EHLO TLS !EHLO');
});

test.each(['STARTTLS', 'OPPORTUNISTIC'] as const)('%s does not go below TLS 1.2', async (security) => {
  const old = { ...certificates.sound, minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
  await using server = await ScriptedServer.start(OFFER, old);
  const result = await run(requestFor(server.port, { security }));
  expect(way(result)).toBe('DNS TCP GREETING EHLO !TLS');
  expect(result.evidence?.errorCode).toMatch(/^ERR_SSL_.*PROTOCOL/);
});

test('implicit TLS towards a server that speaks in the clear is told apart', async () => {
  await using server = await ScriptedServer.start();
  const result = await run(requestFor(server.port, { security: 'TLS' }));
  expect(way(result)).toBe('DNS TCP !TLS');
  expect(result.evidence?.errorCode).toMatch(/^ERR_SSL_(WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG)$/);
});
