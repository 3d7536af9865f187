import {
  microsoft365Application, microsoft365SendAs, microsoft365SwitchOn, microsoft365SwitchOnMailbox, microsoft365WithoutLogOn,
} from '../relaying/microsoft365.js';
import { microsoftTokenRefusedRules } from './oauth.js';
import type { Rule } from './vocabulary.js';

const smtpAuthLink = 'https://aka.ms/smtp_auth_disabled';

/**
 * Microsoft 365, log-on and submission at smtp.office365.com:587 (Microsoft: "Fix issues with printers, scanners, and
 * LOB applications", "Continuous error throttling").
 */
export const microsoft365Rules: readonly Rule[] = [
  {
    id: 'M365_SMTP_AUTH_DISABLED_TENANT',
    when: ['smtpclientauthentication is disabled for the tenant'],
    means: ['CREDENTIALS', 'PARK', 'ACCOUNT'],
    cause: 'Authenticated SMTP is switched off for the whole Microsoft 365 organisation.',
    remedy: microsoft365SwitchOn,
    link: smtpAuthLink,
  },
  {
    id: 'M365_SMTP_AUTH_DISABLED',
    when: ['smtpclientauthentication is disabled'],
    means: ['CREDENTIALS', 'PARK', 'ACCOUNT'],
    cause: 'Authenticated SMTP is switched off for the mailbox {user}.',
    remedy: microsoft365SwitchOnMailbox,
    link: smtpAuthLink,
  },
  // Before what is said to passwords in the same words: to a token, "Use OAuth 2.0" is no remedy.
  ...microsoftTokenRefusedRules,
  {
    id: 'M365_SECURITY_DEFAULTS',
    when: ["locked by your organization's security defaults"],
    means: ['CREDENTIALS', 'PARK', 'ACCOUNT'],
    cause: "The organisation's security defaults (Microsoft Entra) refuse a log-on with name and password.",
    remedy: [
      'Use OAuth 2.0 for this account.',
      'Or have the administrator use Conditional Access in place of security defaults.',
    ],
  },
  {
    id: 'M365_SIGN_IN_CRITERIA',
    when: ['did not meet the criteria to be authenticated successfully'],
    means: ['CREDENTIALS', 'PARK', 'ACCOUNT'],
    cause:
      'Microsoft 365 refused the log-on of {user} without saying why: Conditional Access, multi-factor ' +
      'authentication, location, a wrong password or disabled SMTP AUTH.',
    remedy: ['Look at the Entra sign-in log of that user at that minute.', 'Use OAuth 2.0 for this account.'],
  },
  {
    id: 'M365_BASIC_AUTH_BLOCKED',
    when: ['basic authentication is disabled'],
    means: ['CREDENTIALS', 'PARK', 'ACCOUNT'],
    cause: 'An authentication policy of the organisation forbids log-on with name and password.',
    remedy: ['Use OAuth 2.0 for this account, or have the policy changed for this mailbox.'],
  },
  {
    id: 'M365_BASIC_AUTH_RETIRED',
    when: [
      'basic authentication is not supported for client submission',
      { enhanced: ['5.7.30'], providers: ['MICROSOFT365'] },
    ],
    means: ['CREDENTIALS', 'PARK', 'ACCOUNT'],
    cause:
      'Microsoft has retired log-on with name and password for this tenant. As published by November 2026: ' +
      'existing tenants unchanged to the end of December 2026, then off by default; new tenants off.',
    remedy: [
      'Use OAuth 2.0 (XOAUTH2).', 'Or relay by connector, Azure Communication Services Email, or High Volume Email.',
    ],
  },
  {
    id: 'M365_LOGIN_REFUSED',
    when: [{ says: ['authentication unsuccessful'], classes: [5], providers: ['MICROSOFT365'] }, { enhanced: ['5.7.139'] }],
    means: ['CREDENTIALS', 'PARK', 'ACCOUNT'],
    cause:
      'Microsoft 365 refused the log-on of {user}: wrong password; or with OAuth the application is not registered ' +
      'in Exchange, has no right to the mailbox, or the right is still spreading (up to an hour).',
    remedy: ['Check account and password. The account name is the full address.', ...microsoft365Application],
  },
  {
    id: 'M365_NOT_LOGGED_ON',
    when: [
      {
        says: ['client not authenticated to send', 'client was not authenticated to send'],
        providers: ['MICROSOFT365'],
      },
    ],
    means: ['CREDENTIALS', 'PARK', 'ACCOUNT'],
    cause: 'No log-on was made on the submission host, or smtp.office365.com is used for sending without log-on.',
    remedy: ['Enter account and password.', ...microsoft365WithoutLogOn],
  },
  {
    id: 'SEND_AS_DENIED',
    when: [
      'sendasdeniedexception', { says: ['sendasdenied'], enhanced: ['5.2.252'] }, 'sendasdenied;',
      { says: ['does not have permissions to send as this sender'], providers: ['MICROSOFT365'] },
    ],
    means: ['SENDER', 'PARK', 'SENDER'],
    cause: '{user} is logged on, but may not send as {from}.',
    remedy: microsoft365SendAs,
  },
  {
    id: 'M365_ERROR_PENALTY',
    when: ['sender throttled due to', { enhanced: ['5.2.251-255'], providers: ['MICROSOFT365'] }],
    means: ['RATE', 'PARK', 'ACCOUNT'],
    cause:
      'Microsoft 365 blocks this sender for a while because of repeated errors (mailbox full, send-as denied, ' +
      'licence, too many or invalid recipients). Trying again prolongs it.',
    remedy: ['Mend the error that the reply names.', 'Stop sending through this account; the block lifts by itself.'],
  },
  {
    id: 'M365_CONCURRENCY',
    when: ['sender thread limit exceeded', 'concurrent connections limit exceeded'],
    means: ['RATE', 'BACKOFF', 'ACCOUNT'],
    cause: 'More than three connections at once to Microsoft 365 with this account.',
    remedy: ['Set the connections of this account to 3 or fewer.'],
  },
  {
    id: 'M365_DAILY_LIMIT',
    when: ['submissionquotaexceeded', 'reached your daily limit for message recipients', { enhanced: ['5.1.90'] }],
    means: ['QUOTA', 'AFTER_RESET', 'ACCOUNT'],
    cause: 'The daily limit of this mailbox is used up (10,000 recipients a day, as published).',
    remedy: ['Wait up to 24 hours.', 'Spread the areas over several accounts.'],
  },
  {
    id: 'M365_SENDING_MAILBOX_FULL',
    when: ['mailbox full…quotaexceededexception', 'quotaexceededexception'],
    means: ['QUOTA', 'PARK', 'ACCOUNT'],
    cause: 'The sending mailbox {user} is full, usually its Sent Items.',
    remedy: ['Empty or archive the mailbox.'],
  },
  {
    id: 'M365_SENDER_RESTRICTED',
    when: ['access denied, bad outbound sender'],
    means: ['REPUTATION', 'PARK', 'ACCOUNT'],
    cause: 'The mailbox is on the list of restricted users: Microsoft suspects that it sent spam.',
    remedy: ["Change the mailbox's password first.", 'Then release it: Defender portal, Restricted entities.'],
  },
  {
    id: 'M365_SENDER_BANNED',
    when: [
      'spam abuse detected', 'access denied, banned sender',
      { enhanced: ['5.7.501-503'], providers: ['MICROSOFT365'] },
    ],
    means: ['REPUTATION', 'PARK', 'ACCOUNT'],
    cause: 'Microsoft 365 has banned this sender or tenant because of suspected spam.',
    remedy: ['Look for a compromised account, then contact Microsoft support.'],
  },
  {
    id: 'M365_DOMAIN_NOT_REGISTERED',
    when: [
      'client blocked from sending from unregistered domain',
      { enhanced: ['5.7.750'], providers: ['MICROSOFT365'] },
    ],
    means: ['SENDER', 'PARK', 'ACCOUNT'],
    cause: 'The domain of {from} is not an accepted domain of the tenant.',
    remedy: ['Add the domain to the tenant, or set up a connector for it.'],
  },
  {
    id: 'M365_TENANT_THRESHOLD',
    when: ['tenant has exceeded threshold', { enhanced: ['5.7.700-749'], providers: ['MICROSOFT365'] }],
    means: ['REPUTATION', 'PARK', 'ACCOUNT'],
    cause: 'The whole tenant has exceeded a sending limit of Microsoft 365.',
    remedy: ['Look for compromised accounts and unregistered sender domains, then contact Microsoft support.'],
  },
];
