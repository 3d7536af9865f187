import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { testAccount, way } from '../support/account-testing.js';
import { describeWithPostfix } from '../support/postfix.js';
import { describeWith } from '../support/private-root.js';
import type { Desk } from './desk.js';
import { accountWith, startDesk, WITHOUT_LOG_ON } from './desk.js';
import { INSIDE, LOG_ON, OUTSIDE, type CompanyMail, type Setup } from './matrix/company-mail.js';
import { startExim } from './matrix/exim.js';
import { startOpenSmtpd } from './matrix/opensmtpd.js';
import { startPostfixAs } from './matrix/postfix.js';

/**
 * Every way in which setting up an account goes wrong, against each of three real servers, through the whole path: API, probe,
 * diagnosis. What a server has no words of its own for stands as `unsaid`, with the reason.
 */
type Outcome = readonly [stage: string, diagnosis: string] | 'PASSED';
interface Unsaid { readonly unsaid: string }
const BY_ADMINISTRATOR: Unsaid = { unsaid: 'an access control list, with words of its administrator' };
interface Case {
  readonly name: string;
  readonly setup?: (desk: Desk) => Partial<Setup>;
  readonly settings?: object;
  readonly to?: string;
  readonly expected: { readonly POSTFIX: Outcome; readonly EXIM: Outcome | Unsaid; readonly OPENSMTPD: Outcome };
}
const alike = (outcome: Outcome): Case['expected'] => ({ POSTFIX: outcome, EXIM: outcome, OPENSMTPD: outcome });
const IN_THE_CLEAR = { tls: null, logOn: false } as const;

const CASES: readonly Case[] = [
  { name: 'logged on, to somebody outside', to: OUTSIDE, expected: alike('PASSED') },
  { name: 'open to us', setup: () => ({ openToUs: true }), settings: WITHOUT_LOG_ON, to: OUTSIDE, expected: alike('PASSED') },
  {
    name: 'relay denied', settings: WITHOUT_LOG_ON, to: OUTSIDE,
    expected: { POSTFIX: ['RCPT_TO', 'RELAY_DENIED'], EXIM: ['RCPT_TO', 'RELAY_DENIED'], OPENSMTPD: ['RCPT_TO', 'RECIPIENT_OR_RELAY_REFUSED'] },
  },
  {
    name: 'relay denied, found by the relay probe', settings: WITHOUT_LOG_ON, to: INSIDE,
    expected: { POSTFIX: ['RELAY', 'RELAY_DENIED'], EXIM: ['RELAY', 'RELAY_DENIED'], OPENSMTPD: ['RELAY', 'RECIPIENT_OR_RELAY_REFUSED'] },
  },
  { name: 'a wrong password', settings: { password: 'wrong' }, expected: alike(['AUTH', 'CREDENTIALS_REFUSED']) },
  {
    name: 'a log-on required', setup: () => ({ logOnRequired: true }), settings: WITHOUT_LOG_ON,
    expected: { POSTFIX: ['RCPT_TO', 'CLIENT_HOST_REJECTED'], EXIM: BY_ADMINISTRATOR, OPENSMTPD: ['MAIL_FROM', 'AUTHENTICATION_REQUIRED'] },
  },
  {
    name: 'a sender that is not owned', setup: () => ({ ownSenderOnly: true }), settings: { emailFrom: 'boss@example.com' },
    expected: { POSTFIX: ['RCPT_TO', 'POSTFIX_SENDER_NOT_OWNED'], EXIM: BY_ADMINISTRATOR, OPENSMTPD: ['MAIL_FROM', 'SENDER_REFUSED'] },
  },
  {
    name: 'STARTTLS required', setup: () => ({ tlsRequired: true }), settings: { security: 'NONE', ...WITHOUT_LOG_ON },
    expected: { POSTFIX: ['MAIL_FROM', 'STARTTLS_REQUIRED'], EXIM: BY_ADMINISTRATOR, OPENSMTPD: ['MAIL_FROM', 'STARTTLS_REQUIRED'] },
  },
  { name: 'no TLS where it is asked for', setup: () => IN_THE_CLEAR, settings: WITHOUT_LOG_ON, expected: alike(['TLS', 'STARTTLS_NOT_OFFERED']) },
  { name: 'a certificate that has expired', setup: ({ certificates }) => ({ tls: certificates.expired }), expected: alike(['TLS', 'CERTIFICATE_DATE']) },
  { name: 'a certificate that is self-signed', setup: ({ certificates }) => ({ tls: certificates.selfSigned }), expected: alike(['TLS', 'CERTIFICATE_SELF_SIGNED']) },
  { name: 'a certificate for another name', setup: ({ certificates }) => ({ tls: certificates.otherName }), expected: alike(['TLS', 'CERTIFICATE_NAME_MISMATCH']) },
  { name: 'a chain that is incomplete', setup: ({ certificates }) => ({ tls: certificates.stranger }), expected: alike(['TLS', 'CERTIFICATE_CHAIN_INCOMPLETE']) },
  { name: 'an unknown recipient', to: 'nobody@example.com', expected: alike(['RCPT_TO', 'RECIPIENT_UNKNOWN']) },
  {
    name: 'a message that is too large', setup: () => ({ messageBytesMax: 300 }),
    expected: { POSTFIX: ['MAIL_FROM', 'MESSAGE_TOO_LARGE'], EXIM: ['MAIL_FROM', 'MESSAGE_TOO_LARGE'], OPENSMTPD: ['AFTER_DATA', 'MESSAGE_TOO_LARGE'] },
  },
  { name: 'implicit TLS towards a port that wants STARTTLS', settings: { security: 'TLS' }, expected: alike(['TLS', 'TLS_MODE_MISMATCH']) },
];

type Kind = keyof Case['expected'];
interface Server { readonly name: string; readonly kind: Kind; readonly describeIt: typeof describe | typeof describe.skip; readonly start: (setup: Setup) => Promise<CompanyMail>; }
const SERVERS: readonly Server[] = [
  { name: 'Postfix', kind: 'POSTFIX', describeIt: describeWithPostfix, start: startPostfixAs('denied 554') },
  { name: 'Postfix as it is by itself (454)', kind: 'POSTFIX', describeIt: describeWithPostfix, start: startPostfixAs('deferred 454') },
  { name: 'Exim', kind: 'EXIM', describeIt: describeWith('exim'), start: startExim },
  { name: 'OpenSMTPD', kind: 'OPENSMTPD', describeIt: describeWith('opensmtpd'), start: startOpenSmtpd },
];
const usual = ({ certificates }: Desk): Setup => ({
  tls: certificates.sound, implicitTls: false, tlsRequired: false, logOn: true, logOnRequired: false, openToUs: false, ownSenderOnly: false, messageBytesMax: null,
});
const settingsAt = ({ port }: CompanyMail): Readonly<Record<string, unknown>> => ({ server: 'localhost', port, security: 'STARTTLS', emailFrom: LOG_ON.accountName, ...LOG_ON });

for (const { name, kind, describeIt, start } of SERVERS) {
  describeIt(`a test of an account before a real ${name}`, () => {
    let desk: Desk;
    beforeAll(async () => { desk = await startDesk(); });
    afterAll(async () => { await desk?.stop(); });

    const told = CASES.filter(({ expected }) => !Object.hasOwn(Object(expected[kind]), 'unsaid'));
    test.each(told.map((one) => [one.name, one] as const))('%s', async (_name, { setup, settings, to, expected }) => {
      await using server = await start({ ...usual(desk), ...setup?.(desk) });
      const accountId = await accountWith(desk.admin, { ...settingsAt(server), ...settings });
      const { test: result } = await testAccount(desk.admin, accountId, { emailTestTo: to ?? INSIDE });
      const outcome = result?.state === 'PASSED' ? 'PASSED' : [result?.stages.at(-1)?.stage, result?.diagnosis?.id];
      const seen = { way: way(result), reply: result?.stages.at(-1)?.reply };
      expect({ ...seen, outcome }).toEqual({ ...seen, outcome: expected[kind] });
    });
  });
}

// A server that waits for TLS says nothing until the stage gives up after 20 seconds, so all are asked at once.
describeWithPostfix('real servers with implicit TLS, asked for STARTTLS', () => {
  test('never greet, and the diagnosis says that it may be that', async () => {
    const desk = await startDesk();
    await using undo = new AsyncDisposableStack();
    undo.defer(async () => { await desk.stop(); });
    const there = SERVERS.filter(({ describeIt }) => describeIt !== describe.skip);
    const seen = await Promise.all(there.map(async ({ name, start }) => {
      await using server = await start({ ...usual(desk), implicitTls: true });
      const { test: result } = await testAccount(desk.admin, await accountWith(desk.admin, settingsAt(server)), { emailTestTo: INSIDE });
      return [name, result?.stages.at(-1)?.stage, result?.diagnosis?.id];
    }));
    expect(seen).toEqual(there.map(({ name }) => [name, 'GREETING', 'GREETING_TIMEOUT']));
  });
});
