import { describe, expect, test } from '@jest/globals';
import { requestFor, run, stageOf, way } from './probing.js';
import { HANG_UP, ScriptedServer } from './scripted-server.js';

const UP_TO: readonly (readonly [verb: string, stage: string, way: string])[] = [
  ['GREETING', 'GREETING', 'DNS TCP !GREETING'],
  ['EHLO', 'EHLO', 'DNS TCP GREETING !EHLO'],
  ['AUTH', 'AUTH', 'DNS TCP GREETING EHLO -TLS !AUTH'],
  ['MAIL', 'MAIL_FROM', 'DNS TCP GREETING EHLO -TLS AUTH !MAIL_FROM'],
  ['RCPT', 'RCPT_TO', 'DNS TCP GREETING EHLO -TLS AUTH MAIL_FROM !RCPT_TO'],
  ['DATA', 'DATA', 'DNS TCP GREETING EHLO -TLS AUTH MAIL_FROM RCPT_TO !DATA'],
  ['DOT', 'AFTER_DATA', 'DNS TCP GREETING EHLO -TLS AUTH MAIL_FROM RCPT_TO DATA !AFTER_DATA'],
];

describe.each(UP_TO)('at %s', (verb, stage, expected) => {
  test('a refusal ends the probe there, with the words of the server', async () => {
    await using server = await ScriptedServer.start({ [verb]: '554-5.7.1 Not you,\r\n554 5.7.1 not now\r\n' });
    const result = await run(requestFor(server.port, {}, { mode: 'SEND' }));
    expect(way(result)).toBe(expected);
    expect(result).toMatchObject({ outcome: 'FAILED', messageId: null, seen: result.stages });
    expect(result.evidence).toMatchObject({
      stage, code: 554, enhancedCode: '5.7.1', reply: '554 5.7.1 Not you, not now', errorMessage: null,
      host: 'localhost', port: server.port,
    });
    expect(result.stages.at(-1)).toMatchObject({ code: 554, enhancedCode: '5.7.1', reply: '554 5.7.1 Not you, not now' });
    await server.idle;
    expect(server.commands.at(-1)).toBe('QUIT');
  });

  test('a hang-up ends the probe there, without a reply', async () => {
    await using server = await ScriptedServer.start({ [verb]: HANG_UP });
    const result = await run(requestFor(server.port, {}, { mode: 'SEND' }));
    expect(way(result)).toBe(expected);
    expect(result.evidence).toMatchObject({
      stage, code: null, reply: null, errorCode: 'ECONNECTION', errorMessage: 'Connection closed unexpectedly',
    });
    await server.idle;
  });
});

test('after a hang-up behind the final dot the message counts as perhaps taken', async () => {
  await using server = await ScriptedServer.start({ DOT: HANG_UP });
  const result = await run(requestFor(server.port, {}, { mode: 'SEND' }));
  expect(result).toMatchObject({ outcome: 'FAILED', messageId: 'one@example.com' });
  expect(server.messages).toHaveLength(1);
});

test('what the server says before it hangs up is its reply', async () => {
  await using server = await ScriptedServer.start({ MAIL: '421 4.3.2 Closing\r\n', QUIT: HANG_UP });
  const result = await run(requestFor(server.port));
  expect(result.evidence).toMatchObject({ stage: 'MAIL_FROM', code: 421, enhancedCode: '4.3.2', errorCode: 'EENVELOPE' });
});

test.each([
  ['a wrong password', { AUTH: '535 5.7.8 Authentication credentials invalid\r\n' }, {}, 'EAUTH', 535],
  ['no AUTH among the capabilities', { EHLO: '250 scripted\r\n' }, {}, 'ENOAUTH', null],
  ['no mechanism for a password', { EHLO: '250-scripted\r\n250 AUTH GSSAPI NTLM\r\n' }, {}, 'ENOAUTH', null],
  ['no password', {}, { password: null }, 'ENOAUTH', null],
  ['no account name', {}, { accountName: null }, 'ENOAUTH', null],
  ['a log-on by OAuth 2.0 that is not offered', {}, { authentication: 'OAUTH2' }, 'ENOXOAUTH2', null],
  ['a log-on by OAuth 2.0 without a token', { EHLO: '250-scripted\r\n250 AUTH XOAUTH2\r\n' }, { authentication: 'OAUTH2' }, 'ENOAUTH', null],
] as const)('%s fails AUTH', async (_name, script, destination, errorCode, code) => {
  await using server = await ScriptedServer.start(script);
  const result = await run(requestFor(server.port, destination));
  expect(way(result)).toBe('DNS TCP GREETING EHLO -TLS !AUTH');
  expect(result.evidence).toMatchObject({ stage: 'AUTH', errorCode, code, banner: 'scripted ESMTP' });
  expect(stageOf(result, 'AUTH')?.detail).toEqual(expect.any(String));
});
