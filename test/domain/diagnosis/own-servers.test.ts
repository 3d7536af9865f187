import { expect, test } from '@jest/globals';
import { diagnose } from '../../../src/domain/diagnosis.js';
import { eachReply, replied, type Row } from './evidence.js';
import { postfix, others } from './replies/own-servers.js';

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
