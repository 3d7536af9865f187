import { sesCredentials, sesIdentity, sesPolicy } from '../relaying/ses.js';
import type { Rule } from './vocabulary.js';

/** Amazon SES by SMTP (SES Developer Guide: "SMTP response codes"). */
export const sesRules: readonly Rule[] = [
  {
    id: 'SES_CREDENTIALS_INVALID',
    // Other servers say the same, for it stands in RFC 4954, section 6.
    when: [{ says: ['authentication credentials invalid'], providers: ['SES'] }],
    means: ['CREDENTIALS', 'PARK', 'ACCOUNT'],
    cause: 'SES does not know these credentials. SMTP credentials are not the AWS keys, and belong to one region.',
    remedy: sesCredentials,
  },
  {
    id: 'SES_NOT_SUBSCRIBED',
    when: ['account not subscribed to ses'],
    means: ['CREDENTIALS', 'PARK', 'ACCOUNT'],
    cause: 'The AWS account is not signed up for SES.',
    remedy: ['Sign up for SES in the AWS console.'],
  },
  {
    id: 'SES_IDENTITY_NOT_VERIFIED',
    when: ['email address is not verified'],
    means: ['SENDER', 'PARK', 'SENDER'],
    cause: '{from} (in the sandbox of SES also the recipient) is not a verified identity in the region of {host}.',
    remedy: sesIdentity,
  },
  {
    id: 'SES_POLICY',
    when: ['not authorized to perform ses:'],
    means: ['CREDENTIALS', 'PARK', 'ACCOUNT'],
    cause: 'The IAM user of these credentials may not send mail.',
    remedy: sesPolicy,
  },
  {
    id: 'SES_DAILY_LIMIT',
    when: ['daily message quota exceeded'],
    means: ['QUOTA', 'AFTER_RESET', 'ACCOUNT'],
    cause: 'The quota of SES for 24 hours is used up.',
    remedy: ['Wait, or ask AWS for a higher quota.'],
  },
  {
    id: 'SES_RATE',
    when: ['maximum sending rate exceeded'],
    means: ['RATE', 'BACKOFF', 'ACCOUNT'],
    cause: 'More messages a second than SES allows.',
    remedy: ['Lower the rate of this account.'],
  },
  {
    id: 'TOO_MANY_CONNECTIONS',
    when: ['too many concurrent smtp connections'],
    means: ['RATE', 'BACKOFF', 'ACCOUNT'],
    cause: 'More connections at once than {host} allows.',
    remedy: ['Lower the connections of this account.'],
  },
  {
    id: 'SERVER_TEMPORARY',
    when: ['temporary service failure'],
    means: ['SERVER', 'BACKOFF', 'SERVER'],
    cause: '{host} has a passing fault.',
    remedy: ['Nothing to do: Postroom tries again.'],
  },
];
