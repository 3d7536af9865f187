import type { Rule } from './vocabulary.js';

/** Words about recipients and sizes that many servers share. */
export const recipientTextRules: readonly Rule[] = [
  {
    id: 'TOO_MANY_RECIPIENTS',
    when: [
      'too many recipients',
      { enhanced: ['x.5.3'], stages: ['RCPT_TO', 'DATA', 'AFTER_DATA'] },
      { noReply: true, errors: ['EMAXRECIPIENTS'] },
    ],
    means: ['MESSAGE', 'SPLIT', 'MESSAGE'],
    cause: 'The message has more recipients than {host} takes at once.',
    remedy: ['Nothing to do: the rest goes in another envelope.'],
  },
  {
    id: 'RECIPIENT_MAILBOX_FULL',
    when: ['mailbox full', 'mailbox is full', 'over quota', 'out of storage space', { enhanced: ['x.2.2'] }],
    means: ['RECIPIENT', 'BACKOFF', 'RECIPIENT'],
    cause: "The recipient's mailbox is full.",
    remedy: ['Ask the recipient to make room; Postroom tries again for some time.'],
  },
  {
    id: 'RECIPIENT_UNKNOWN',
    when: [{
      classes: [5],
      says: [
        'user unknown', 'unknown user', 'no such user', 'account that you tried to reach does not exist',
        'recipient not found', 'unrouteable address', 'mailing list expansion problem',
      ],
    }],
    means: ['RECIPIENT', 'NEVER', 'RECIPIENT'],
    cause: 'The recipient does not exist.',
    remedy: ['Correct the address.'],
  },
  {
    id: 'RECIPIENT_DISABLED',
    when: [
      {
        classes: [5],
        says: ['account that you tried to reach is disabled', 'account is disabled', 'mailbox disabled'],
        stages: ['RCPT_TO', 'RELAY', 'DATA', 'AFTER_DATA'],
      },
    ],
    means: ['RECIPIENT', 'NEVER', 'RECIPIENT'],
    cause: "The recipient's mailbox is disabled.",
    remedy: ['Ask the recipient for another address.'],
  },
];
