import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { diagnose } from '../../src/domain/diagnosis.js';
import { requestFor, run, stageOf, way } from '../probe/probing.js';
import type { Certificates } from '../support/certificates.js';
import { makeCertificates } from '../support/certificates.js';
import type { Postfix } from '../support/postfix.js';
import type { PostfixOptions } from '../support/postfix-configuration.js';
import { describeWithPostfix, startPostfix } from '../support/postfix.js';

const trusted = getCACertificates('default');
let certificates: Certificates;
beforeAll(() => {
  certificates = makeCertificates();
  setDefaultCACertificates([...trusted, certificates.authority]);
});
afterAll(() => setDefaultCACertificates(trusted));

const PASSWORD = 'grüße: & more';
const RIGHT = { security: 'STARTTLS', accountName: 'robot@example.com', password: PASSWORD } as const;
const HERE = { to: 'anna@example.com' };
const OUTSIDE = { to: 'guest@outside.example' };

const submission = (changes: Partial<PostfixOptions> = {}): PostfixOptions => ({
  tls: certificates.sound, sasl: { 'robot@example.com': PASSWORD }, relay: 'denied 554', localUsers: ['anna@example.com'], ...changes,
});

const running = new Map<string, Promise<Postfix>>();
/** Servers that nothing is sent through are shared by the tests that want the same. */
const shared = async (options: PostfixOptions): Promise<Postfix> => {
  const key = JSON.stringify(options);
  const postfix = running.get(key) ?? startPostfix(options);
  running.set(key, postfix);
  return await postfix;
};

type Request = Parameters<typeof requestFor>;
/** One fault: how the server is set up, what the account says, where it ends and what is made of it. */
type Fault = readonly [name: string, server: () => PostfixOptions, account: Request[1], changes: Request[2], way: string, diagnosis: string, reply: RegExp];

const NO_REPLY = /^$/;
const UP_TO_TLS = 'DNS TCP GREETING EHLO';
const FAULTS: readonly Fault[] = [
  ['a wrong password', submission, { ...RIGHT, password: 'wrong' }, HERE, `${UP_TO_TLS} TLS !AUTH`, 'CREDENTIALS_REFUSED', /^535 5\.7\.8 Error: authentication failed/],
  ['relay denied', submission, { ...RIGHT, authentication: 'NONE' }, OUTSIDE,
    `${UP_TO_TLS} TLS -AUTH MAIL_FROM !RCPT_TO`, 'RELAY_DENIED', /^554 5\.7\.1 <guest@outside\.example>: Relay access denied/],
  ['relay denied as Postfix does by itself', () => submission({ relay: 'deferred 454' }), { ...RIGHT, authentication: 'NONE' }, OUTSIDE,
    `${UP_TO_TLS} TLS -AUTH MAIL_FROM !RCPT_TO`, 'RELAY_DENIED', /^454 4\.7\.1 <guest@outside\.example>: Relay access denied/],
  ['an unknown recipient', submission, RIGHT, { to: 'nobody@example.com' },
    `${UP_TO_TLS} TLS AUTH MAIL_FROM !RCPT_TO`, 'RECIPIENT_UNKNOWN', /^550 5\.1\.1 <nobody@example\.com>: Recipient address rejected: User unknown/],
  ['a certificate of an authority that is not trusted', () => submission({ tls: certificates.stranger }), RIGHT, HERE,
    `${UP_TO_TLS} !TLS`, 'CERTIFICATE_CHAIN_INCOMPLETE', NO_REPLY],
  ['a certificate of a private authority that shows its own', () => submission({ tls: certificates.strangerChain }), RIGHT, HERE,
    `${UP_TO_TLS} !TLS`, 'CERTIFICATE_SELF_SIGNED', NO_REPLY],
  ['a self-signed certificate', () => submission({ tls: certificates.selfSigned }), RIGHT, HERE, `${UP_TO_TLS} !TLS`, 'CERTIFICATE_SELF_SIGNED', NO_REPLY],
  ['an expired certificate', () => submission({ tls: certificates.expired }), RIGHT, HERE, `${UP_TO_TLS} !TLS`, 'CERTIFICATE_DATE', NO_REPLY],
  ['a certificate for another name', () => submission({ tls: certificates.otherName }), RIGHT, HERE,
    `${UP_TO_TLS} !TLS`, 'CERTIFICATE_NAME_MISMATCH', NO_REPLY],
  ['a server that cannot encrypt', () => submission({ tls: null }), RIGHT, HERE, `${UP_TO_TLS} !TLS`, 'STARTTLS_NOT_OFFERED', NO_REPLY],
  ['security "none" where encryption is required', () => submission({ submissionTlsRequired: true }),
    { ...RIGHT, security: 'NONE', authentication: 'NONE' }, HERE, `${UP_TO_TLS} -TLS -AUTH !MAIL_FROM`, 'STARTTLS_REQUIRED', /^530 5\.7\.0 Must issue a STARTTLS/],
  ['security "none" where log-on needs encryption', submission, { ...RIGHT, security: 'NONE' }, HERE,
    `${UP_TO_TLS} -TLS !AUTH`, 'AUTH_NOT_OFFERED', NO_REPLY],
  ['a log-on where none is offered', () => submission({ sasl: null }), RIGHT, HERE, `${UP_TO_TLS} TLS !AUTH`, 'AUTH_NOT_OFFERED', NO_REPLY],
  ['implicit TLS on a STARTTLS port', submission, { ...RIGHT, security: 'TLS' }, HERE, 'DNS TCP !TLS', 'TLS_MODE_MISMATCH', NO_REPLY],
  ['a sender that is another\'s', () => submission({ senderLogins: { 'sender@example.com': 'boss@example.com' } }), RIGHT, HERE,
    `${UP_TO_TLS} TLS AUTH MAIL_FROM !RCPT_TO`, 'POSTFIX_SENDER_NOT_OWNED', /^553 5\.7\.1 <sender@example\.com>: Sender address rejected: not owned by user/],
  ['a message over the limit', () => submission({ messageSizeLimit: 1_000 }), RIGHT,
    { ...HERE, mode: 'SEND', message: { messageId: 'long@example.com', subject: 'Long', text: 'x'.repeat(2_000), dateMs: 0 } },
    `${UP_TO_TLS} TLS AUTH !MAIL_FROM`, 'MESSAGE_TOO_LARGE', /^552 5\.3\.4 Message size exceeds fixed limit/],
];

describeWithPostfix('the probe before a real Postfix', () => {
  afterAll(async () => { await Promise.all([...running.values()].map(async (postfix) => await (await postfix).stop())); });

  test.each(['STARTTLS', 'TLS'] as const)('sends by %s, and the message arrives', async (security) => {
    await using postfix = await startPostfix(submission({ implicitTls: security === 'TLS' }));
    const result = await run(requestFor(postfix.port, { ...RIGHT, security }, { ...HERE, mode: 'SEND' }));
    expect(way(result)).toBe(security === 'TLS'
      ? 'DNS TCP TLS GREETING EHLO AUTH MAIL_FROM RCPT_TO DATA AFTER_DATA DONE'
      : 'DNS TCP GREETING EHLO TLS AUTH MAIL_FROM RCPT_TO DATA AFTER_DATA DONE');
    expect(stageOf(result, 'AFTER_DATA')?.reply).toMatch(/^250 2\.0\.0 Ok: queued as /);
    const [message] = await postfix.mailbox('anna@example.com');
    expect(message?.toString()).toContain('Message-ID: <one@example.com>');
  });

  test('a dry run leaves no message behind', async () => {
    await using postfix = await startPostfix(submission());
    expect((await run(requestFor(postfix.port, RIGHT, HERE))).outcome).toBe('PASSED');
    await run(requestFor(postfix.port, RIGHT, { ...HERE, mode: 'SEND' }));
    expect(await postfix.mailbox('anna@example.com')).toHaveLength(1);
  });

  test('who logged on may relay where others may not', async () => {
    await using postfix = await startPostfix(submission());
    expect((await run(requestFor(postfix.port, RIGHT, { ...OUTSIDE, mode: 'SEND' }))).outcome).toBe('PASSED');
    expect(await postfix.mailbox(OUTSIDE.to)).toHaveLength(1);
  });

  test('a log-on service that is down is a passing fault', async () => {
    await using postfix = await startPostfix(submission());
    await postfix.stopLogOnService();
    const { evidence } = await run(requestFor(postfix.port, RIGHT, HERE));
    expect(evidence && diagnose(evidence)).toMatchObject({ verdict: 'BACKOFF' });
  });

  test.each(FAULTS)('%s is found out', async (_name, server, account, changes, expected, diagnosis, reply) => {
    const postfix = await shared(server());
    const result = await run(requestFor(postfix.port, account, changes));
    expect(way(result)).toBe(expected);
    if (result.evidence === null) throw new Error('No evidence');
    expect(diagnose(result.evidence).id).toBe(diagnosis);
    expect(result.evidence.reply ?? '').toMatch(reply);
    expect(JSON.stringify(result)).not.toContain(PASSWORD);
  });
});
