import { microsoft365Connector } from '../relaying/microsoft365.js';
import type { Rule } from './vocabulary.js';

/** Microsoft 365 by connector or direct send, tenant.mail.protection.outlook.com:25 (Microsoft: "NDRs"). */
export const microsoft365RelayRules: readonly Rule[] = [
  {
    id: 'M365_CONNECTOR_NOT_MATCHED',
    when: ['tenantattribution', { enhanced: ['5.7.64'], providers: ['MICROSOFT365', 'EXCHANGE'] }],
    means: ['RELAY', 'PARK', 'ACCOUNT'],
    cause:
      'No inbound connector of the tenant matches {publicAddress} or the certificate, or the domain of {from} is ' +
      'not an accepted domain.',
    remedy: microsoft365Connector,
  },
  {
    id: 'M365_WRONG_REGION',
    when: ['wrong office 365 region', { enhanced: ['x.4.62'] }],
    means: ['RELAY', 'PARK', 'ACCOUNT'],
    cause: 'Microsoft 365 could not match the call to a connector of the tenant.',
    remedy: microsoft365Connector,
  },
  {
    id: 'M365_RECIPIENT_REJECTED',
    when: [{ says: ['recipient address rejected: access denied'], enhanced: ['5.4.1'] }],
    means: ['RECIPIENT', 'NEVER', 'RECIPIENT'],
    cause: "The recipient does not exist in the tenant. Direct send reaches only the tenant's own recipients.",
    remedy: ['Correct the address.', 'For recipients outside, use submission with log-on, or a connector.'],
  },
  {
    id: 'RELAY_DENIED',
    when: [{ says: ['relay access denied'], enhanced: ['5.4.1'] }, { says: ['unable to relay'], providers: ['MICROSOFT365'] }],
    means: ['RELAY', 'PARK', 'ACCOUNT'],
    cause: "The recipient's domain is not one of the tenant's. Direct send reaches only the tenant's own recipients.",
    remedy: ['Use submission with log-on (smtp.office365.com:587), or a connector, for recipients outside.'],
    guide: 'MICROSOFT365',
  },
  {
    id: 'M365_IP_BANNED',
    when: ['banned sending ip', { enhanced: ['5.7.606-649'], providers: ['MICROSOFT365'] }],
    means: ['REPUTATION', 'PARK', 'APP'],
    cause: 'Microsoft blocks mail from {publicAddress}.',
    remedy: ['Ask for the address to be taken off the list.'],
    link: 'https://sender.office.com',
  },
  {
    id: 'M365_DMARC_FAILED',
    when: ['does not pass dmarc verification', { enhanced: ['5.7.509'], providers: ['MICROSOFT365'] }],
    means: ['IDENTITY', 'PARK', 'SENDER'],
    cause: 'The domain of {from} fails its own DMARC policy.',
    remedy: ['Let SPF of the domain include this sending server, and sign with DKIM for the same domain.'],
  },
  {
    id: 'SPF_FAILED',
    when: [{ enhanced: ['5.7.23'] }],
    means: ['IDENTITY', 'PARK', 'SENDER'],
    cause: 'SPF of the domain of {from} does not allow this sending server.',
    remedy: [
      "Add the sending server to the domain's SPF record (include: or ip4:). One record only, at most 10 look-ups.",
    ],
  },
  {
    id: 'M365_FAR_SIDE_TLS',
    when: [{ enhanced: ['x.7.321-325'] }],
    means: ['TLS', 'BACKOFF', 'RECIPIENT'],
    cause: "The recipient's mail server fails its own TLS policy (STARTTLS, certificate or DANE).",
    remedy: ["Nothing to do here: the recipient's administrator must mend it."],
  },
  {
    id: 'M365_IP_SUSPICIOUS',
    when: [{ enhanced: ['4.7.500-699'] }, { says: ['access denied, please try again later'], classes: [4] }],
    means: ['REPUTATION', 'BACKOFF', 'SERVER'],
    cause: 'Microsoft holds mail from {publicAddress} back because of suspicious activity.',
    remedy: ['Wait: it may take hours.', 'Look for a compromised machine behind this address.'],
  },
  {
    id: 'M365_TEMPORARY',
    when: [{ says: ['temporary server error'], enhanced: ['4.7.0'], providers: ['MICROSOFT365'] }],
    means: ['SERVER', 'BACKOFF', 'SERVER'],
    cause: 'Microsoft 365 has a passing fault, or holds mail from {publicAddress} back.',
    remedy: ['Wait. If it lasts, look for a compromised machine behind this address.'],
  },
];
