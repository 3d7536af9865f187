import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { Security } from '../../src/domain/account-settings.js';
import { makeCertificates, type Certificates } from '../support/certificates.js';
import { PASSWORD, requestFor, run, stageOf, way } from './probing.js';
import { ScriptedServer } from './scripted-server.js';

let certificates: Certificates;
const trusted = getCACertificates('default');
beforeAll(() => {
  certificates = makeCertificates();
  setDefaultCACertificates([...trusted, certificates.authority]);
});
afterAll(() => setDefaultCACertificates(trusted));

/** A real server that knows one password and keeps what it is given. */
interface RealServer extends AsyncDisposable { readonly port: number; readonly raw: readonly string[] }

const realServer = async (options: SMTPServerOptions = {}): Promise<RealServer> => {
  const raw: string[] = [];
  const server = new SMTPServer({
    ...certificates.sound,
    allowInsecureAuth: true,
    onAuth: (auth, session, done) => {
      const right = auth.method === 'CRAM-MD5' ? auth.validatePassword(PASSWORD) : auth.password === PASSWORD;
      done(auth.username === 'robot' && right ? null : new Error('Invalid username or password'), { user: session.id });
    },
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => { raw.push(Buffer.concat(chunks).toString('latin1')); done(); });
    },
    ...options,
  });
  server.on('error', () => {});
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  return {
    port: (listening.address() as AddressInfo).port,
    raw,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => { server.close(() => resolve()); }),
  };
};

const WAYS: readonly (readonly [Security, string])[] = [
  ['NONE', 'DNS TCP GREETING EHLO -TLS AUTH'],
  ['OPPORTUNISTIC', 'DNS TCP GREETING EHLO TLS AUTH'],
  ['STARTTLS', 'DNS TCP GREETING EHLO TLS AUTH'],
  ['TLS', 'DNS TCP TLS GREETING EHLO AUTH'],
];

test.each(WAYS)('with security %s a real server takes the message as it was written', async (security, start) => {
  await using server = await realServer({ secure: security === 'TLS' });
  const result = await run(requestFor(server.port, { security }, { mode: 'SEND' }));
  expect(way(result)).toBe(`${start} MAIL_FROM RCPT_TO DATA AFTER_DATA DONE`);
  expect(result).toMatchObject({ outcome: 'PASSED', evidence: null, messageId: 'one@example.com', seen: result.stages });
  expect(server.raw).toHaveLength(1);
  const mail = await simpleParser(server.raw[0] ?? '');
  expect(mail).toMatchObject({ messageId: '<one@example.com>', subject: 'Test', date: new Date(Date.UTC(2026, 0, 2)) });
  expect(mail.text?.trimEnd()).toBe('First line\n.\n..dots\nlast');
  expect(mail.from?.value).toEqual([{ address: 'sender@example.com', name: 'The Sender' }]);
});

test('a trusted certificate is shown with what a person asks of it', async () => {
  await using server = await realServer();
  const result = await run(requestFor(server.port, { security: 'STARTTLS' }));
  const detail = stageOf(result, 'TLS')?.detail?.split('; ');
  expect(detail?.[0]).toMatch(/^TLSv1\.3, TLS_\w+$/);
  expect(detail?.slice(1)).toEqual([
    'certificate of localhost (localhost, 127.0.0.1)', 'issued by Test Authority',
    'valid until 2099-01-01T00:00:00.000Z', 'trusted',
  ]);
  expect(stageOf(result, 'AUTH')?.detail).toBe('Logged on as robot by PLAIN');
});

test.each(['PLAIN', 'LOGIN', 'CRAM-MD5'])('logs on by %s where a server offers nothing else', async (mechanism) => {
  await using server = await realServer({ authMethods: [mechanism] });
  const result = await run(requestFor(server.port));
  expect(result.outcome).toBe('PASSED');
  expect(stageOf(result, 'AUTH')?.detail).toContain(`Logged on as robot by ${mechanism}`);
});

test.each(['PLAIN', 'LOGIN', 'CRAM-MD5'])('a real server refuses a wrong password by %s', async (mechanism) => {
  await using server = await realServer({ authMethods: [mechanism] });
  const result = await run(requestFor(server.port, { password: 'wrong' }));
  expect(result.evidence).toMatchObject({ stage: 'AUTH', code: 535, errorCode: 'EAUTH' });
});

test('without log-on AUTH is skipped', async () => {
  await using server = await realServer({ authOptional: true });
  const result = await run(requestFor(server.port, { authentication: 'NONE', accountName: null, password: null }));
  expect(way(result)).toBe('DNS TCP GREETING EHLO -TLS -AUTH MAIL_FROM RCPT_TO DONE');
});

test('a dry run never sends DATA, takes back what it began, and takes leave', async () => {
  await using server = await ScriptedServer.start();
  const result = await run(requestFor(server.port));
  expect(way(result)).toBe('DNS TCP GREETING EHLO -TLS AUTH MAIL_FROM RCPT_TO DONE');
  expect(result).toMatchObject({ outcome: 'PASSED', messageId: null });
  expect(server.commands.map((line) => line.split(' ')[0])).toEqual(['EHLO', 'AUTH', 'MAIL', 'RCPT', 'RSET', 'QUIT']);
  expect(server.messages).toEqual([]);
});

test('lines that start with a dot are stuffed, and every line ends in CRLF', async () => {
  await using server = await ScriptedServer.start();
  await run(requestFor(server.port, {}, { mode: 'SEND' }));
  expect(server.messages[0]).toMatch(/\r\n\r\nFirst line\r\n\.\.\r\n\.\.\.dots\r\nlast$/);
  expect(server.messages[0]).not.toMatch(/[^\r]\n|\r[^\n]/);
});

test('a server that does not know EHLO is asked by HELO', async () => {
  await using server = await ScriptedServer.start({ EHLO: '502 5.5.1 unknown\r\n' });
  const result = await run(requestFor(server.port, { authentication: 'NONE' }));
  expect(result.outcome).toBe('PASSED');
  expect(server.commands.slice(0, 2)).toEqual(['EHLO desk.example.com', 'HELO desk.example.com']);
});

test('SIZE and SMTPUTF8 are used where they are offered and of use, and domains go in ASCII', async () => {
  const EHLO = '250-x\r\n250-SIZE 1000000\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n';
  await using server = await ScriptedServer.start({ EHLO });
  await run(requestFor(server.port, { authentication: 'NONE' }, { to: 'jörg@müller.example' }));
  const sent = server.commands.map((line) => Buffer.from(line, 'latin1').toString('utf8'));
  expect(sent[1]).toMatch(/^MAIL FROM:<sender@example\.com> SIZE=\d+ BODY=8BITMIME SMTPUTF8$/);
  expect(sent[2]).toBe('RCPT TO:<jörg@xn--mller-kva.example>');
});

test('an address that needs SMTPUTF8 is not sent to a server without it', async () => {
  await using server = await ScriptedServer.start();
  const result = await run(requestFor(server.port, {}, { to: 'jörg@example.net' }));
  expect(result.evidence).toMatchObject({ stage: 'RCPT_TO', errorCode: 'EENVELOPE', code: null });
});

const SMUGGLING = [
  'a@b.example>\r\nDATA', 'a@b.example> SIZE=1', 'a@b.example\nRSET', 'a\r\n@b.example', 'a@b\u00ad\n.example',
];

test.each(SMUGGLING)('an address cannot smuggle a command: %j', async (to) => {
  await using server = await ScriptedServer.start();
  const result = await run(requestFor(server.port, {}, { to }));
  expect(result.evidence).toMatchObject({ errorCode: 'EENVELOPE', code: null });
  await server.idle;
  expect(server.commands.map((line) => line.split(' ')[0])).toEqual(['EHLO', 'AUTH']);
});
