import { googleRelayService } from '../relaying/google.js';
import type { Rule } from './vocabulary.js';

const link = 'https://support.google.com/a/answer/3726730';
const relayLink = 'https://support.google.com/a/answer/6140680';
const identityRemedy: Rule['remedy'] = [
  'Let SPF of the domain of {from} include this sending server, sign with DKIM, and align both with the From ' +
    'domain (DMARC).',
  'Give {publicAddress} reverse DNS that points back to it.',
];
const GOOGLE = ['GOOGLE'] as const;
const identityCodes = ['x.7.25-27', 'x.7.29-30', 'x.7.32'];
const identityTexts = [
  'unauthenticated email', 'spf hard fail', 'unauthenticated…spf', 'unauthenticated…dkim', 'ptr record',
];

/** Google's relay service and its mail exchangers (Google: "SMTP relay service error messages"). */
export const googleRelayRules: readonly Rule[] = [
  {
    id: 'GOOGLE_RELAY_NOT_REGISTERED',
    when: ['mail relay denied', 'invalid credentials for relay'],
    means: ['RELAY', 'PARK', 'ACCOUNT'],
    cause:
      "Google's relay service does not know {publicAddress} for the domain of {from}, or the EHLO name {ehloName} " +
      "is in none of your domains.",
    remedy: googleRelayService,
    link: relayLink,
  },
  {
    id: 'EHLO_NAME_REJECTED',
    when: ['try again later, closing connection…ehlo'],
    means: ['IDENTITY', 'PARK', 'APP'],
    cause: 'Google does not accept the EHLO name {ehloName}: it is localhost or no full host name.',
    remedy: ["Set the account's EHLO name to a real, full host name, such as mail.example.com."],
    link: relayLink,
  },
  {
    id: 'GOOGLE_RELAY_DAILY_LIMIT',
    when: ['daily smtp relay limit exceeded'],
    means: ['QUOTA', 'AFTER_RESET', 'ACCOUNT'],
    cause: "The day's quota of Google's relay service is used up.",
    remedy: ['Wait until the next day, or spread the areas over several accounts.'],
    link: relayLink,
  },
  {
    id: 'GOOGLE_RELAY_PEAK_LIMIT',
    when: ['peak smtp relay limit exceeded'],
    means: ['RATE', 'BACKOFF', 'ACCOUNT'],
    cause: "More mail in a few minutes than Google's relay service takes.",
    remedy: ['Lower the rate of this account.'],
    link: relayLink,
  },
  {
    id: 'GOOGLE_IP_NOT_AUTHORIZED',
    when: ['not authorized to send email directly to our servers'],
    means: ['REPUTATION', 'PARK', 'APP'],
    cause: 'Google takes no mail directly from {publicAddress}, a home or cloud address.',
    remedy: ['Send through a relay: smtp.gmail.com, the relay service, or your own provider.'],
    link,
  },
  {
    id: 'GOOGLE_UNUSUAL_RATE',
    when: [{ enhanced: ['4.7.28'], providers: GOOGLE }, { says: ['unusual rate'], classes: [4] }],
    means: ['REPUTATION', 'BACKOFF', 'SENDER'],
    cause: 'Google sees an unusual rate of mail from this address or domain.',
    remedy: ['Lower the rate of this account.', ...identityRemedy],
    link,
  },
  {
    id: 'GOOGLE_UNUSUAL_RATE',
    when: [{ enhanced: ['5.7.28'], providers: GOOGLE }, { says: ['unusual rate'], classes: [5] }],
    means: ['REPUTATION', 'PARK', 'SENDER'],
    cause: 'Google blocks mail from this address or domain because of an unusual rate.',
    remedy: ['Lower the rate of this account.', ...identityRemedy],
    link,
  },
  {
    id: 'GOOGLE_SENDER_NOT_AUTHENTICATED',
    when: [{ enhanced: identityCodes, classes: [4], providers: GOOGLE }, { says: identityTexts, classes: [4] }],
    means: ['IDENTITY', 'BACKOFF', 'SENDER'],
    cause: 'Google defers mail of {from} because SPF, DKIM, DMARC, TLS or reverse DNS is not in order.',
    remedy: identityRemedy,
    link,
  },
  {
    id: 'GOOGLE_SENDER_NOT_AUTHENTICATED',
    when: [{ enhanced: identityCodes, classes: [5], providers: GOOGLE }, { says: identityTexts, classes: [5] }],
    means: ['IDENTITY', 'PARK', 'SENDER'],
    cause: 'Google refuses mail of {from} because SPF, DKIM, DMARC, TLS or reverse DNS is not in order.',
    remedy: identityRemedy,
    link,
  },
  {
    id: 'MESSAGE_MALFORMED',
    when: [
      'messages missing', 'messages with duplicate header',
      { says: ['duplicate header', 'rfc 5322'], classes: [5] },
    ],
    means: ['MESSAGE', 'NEVER', 'MESSAGE'],
    cause: 'The message does not have the form that RFC 5322 demands. That is a fault of the program that made it.',
    remedy: ['Report this to the developers, with the id of the email.'],
    link,
  },
  {
    id: 'TLS_REQUIRED_FOR_RECIPIENT',
    when: ['tls required for rcpt domain'],
    means: ['TLS', 'PARK', 'ACCOUNT'],
    cause: "The recipient's domain takes mail by TLS only.",
    remedy: ['Set security to STARTTLS.'],
    link,
  },
  {
    id: 'RECIPIENT_RATE',
    when: ['receiving mail too quickly', 'receiving mail at a rate'],
    means: ['RECIPIENT', 'BACKOFF', 'RECIPIENT'],
    cause: 'The recipient is getting more mail than the server delivers at a time.',
    remedy: ['Nothing to do: Postroom tries again.'],
    link,
  },
];
