import { eximLogOn, eximRelayHosts, eximSenderVerified } from '../relaying/exim.js';
import type { Rule } from './vocabulary.js';

const relay: Rule['means'] = ['RELAY', 'PARK', 'ACCOUNT'];
const logOn = 'Log on: port 587 with STARTTLS, account and password.';

/** Exim, Sendmail, qmail, cPanel, hMailServer, IIS, Domino: their words as administrators report them. */
export const otherServerRules: readonly Rule[] = [
  {
    id: 'RELAY_DENIED',
    when: ['please turn on smtp authentication'],
    means: relay,
    cause: '{host} (cPanel or Plesk) relays only for clients that log on.',
    remedy: ['Enter account and password.'],
  },
  {
    id: 'RELAY_DENIED',
    when: ['relay not permitted', 'not permitted to relay'],
    means: relay,
    cause:
      '{host} (Exim) does not relay for this client: there was no log-on, and {publicAddress} is not among its ' +
      'relay hosts.',
    remedy: [...eximLogOn, ...eximRelayHosts],
    guide: 'EXIM',
  },
  {
    // It says the same of an address that it does not have and of one that no rule of its lets through, so nobody is given up for it.
    id: 'RECIPIENT_OR_RELAY_REFUSED',
    when: [{ says: ['invalid recipient:'], providers: ['OPENSMTPD'] }],
    means: ['RELAY', 'PARK', 'RECIPIENT'],
    cause: '{host} (OpenSMTPD) does not know this recipient, or does not relay for this client: it says the same of both.',
    remedy: [logOn, 'Or have a rule added that matches {publicAddress} and this recipient (match from … for any).', 'Inside your own domain: correct the address.'],
  },
  {
    id: 'SENDER_REFUSED',
    when: [{ says: ['sender rejected'], stages: ['MAIL_FROM'], providers: ['OPENSMTPD'] }],
    means: ['SENDER', 'PARK', 'SENDER'],
    cause: '{host} (OpenSMTPD) does not let {user} send as {from}: it says so with 530, as if no log-on had been made.',
    remedy: ["Use the log-on's own address as email from, or have the entry added to the table of senders."],
  },
  {
    id: 'SENDER_VERIFY_FAILED',
    when: ['sender verify failed'],
    means: ['SENDER', 'PARK', 'SENDER'],
    cause: '{host} asked the domain of {from} whether the address exists, and was told no.',
    remedy: eximSenderVerified,
  },
  {
    id: 'RELAY_DENIED',
    when: ['relaying denied…ip name lookup failed', 'ip name lookup failed'],
    means: relay,
    cause: '{host} (Sendmail) does not relay for {publicAddress}, which has no reverse DNS.',
    remedy: [logOn, 'Give {publicAddress} reverse DNS (PTR), and have it added to the access map.'],
  },
  {
    id: 'RELAY_DENIED',
    when: ['relaying denied'],
    means: relay,
    cause:
      '{host} (Sendmail) does not relay for this client: there was no log-on, and {publicAddress} is not in its ' +
      'access map.',
    remedy: [logOn, 'Or have {publicAddress} added to the access map.'],
  },
  {
    id: 'RELAY_DENIED',
    when: ['allowed rcpthosts', 'list of allowed rcpthosts'],
    means: relay,
    cause: '{host} (qmail) does not relay for this client.',
    remedy: [logOn, 'Or have RELAYCLIENT set for {publicAddress} in tcp.smtp.'],
  },
  {
    id: 'RELAY_DENIED',
    when: ['delivery is not allowed to this address'],
    means: relay,
    cause: '{host} (hMailServer) does not let this client send to recipients outside.',
    remedy: [
      'Enter account and password.', 'Or have the IP range of {publicAddress} allow deliveries to external addresses.',
    ],
  },
  {
    id: 'RELAY_DENIED',
    when: [{ says: ['unable to relay'], providers: ['IIS'] }],
    means: relay,
    cause: '{host} (SMTP service of IIS) does not relay for this client.',
    remedy: [
      'On the virtual server, Access, Relay: add {publicAddress} (127.0.0.1 for the same machine).',
      'Or log on with account and password.',
    ],
  },
  {
    id: 'RELAY_DENIED',
    when: ['relay rejected for policy reasons'],
    means: relay,
    cause: '{host} (Domino) does not relay for this client (inbound relay controls).',
    remedy: ['Have {publicAddress} added to the hosts that may relay.', 'Or log on with account and password.'],
  },
  {
    id: 'AUTHENTICATION_REQUIRED',
    when: ['authentication is required', 'authentication required'],
    means: ['CREDENTIALS', 'PARK', 'ACCOUNT'],
    cause: '{host} requires a log-on; none was made, or a token had expired.',
    remedy: ['Enter account and password, or authorise the account again.'],
  },
];

/** Texts by which other servers refuse to relay (sisimai's collection). Read after every server's own exact words. */
export const relayTextRules: readonly Rule[] = [
  {
    id: 'RELAY_DENIED',
    when: [{
      says: [
        'as a relay',
        'insecure mail relay',
        'no relaying',
        'not a gateway',
        'not allowed to relay through this machine',
        'not an open relay, so get lost', 'not local host', 'relay access denied', 'relay denied', 'relaying mail to',
        'relay not permitted', 'relaying denied', 'specified domain is not allowed',
        'this system is not configured to relay mail', 'unable to relay for', "we don't handle mail for",
      ],
    }],
    means: relay,
    cause:
      '{host} does not relay for this client: there was no log-on, and {publicAddress} is not one that may send to ' +
      'recipients outside.',
    remedy: [logOn, 'Or ask the server\'s administrator to let {publicAddress} relay.'],
  },
];
