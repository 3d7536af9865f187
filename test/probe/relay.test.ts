import { describe, expect, test } from '@jest/globals';
import { requestFor, run, stageOf, way } from './probing.js';
import { HANG_UP, ScriptedServer, type Answer } from './scripted-server.js';

const OUTSIDE = 'somebody@outside.example';
const RELAY = { relay: { ask: true, to: OUTSIDE } } as const;
const verbs = (server: ScriptedServer): string =>
  server.commands.map((line) => line.split(' ')[0]).filter((verb) => verb !== 'EHLO' && verb !== 'AUTH' && verb !== 'QUIT').join(' ');

test('a dry run names somebody outside, and takes it back', async () => {
  await using server = await ScriptedServer.start();
  const result = await run(requestFor(server.port, {}, RELAY));
  expect(way(result)).toBe('DNS TCP GREETING EHLO -TLS AUTH MAIL_FROM RCPT_TO RELAY DONE');
  expect(stageOf(result, 'RELAY')?.detail).toBe(OUTSIDE);
  expect(verbs(server)).toBe('MAIL RCPT RCPT RSET RSET');
});

test('the message goes in a transaction of its own, which does not know the address outside', async () => {
  await using server = await ScriptedServer.start();
  const result = await run(requestFor(server.port, {}, { ...RELAY, mode: 'SEND' }));
  expect(way(result)).toBe('DNS TCP GREETING EHLO -TLS AUTH MAIL_FROM RCPT_TO RELAY DATA AFTER_DATA DONE');
  expect(verbs(server)).toBe('MAIL RCPT RCPT RSET MAIL RCPT DATA');
  expect(server.commands.slice(server.commands.indexOf('RSET')).join()).not.toContain(OUTSIDE);
  expect(server.messages).toHaveLength(1);
});

describe.each(['SEND', 'DRY_RUN'] as const)('%s', (mode) => {
  test.each([
    '554 5.7.1 <somebody@outside.example>: Relay access denied', '454 4.7.1 <somebody@outside.example>: Relay access denied',
    '550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain', '550 relay not permitted',
    '503 This mail server requires authentication when attempting to send to a non-local e-mail address.',
  ])('is ended by "%s" at RELAY, and nothing is sent', async (refusal) => {
    await using server = await ScriptedServer.start({ RCPT: ['250 ok\r\n', `${refusal}\r\n`] });
    const result = await run(requestFor(server.port, {}, { ...RELAY, mode }));
    expect(way(result)).toBe('DNS TCP GREETING EHLO -TLS AUTH MAIL_FROM RCPT_TO !RELAY');
    expect(result).toMatchObject({ outcome: 'FAILED', messageId: null, evidence: { stage: 'RELAY', reply: refusal } });
    expect(server.messages).toEqual([]);
  });
});

test.each([
  '550 5.1.1 User unknown', '556 5.1.10 Recipient address has null MX', '450 4.7.1 Greylisted, try again later', '452 4.2.2 Mailbox full',
])('"%s" is not about relaying: RELAY is skipped and the test goes on', async (refusal) => {
  await using server = await ScriptedServer.start({ RCPT: ['250 ok\r\n', `${refusal}\r\n`, '250 ok\r\n'] });
  const result = await run(requestFor(server.port, {}, { ...RELAY, mode: 'SEND' }));
  expect(way(result)).toBe('DNS TCP GREETING EHLO -TLS AUTH MAIL_FROM RCPT_TO -RELAY DATA AFTER_DATA DONE');
  expect(stageOf(result, 'RELAY')).toMatchObject({ reply: refusal, detail: `${OUTSIDE} was refused, but not for relaying` });
});

test.each<Answer>(['500 what?\r\n', HANG_UP])('a server that does not take back is sent nothing (%p)', async (answer) => {
  await using server = await ScriptedServer.start({ RSET: answer });
  const result = await run(requestFor(server.port, {}, { ...RELAY, mode: 'SEND' }));
  expect(way(result)).toBe('DNS TCP GREETING EHLO -TLS AUTH MAIL_FROM RCPT_TO !RELAY');
  expect(verbs(server)).not.toContain('DATA');
});

test('why it is not asked is said', async () => {
  await using server = await ScriptedServer.start();
  const result = await run(requestFor(server.port, {}, { relay: { ask: false, because: 'Not asked for' } }));
  expect(stageOf(result, 'RELAY')).toMatchObject({ outcome: 'SKIPPED', detail: 'Not asked for' });
  expect(verbs(server)).toBe('MAIL RCPT RSET');
});

describe('other senders', () => {
  const otherSenders = ['billing@example.com', 'orders@example.com'];

  test('are each tried and taken back, after the message', async () => {
    await using server = await ScriptedServer.start();
    const result = await run(requestFor(server.port, {}, { mode: 'SEND', otherSenders }));
    expect(way(result)).toBe('DNS TCP GREETING EHLO -TLS AUTH MAIL_FROM RCPT_TO DATA AFTER_DATA MAIL_FROM MAIL_FROM DONE');
    expect(result.stages.filter(({ stage }) => stage === 'MAIL_FROM').map(({ detail }) => detail)).toEqual(['sender@example.com', ...otherSenders]);
    expect(verbs(server)).toBe('MAIL RCPT DATA MAIL RCPT RSET MAIL RCPT RSET');
  });

  test('in a dry run begin with what was begun being taken back', async () => {
    await using server = await ScriptedServer.start();
    await run(requestFor(server.port, {}, { otherSenders: ['billing@example.com'] }));
    expect(verbs(server)).toBe('MAIL RCPT RSET MAIL RCPT RSET RSET');
  });

  test.each([
    ['at MAIL', { MAIL: ['250 ok\r\n', '550 5.7.60 SMTP; Client does not have permissions to send as this sender\r\n'] }],
    ['at RCPT', { RCPT: ['250 ok\r\n', '553 5.7.1 <billing@example.com>: Sender address rejected: not owned by user robot\r\n'] }],
  ])('one that is refused %s fails the test by its name, and the message has gone', async (_name, script) => {
    await using server = await ScriptedServer.start(script);
    const result = await run(requestFor(server.port, {}, { mode: 'SEND', otherSenders }));
    expect(way(result)).toBe('DNS TCP GREETING EHLO -TLS AUTH MAIL_FROM RCPT_TO DATA AFTER_DATA !MAIL_FROM');
    expect(result).toMatchObject({ outcome: 'FAILED', messageId: 'one@example.com' });
    expect(result.stages.at(-1)?.detail).toContain('billing@example.com');
  });

  test('more than twenty are left out, and it is said how many', async () => {
    await using server = await ScriptedServer.start();
    const many = Array.from({ length: 23 }, (_, at) => `sender${at}@example.com`);
    const result = await run(requestFor(server.port, {}, { otherSenders: many }));
    expect(result.outcome).toBe('PASSED');
    expect(result.stages.at(-2)).toMatchObject({ stage: 'MAIL_FROM', outcome: 'SKIPPED', detail: '3 further addresses were not tried' });
    expect(server.commands.filter((line) => line.startsWith('MAIL'))).toHaveLength(21);
  });
});
