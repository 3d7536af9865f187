import { expect, test } from '@jest/globals';
import { diagnose } from '../../../src/domain/diagnosis.js';
import { eachReply, replied, type Row } from './evidence.js';

const postfix: Row[] = [
  ['RCPT_TO', '554 5.7.1 <user@other.example>: Relay access denied', 'RELAY_DENIED', 'PARK', 'ACCOUNT'],
  ['RCPT_TO', '454 4.7.1 <user@other.example>: Relay access denied', 'RELAY_DENIED', 'PARK', 'ACCOUNT'],
  ['RCPT_TO', '553 5.7.1 <a@example.com>: Sender address rejected: not owned by user b', 'POSTFIX_SENDER_NOT_OWNED', 'PARK', 'SENDER'],
  ['RCPT_TO', '553 5.7.1 <a@example.com>: Sender address rejected: not logged in', 'POSTFIX_SENDER_NOT_LOGGED_ON', 'PARK', 'ACCOUNT'],
  ['AUTH', '535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6', 'CREDENTIALS_REFUSED', 'PARK', 'ACCOUNT'],
  ['AUTH', '454 4.7.0 Temporary authentication failure: Connection lost to authentication server', 'LOGIN_TEMPORARILY_IMPOSSIBLE', 'BACKOFF', 'ACCOUNT'],
  ['AUTH', '503 5.5.1 Error: authentication not enabled', 'AUTH_NOT_ENABLED', 'PARK', 'ACCOUNT'],
  ['AUTH', '504 5.5.4 Encryption required for requested authentication mechanism', 'AUTH_NEEDS_TLS', 'PARK', 'ACCOUNT'],
  ['AUTH', '538 5.7.11 Encryption required', 'AUTH_NEEDS_TLS', 'PARK', 'ACCOUNT'],
  ['MAIL_FROM', '530 5.7.0 Must issue a STARTTLS command first', 'STARTTLS_REQUIRED', 'PARK', 'ACCOUNT'],
  ['RCPT_TO', '450 4.7.25 Client host rejected: cannot find your hostname, [203.0.113.7]', 'REVERSE_DNS_MISSING', 'PARK', 'APP'],
  ['RCPT_TO', '450 4.7.1 Client host rejected: cannot find your reverse hostname, [203.0.113.7]', 'REVERSE_DNS_MISSING', 'PARK', 'APP'],
  ['RCPT_TO', '504 5.5.2 <box>: Helo command rejected: need fully-qualified hostname', 'EHLO_NAME_REJECTED', 'PARK', 'APP'],
  ['RCPT_TO', '450 4.7.1 <box.example>: Helo command rejected: Host not found', 'EHLO_NAME_REJECTED', 'PARK', 'APP'],
  ['RCPT_TO', '554 5.7.1 <unknown[203.0.113.7]>: Client host rejected: Access denied', 'CLIENT_HOST_REJECTED', 'PARK', 'ACCOUNT'],
  ['RCPT_TO', '450 4.1.8 <a@nowhere.example>: Sender address rejected: Domain not found', 'SENDER_DOMAIN_NOT_FOUND', 'PARK', 'SENDER'],
  ['RCPT_TO', '550 5.1.8 <a@nowhere.example>: Sender address rejected: Domain not found', 'SENDER_DOMAIN_NOT_FOUND', 'PARK', 'SENDER'],
  ['RCPT_TO', '550 5.1.1 <x@example.com>: Recipient address rejected: User unknown in local recipient table', 'RECIPIENT_UNKNOWN', 'NEVER', 'RECIPIENT'],
  ['RCPT_TO', '450 4.7.1 <x@example.com>: Recipient address rejected: Greylisted', 'GREYLISTED', 'BACKOFF', 'RECIPIENT'],
  ['RCPT_TO', '450 4.2.0 <x@example.com>: Recipient address rejected: Greylisting in action', 'GREYLISTED', 'BACKOFF', 'RECIPIENT'],
  ['RCPT_TO', '450 4.2.0 please come back', 'GREYLISTED', 'BACKOFF', 'RECIPIENT'],
  ['RCPT_TO', '554 5.7.1 Service unavailable; Client host [203.0.113.7] blocked using zen.spamhaus.org', 'IP_BLOCKLISTED', 'PARK', 'APP'],
  ['RCPT_TO', '450 4.7.1 Error: too much mail from 203.0.113.7', 'SERVER_LIMIT_REACHED', 'BACKOFF', 'ACCOUNT'],
  ['AUTH', '450 4.7.1 Error: too many AUTH commands from 203.0.113.7', 'SERVER_LIMIT_REACHED', 'BACKOFF', 'ACCOUNT'],
  ['GREETING', '421 4.7.0 mx.example Error: too many connections from 203.0.113.7', 'SERVER_LIMIT_REACHED', 'BACKOFF', 'ACCOUNT'],
  ['RCPT_TO', '421 4.7.0 mx.example Error: too many errors', 'TOO_MANY_ERRORS', 'BACKOFF', 'SERVER'],
  ['RCPT_TO', '452 4.5.3 Error: too many recipients', 'TOO_MANY_RECIPIENTS', 'SPLIT', 'MESSAGE'],
  ['MAIL_FROM', '552 5.3.4 Message size exceeds fixed limit', 'MESSAGE_TOO_LARGE', 'NEVER', 'MESSAGE'],
  ['MAIL_FROM', '452 4.3.1 Insufficient system storage', 'SERVER_DISK_FULL', 'BACKOFF', 'SERVER'],
  ['AFTER_DATA', '451 4.3.0 Error: queue file write error', 'SERVER_MISCONFIGURED', 'BACKOFF', 'SERVER'],
  ['RCPT_TO', '451 4.3.5 Server configuration error', 'SERVER_MISCONFIGURED', 'BACKOFF', 'SERVER'],
];

const others: Row[] = [
  ['RCPT_TO', '550 relay not permitted', 'RELAY_DENIED', 'PARK', 'ACCOUNT'],
  ['RCPT_TO', '550 host [203.0.113.7] is not permitted to relay through this server without authentication.', 'RELAY_DENIED', 'PARK', 'ACCOUNT'],
  ['RCPT_TO', '550 Sender verify failed', 'SENDER_VERIFY_FAILED', 'PARK', 'SENDER'],
  ['RCPT_TO', '550 authentication required', 'AUTHENTICATION_REQUIRED', 'PARK', 'ACCOUNT'],
  ['RCPT_TO', '550 5.7.1 <x@other.example>... Relaying denied', 'RELAY_DENIED', 'PARK', 'ACCOUNT'],
  ['RCPT_TO', '550 5.7.1 <x@other.example>... Relaying denied. Proper authentication required.', 'RELAY_DENIED', 'PARK', 'ACCOUNT'],
  ['RCPT_TO', '550 5.7.1 <x@other.example>... Relaying denied. IP name lookup failed [203.0.113.7]', 'RELAY_DENIED', 'PARK', 'ACCOUNT'],
  ['RCPT_TO', "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)", 'RELAY_DENIED', 'PARK', 'ACCOUNT'],
  ['RCPT_TO', '550 Please turn on SMTP Authentication in your mail client. (203.0.113.7) is not permitted to relay through this server', 'RELAY_DENIED', 'PARK', 'ACCOUNT'],
  ['RCPT_TO', '550 Delivery is not allowed to this address.', 'RELAY_DENIED', 'PARK', 'ACCOUNT'],
  ['RCPT_TO', '530 SMTP authentication is required.', 'AUTHENTICATION_REQUIRED', 'PARK', 'ACCOUNT'],
  ['RCPT_TO', '550 5.7.1 Unable to relay for x@other.example', 'RELAY_DENIED', 'PARK', 'ACCOUNT'],
  ['RCPT_TO', '554 Relay rejected for policy reasons.', 'RELAY_DENIED', 'PARK', 'ACCOUNT'],
];

const relayTexts = [
  'as a relay', 'insecure mail relay', 'no relaying', 'not a gateway', 'not allowed to relay through this machine',
  'not an open relay, so get lost', 'not local host', 'relay access denied', 'relay denied', 'relaying mail to',
  'relay not permitted', 'relaying denied', 'specified domain is not allowed',
  'this system is not configured to relay mail', 'unable to relay for', "we don't handle mail for",
];

eachReply('Postfix', postfix, { banner: 'mx.example ESMTP Postfix (Debian)' });
eachReply('unknown host, Postfix words', postfix);
eachReply('other servers', others);
eachReply('IIS', [['RCPT_TO', '550 5.7.1 Unable to relay for x@other.example', 'RELAY_DENIED', 'PARK', 'ACCOUNT']], {
  banner: 'web01 Microsoft ESMTP MAIL Service, Version: 10.0.17763.1 ready at Sun, 22 Nov 2026 10:00:00 +0000',
});

test('each server has its own way to allow relaying', () => {
  const firstSteps = [
    ['EX01 Microsoft ESMTP MAIL Service ready', '550 5.7.1 Unable to relay', /New-ReceiveConnector/],
    ['web01 Microsoft ESMTP MAIL Service, Version: 10.0', '550 5.7.1 Unable to relay for x@y.example', /Access, Relay/],
    ['mx ESMTP Postfix', '454 4.7.1 <x@y.example>: Relay access denied', /mynetworks/],
    ['mx ESMTP Exim 4', '550 relay not permitted', /relay_from_hosts/],
    ['mx ESMTP Sendmail 8', '550 5.7.1 <x@y.example>... Relaying denied', /access map/],
    ['mail', "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)", /RELAYCLIENT/],
  ] as const;
  for (const [banner, reply, remedy] of firstSteps)
    expect(JSON.stringify(diagnose(replied('RCPT_TO', reply, { banner })).remedy)).toMatch(remedy);
});

test('a block list that only refused the question has not listed us', () => {
  const reply = '554 5.7.1 Service unavailable; Client host [203.0.113.7] blocked using zen.spamhaus.org; Error: open resolver; 127.255.255.254';
  const found = diagnose(replied('RCPT_TO', reply));
  expect(found).toMatchObject({ id: 'IP_BLOCKLISTED', category: 'SERVER', verdict: 'PARK', scope: 'APP' });
  expect(found.cause).toContain('is not listed');
});
eachReply('Exim', others, { banner: 'mx.example ESMTP Exim 4.98' });
eachReply('relay text', relayTexts.map((text): Row => ['RCPT_TO', `550 Sorry, ${text} (x@other.example)`, 'RELAY_DENIED', 'PARK', 'ACCOUNT']));
eachReply('relay text with a code that says transient', relayTexts.map((text): Row => ['RELAY', `451 4.7.1 ${text.toUpperCase()}`, 'RELAY_DENIED', 'PARK', 'ACCOUNT']));
