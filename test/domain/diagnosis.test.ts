import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  CATEGORIES, detectProvider, diagnose, PROVIDERS, retryHintSeconds, SCOPES, VERDICTS,
} from '../../src/domain/diagnosis.js';
import { STAGES, type Evidence, type Stage } from '../../src/domain/stage.js';
import { eachReply, failed, replied, silence, type Row } from './diagnosis/evidence.js';

const misleading: Row[] = [
  ['RCPT_TO', '454 4.7.1 <x@other.example>: Relay access denied', 'RELAY_DENIED', 'PARK', 'ACCOUNT'],
  ['AUTH', '451 Authentication failed: Maximum credits exceeded', 'SENDGRID_CREDITS_EXCEEDED', 'AFTER_RESET', 'ACCOUNT'],
  ['RCPT_TO', '503 This mail server requires authentication when attempting to send to a non-local e-mail address.', 'RELAY_DENIED', 'PARK', 'ACCOUNT'],
  ['EHLO', '421 4.7.0 Try again later, closing connection. (EHLO)', 'EHLO_NAME_REJECTED', 'PARK', 'APP'],
  ['AFTER_DATA', '550 5.4.5 Daily user sending limit exceeded', 'GOOGLE_DAILY_LIMIT', 'AFTER_RESET', 'ACCOUNT'],
  ['AFTER_DATA', '550 5.1.90 over', 'M365_DAILY_LIMIT', 'AFTER_RESET', 'ACCOUNT'],
  ['AFTER_DATA', '554 5.2.0 STOREDRV.Submission.Exception:SubmissionQuotaExceededException', 'M365_DAILY_LIMIT', 'AFTER_RESET', 'ACCOUNT'],
  ['MAIL_FROM', '550 5.2.255 Sender throttled due to continuous invalid recipients errors', 'M365_ERROR_PENALTY', 'PARK', 'ACCOUNT'],
  ['AUTH', '530 no', 'AUTHENTICATION_REQUIRED', 'PARK', 'ACCOUNT'],
  ['AUTH', '534 no', 'CREDENTIALS_REFUSED', 'PARK', 'ACCOUNT'],
  ['AUTH', '535 no', 'CREDENTIALS_REFUSED', 'PARK', 'ACCOUNT'],
  ['AUTH', '538 no', 'AUTH_NEEDS_TLS', 'PARK', 'ACCOUNT'],
  ['AUTH', '535 5.7.3 Authentication unsuccessful', 'EXCHANGE_LOGIN_REFUSED', 'PARK', 'ACCOUNT'],
  ['AUTH', '454 4.7.0 Temporary authentication failure', 'LOGIN_TEMPORARILY_IMPOSSIBLE', 'BACKOFF', 'ACCOUNT'],
  ['MAIL_FROM', '432 4.3.2 Concurrent connections limit exceeded', 'M365_CONCURRENCY', 'BACKOFF', 'ACCOUNT'],
  ['RCPT_TO', '421 4.7.0 mx.example Error: too many errors', 'TOO_MANY_ERRORS', 'BACKOFF', 'SERVER'],
  ['RCPT_TO', '452 4.5.3 too many recipients', 'TOO_MANY_RECIPIENTS', 'SPLIT', 'MESSAGE'],
  ['RCPT_TO', '550 5.1.1 no', 'RECIPIENT_UNKNOWN', 'NEVER', 'RECIPIENT'],
  ['AFTER_DATA', '550 5.1.1 no', 'RECIPIENT_UNKNOWN', 'NEVER', 'MESSAGE'],
];
eachReply('text wins over a code that misleads', misleading);

const unknownReplies: Row[] = [
  ['GREETING', '554 qwerty', 'CONNECTION_NOT_ADMITTED', 'PARK', 'SERVER'],
  ['EHLO', '550 qwerty', 'EHLO_REFUSED', 'PARK', 'APP'],
  ['AUTH', '550 qwerty', 'CREDENTIALS_REFUSED', 'PARK', 'ACCOUNT'],
  ['MAIL_FROM', '550 qwerty', 'SENDER_REFUSED', 'PARK', 'SENDER'],
  ['RCPT_TO', '550 qwerty', 'RECIPIENT_REFUSED', 'NEVER', 'RECIPIENT'],
  ['RELAY', '550 qwerty', 'RELAY_REFUSED', 'PARK', 'ACCOUNT'],
  ['DATA', '554 qwerty', 'MESSAGE_REFUSED', 'NEVER', 'MESSAGE'],
  ['AFTER_DATA', '554 qwerty', 'MESSAGE_REFUSED', 'NEVER', 'MESSAGE'],
  ['GREETING', '450 qwerty', 'SERVER_TEMPORARY', 'BACKOFF', 'SERVER'],
  ['AUTH', '450 qwerty', 'LOGIN_TEMPORARILY_IMPOSSIBLE', 'BACKOFF', 'ACCOUNT'],
  ['MAIL_FROM', '450 qwerty', 'SENDER_DEFERRED', 'BACKOFF', 'SENDER'],
  ['RCPT_TO', '450 qwerty', 'RECIPIENT_DEFERRED', 'BACKOFF', 'RECIPIENT'],
  ['AFTER_DATA', '450 qwerty', 'MESSAGE_DEFERRED', 'BACKOFF', 'MESSAGE'],
  ['RCPT_TO', '421 qwerty', 'SERVER_TEMPORARY', 'BACKOFF', 'SERVER'],
  ['AFTER_DATA', '250 queued', 'OUTCOME_UNKNOWN', 'UNKNOWN_OUTCOME', 'MESSAGE'],
  ['AFTER_DATA', 'garbage', 'OUTCOME_UNKNOWN', 'UNKNOWN_OUTCOME', 'MESSAGE'],
  ['MAIL_FROM', '250 relaying denied', 'UNEXPECTED_REPLY', 'BACKOFF', 'SERVER'],
  ['PROVIDER_API', '404 qwerty', 'API_NOT_FOUND', 'PARK', 'ACCOUNT'],
  ['PROVIDER_API', '403 qwerty', 'API_KEY_REFUSED', 'PARK', 'ACCOUNT'],
  ['PROVIDER_API', '200 qwerty', 'OUTCOME_UNKNOWN', 'UNKNOWN_OUTCOME', 'MESSAGE'],
];
eachReply('an unknown reply is judged by class and stage', unknownReplies);

const enhancedOnly: Row[] = [
  ['RCPT_TO', '550 5.1.3 qwerty', 'RECIPIENT_UNKNOWN', 'NEVER', 'RECIPIENT'],
  ['RCPT_TO', '550 5.2.1 qwerty', 'RECIPIENT_DISABLED', 'NEVER', 'RECIPIENT'],
  ['RCPT_TO', '452 4.2.2 qwerty', 'RECIPIENT_MAILBOX_FULL', 'BACKOFF', 'RECIPIENT'],
  ['MAIL_FROM', '553 5.1.7 qwerty', 'SENDER_ADDRESS_INVALID', 'PARK', 'SENDER'],
  ['MAIL_FROM', '552 5.3.4 qwerty', 'MESSAGE_TOO_LARGE', 'NEVER', 'MESSAGE'],
  ['AFTER_DATA', '554 5.4.6 qwerty', 'SERVER_ROUTING_FAILED', 'NEVER', 'MESSAGE'],
  ['AFTER_DATA', '554 5.6.0 qwerty', 'MESSAGE_MALFORMED', 'NEVER', 'MESSAGE'],
  ['MAIL_FROM', '550 5.7.8 qwerty', 'CREDENTIALS_REFUSED', 'PARK', 'ACCOUNT'],
  ['AUTH', '550 5.7.11 qwerty', 'AUTH_NEEDS_TLS', 'PARK', 'ACCOUNT'],
  ['RCPT_TO', '450 4.7.25 qwerty', 'REVERSE_DNS_MISSING', 'PARK', 'APP'],
  ['AFTER_DATA', '550 5.7.26 qwerty', 'SENDER_NOT_AUTHENTICATED', 'PARK', 'SENDER'],
];
eachReply('an enhanced status code decides where the words are unknown', enhancedOnly);

const UNSENT: Stage[] = ['DNS', 'TCP', 'GREETING', 'EHLO', 'TLS', 'AUTH', 'MAIL_FROM', 'RCPT_TO', 'RELAY', 'DATA'];
test.each(UNSENT)('no reply at %s: nothing was handed over, so try again', (stage) => {
  expect(diagnose(failed(stage, 'ESTRANGE', 'strange'))).toMatchObject({ verdict: 'BACKOFF', scope: 'SERVER' });
});

test('a leaf that cannot be verified may come from a private authority as well as lack its intermediate', () => {
  const { cause } = diagnose(failed('TLS', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', null));
  expect(cause).toContain('intermediate');
  expect(cause).toContain('private certificate authority');
});

test('codes missing from the evidence are read from the reply', () => {
  const reply = '450 4.2.2 qwerty';
  expect(diagnose({ ...silence, stage: 'RCPT_TO', reply }).id).toBe('RECIPIENT_MAILBOX_FULL');
});

test("the detected provider's own row goes first: one reply, two verdicts", () => {
  const at = (more: Partial<Evidence>) => diagnose(replied('AFTER_DATA', '550 5.1.8 Access denied, bad outbound sender', more)).verdict;
  expect(at({ banner: 'EX01 Microsoft ESMTP MAIL Service ready' })).toBe('AFTER_RESET');
  expect(at({ host: 'smtp.office365.com' })).toBe('PARK');
  expect(at({})).toBe('PARK');
});

describe('remedies', () => {
  const relay = replied('RCPT_TO', '550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain', {
    host: 'ex01.corp.example', banner: 'EX01 Microsoft ESMTP MAIL Service ready',
  });
  const commands = (found: ReturnType<typeof diagnose>) => found.remedy.map((step) => step.command ?? '').join('\n');

  test('carry what is known', () => {
    const found = diagnose(relay, { publicAddress: '203.0.113.7', from: 'erp@corp.example' });
    expect(commands(found)).toContain('-RemoteIpRanges 203.0.113.7');
    expect(found.remedy[0]?.text).toContain('ex01.corp.example:587');
    expect(found.remedy[0]?.text).toContain('erp@corp.example');
  });

  test('read well where nothing is known', () => {
    const found = diagnose({ ...relay, host: null, port: null });
    expect(found.cause).toContain('your server');
    expect(commands(found)).toContain('-RemoteIpRanges <PUBLIC-ADDRESS>');
  });

  test('never put a value into a command that could be a second command', () => {
    for (const from of ['a"; Remove-Mailbox b; "', '$(reboot)', '`id`', '-Force', 'a\nb', '{user}']) {
      const found = diagnose(replied('AFTER_DATA', '550 5.7.60 Client does not have permissions to send as this sender'), { from, user: 'CORP\\erp' });
      expect(commands(found)).toContain('Add-ADPermission "<FROM>" -User "CORP\\erp"');
    }
  });

  test('do not expand a value again', () => {
    expect(diagnose(replied('MAIL_FROM', '550 no'), { from: '{user}', user: 'secret' }).cause).toContain('{user} as sender');
  });

  test('link to the page of the vendor where one is certain', () => {
    expect(diagnose(replied('RCPT_TO', '550 5.7.606 Access denied, banned sending IP [x]')).link).toBe('https://sender.office.com');
    expect(diagnose(replied('RCPT_TO', '550 qwerty')).link).toBeNull();
  });
});

test.each<[Partial<Evidence>, string]>([
  [{ host: 'smtp.office365.com' }, 'MICROSOFT365'],
  [{ host: 'contoso-com.mail.protection.outlook.com.' }, 'MICROSOFT365'],
  [{ host: 'smtp.gmail.com' }, 'GOOGLE'], [{ host: 'SMTP-RELAY.gmail.com' }, 'GOOGLE'], [{ host: 'aspmx.l.google.com' }, 'GOOGLE'],
  [{ host: 'smtp.sendgrid.net' }, 'SENDGRID'], [{ host: 'email-smtp.eu-central-1.amazonaws.com' }, 'SES'],
  [{ host: 'notgmail.com.evil.example' }, 'UNKNOWN'], [{ host: 'smtp.gmail.com', banner: 'ESMTP Postfix' }, 'GOOGLE'],
  [{ banner: 'x Microsoft ESMTP MAIL Service ready at' }, 'EXCHANGE'],
  [{ banner: 'x Microsoft ESMTP MAIL Service, Version: 10.0 ready at' }, 'IIS'],
  [{ banner: 'x ESMTP MailEnable Service' }, 'MAILENABLE'], [{ banner: 'x ESMTP Postfix' }, 'POSTFIX'],
  [{ banner: 'x ESMTP y - gsmtp' }, 'GOOGLE'], [{ banner: 'x ESMTP Exim 4' }, 'EXIM'], [{ banner: 'x ESMTP Sendmail 8' }, 'SENDMAIL'],
  [{ capabilities: ['SIZE', 'X-EXPS GSSAPI NTLM'] }, 'EXCHANGE'], [{ capabilities: ['XRDST'] }, 'EXCHANGE'],
  [{ capabilities: ['X-ANONYMOUSTLS'] }, 'EXCHANGE'], [{ capabilities: ['xclient NAME'] }, 'POSTFIX'],
  [{ capabilities: ['XFORWARD'] }, 'POSTFIX'], [{}, 'UNKNOWN'],
])('provider of %j is %s', (clue, provider) => {
  expect(detectProvider({ ...silence, ...clue })).toBe(provider);
});

test.each<[string | null, number | null]>([
  ['421 Try again in 5 minutes', 300], ['retry after 30 seconds', 30], ['in 2 hours', 7_200], ['please try again in an hour', 3_600],
  ['450 Greylisted for 300 seconds', 300], ['Greylisted, come back in 00:04:30', 270], ['wait 10 min', 600], ['Retry-After: 120', 120],
  ['try\r\nagain in\r\n5 minutes', 300], ['try again in 5m', 300], ['try again in 1 day', 86_400], ['try again in 999999 days', 604_800],
  ['try again later', null], ['try again in 0 seconds', null], ['in a message', null], ['550 5 minutes of fame', null], ['', null], [null, null],
])('retry hint of %j is %j seconds', (reply, seconds) => {
  expect(retryHintSeconds(reply)).toBe(seconds);
});

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const anyEvidence: fc.Arbitrary<Evidence> = fc.record({
  stage: fc.constantFrom(...STAGES),
  code: optional(fc.oneof(fc.integer({ min: 100, max: 599 }), fc.integer())),
  enhancedCode: optional(fc.oneof(fc.string(), fc.tuple(fc.nat(9), fc.nat(999), fc.nat(999)).map((parts) => parts.join('.')))),
  reply: optional(fc.string({ maxLength: 1_000, unit: 'binary' })),
  errorCode: optional(fc.oneof(fc.string(), fc.constantFrom('EAUTH', 'ESOCKET', 'ETIMEDOUT', 'ETLS', 'EMESSAGE', 'ENOTFOUND'))),
  errorMessage: optional(fc.string({ unit: 'binary' })),
  host: optional(fc.string()),
  port: optional(fc.integer()),
  banner: optional(fc.string()),
  capabilities: fc.array(fc.string()),
});

test('any evidence gets a complete diagnosis, and what may have been handed over is never sent again unasked', () => {
  fc.assert(fc.property(anyEvidence, optional(fc.string()), (evidence, fact) => {
    const found = diagnose(evidence, { user: fact, from: fact, ehloName: fact, publicAddress: fact });
    expect(found.id).toMatch(/^[A-Z][A-Z0-9_]+$/);
    expect(CATEGORIES).toContain(found.category);
    expect(VERDICTS).toContain(found.verdict);
    expect(SCOPES).toContain(found.scope);
    expect(PROVIDERS).toContain(detectProvider(evidence));
    expect(found.cause.length).toBeGreaterThan(0);
    expect(found.remedy.length).toBeGreaterThan(0);
    for (const step of found.remedy) expect(step.text.length).toBeGreaterThan(0);
    const handedOver = evidence.stage === 'AFTER_DATA' || evidence.stage === 'DONE';
    const silent = evidence.code === null && (evidence.reply ?? '').trim() === '';
    if (handedOver && silent) expect(found).toMatchObject({ verdict: 'UNKNOWN_OUTCOME', scope: 'MESSAGE' });
    const hint = retryHintSeconds(evidence.reply);
    expect(hint === null || (hint > 0 && hint <= 604_800)).toBe(true);
  }), { numRuns: 1_000 });
});

test('a hostile reply costs no more than a plain search', () => {
  const hostile = [' '.repeat(1_000), '\n'.repeat(1_000), 'in '.repeat(333), '5.'.repeat(500), '550-'.repeat(250), 'blocked using '.repeat(70)];
  for (const reply of hostile) {
    expect(VERDICTS).toContain(diagnose(replied('RCPT_TO', reply)).verdict);
    expect(retryHintSeconds(reply)).toBeNull();
  }
});
