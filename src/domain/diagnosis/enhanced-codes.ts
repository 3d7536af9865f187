import type { Stage } from '../stage.js';
import type { Rule } from './vocabulary.js';

const RECIPIENT_STAGES: readonly Stage[] = ['RCPT_TO', 'RELAY', 'DATA', 'AFTER_DATA'];

/** RFC 3463 and its registry at IANA, for words that nobody knows. What they leave vague is left to the basic code. */
export const enhancedCodeRules: readonly Rule[] = [
  {
    id: 'RECIPIENT_UNKNOWN',
    when: [{ enhanced: ['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10'], stages: RECIPIENT_STAGES }],
    means: ['RECIPIENT', 'NEVER', 'RECIPIENT'],
    cause: 'The recipient does not exist, or the address is not valid.',
    remedy: ['Correct the address.'],
  },
  {
    id: 'RECIPIENT_DISABLED',
    when: [{ enhanced: ['5.2.1'], stages: RECIPIENT_STAGES }],
    means: ['RECIPIENT', 'NEVER', 'RECIPIENT'],
    cause: "The recipient's mailbox is disabled.",
    remedy: ['Ask the recipient for another address.'],
  },
  {
    id: 'SENDER_ADDRESS_INVALID',
    when: [{ enhanced: ['5.1.7', '5.1.8'] }],
    means: ['SENDER', 'PARK', 'SENDER'],
    cause: 'The server does not accept {from} as a sender address.',
    remedy: ['Correct email from.'],
  },
  {
    id: 'MESSAGE_TOO_LARGE',
    when: [{ enhanced: ['5.2.3', '5.3.4'] }],
    means: ['MESSAGE', 'NEVER', 'MESSAGE'],
    cause: 'The message is larger than the server or the mailbox accepts.',
    remedy: ['Send smaller attachments, or a link to them.'],
  },
  {
    id: 'SERVER_ROUTING_FAILED',
    when: [{ enhanced: ['5.4.4', '5.4.6'], stages: RECIPIENT_STAGES }],
    means: ['SERVER', 'NEVER', 'MESSAGE'],
    cause: 'The server could not route the message on: a domain that does not exist, or a mail loop.',
    remedy: ["Check the recipient's domain.", "Ask the server's administrator about DNS and mail loops."],
  },
  {
    id: 'MESSAGE_MALFORMED',
    when: [{ enhanced: ['5.6.0-9'], stages: ['DATA', 'AFTER_DATA'] }],
    means: ['MESSAGE', 'NEVER', 'MESSAGE'],
    cause: 'The server does not accept the form or the encoding of the message.',
    remedy: ['Correct the message and send it anew.'],
  },
  {
    id: 'CREDENTIALS_REFUSED',
    when: [{ enhanced: ['5.7.8', '5.7.13'] }],
    means: ['CREDENTIALS', 'PARK', 'ACCOUNT'],
    cause: '{host} refused account or password of {user}.',
    remedy: ['Check account and password, then test the settings.'],
  },
  {
    id: 'AUTH_NEEDS_TLS',
    when: [{ enhanced: ['5.7.11'] }],
    means: ['TLS', 'PARK', 'ACCOUNT'],
    cause: '{host} takes a password only over an encrypted connection.',
    remedy: ['Set security to STARTTLS (587) or implicit TLS (465).'],
  },
  {
    id: 'REVERSE_DNS_MISSING',
    when: [{ enhanced: ['x.7.25'] }],
    means: ['IDENTITY', 'PARK', 'APP'],
    cause: '{publicAddress} has no reverse DNS (PTR), or its name does not point back.',
    remedy: [['Have the owner of the address set its PTR to a name that resolves to it.', 'nslookup {publicAddress}']],
  },
  {
    id: 'SENDER_NOT_AUTHENTICATED',
    when: [{ enhanced: ['5.7.20-24', '5.7.26'] }],
    means: ['IDENTITY', 'PARK', 'SENDER'],
    cause: 'SPF, DKIM or DMARC of the domain of {from} does not allow this message.',
    remedy: ["Let the domain's SPF include the sending server, sign with DKIM, and align both with the From domain."],
  },
];
