import { postfixLogOn, postfixNetworks, postfixReverseName, postfixSenderOwned } from '../relaying/postfix.js';
import type { Rule } from './vocabulary.js';

/** Postfix, and whatever runs it: who may send, and who may log on (Postfix 3.12: smtpd_check.c, smtpd.c). */
export const postfixRules: readonly Rule[] = [
  {
    id: 'RELAY_DENIED',
    when: ['relay access denied'],
    means: ['RELAY', 'PARK', 'ACCOUNT'],
    cause:
      '{host} does not relay for this client: there was no log-on, {publicAddress} is not in its own networks, and ' +
      'the recipient is not local. Postfix may say so with 454; it does not pass by itself.',
    remedy: [...postfixLogOn, ...postfixNetworks],
    guide: 'POSTFIX',
  },
  {
    id: 'POSTFIX_SENDER_NOT_OWNED',
    when: ['not owned by user'],
    means: ['SENDER', 'PARK', 'SENDER'],
    cause: '{user} is logged on, but {from} does not belong to it (smtpd_sender_login_maps).',
    remedy: postfixSenderOwned,
  },
  {
    id: 'POSTFIX_SENDER_NOT_LOGGED_ON',
    when: ['sender address rejected: not logged in'],
    means: ['CREDENTIALS', 'PARK', 'ACCOUNT'],
    cause: 'A local sender address was used without a log-on.',
    remedy: ['Enter account and password.'],
  },
  {
    id: 'LOGIN_TEMPORARILY_IMPOSSIBLE',
    when: ['temporary authentication failure'],
    means: ['SERVER', 'BACKOFF', 'ACCOUNT'],
    cause: 'The log-on service behind {host} (SASL, Dovecot, LDAP) is down.',
    remedy: ["Nothing to do at first: Postroom tries again. If it lasts, tell the server's administrator."],
  },
  {
    id: 'CREDENTIALS_REFUSED',
    when: [{ says: ['authentication failed', 'authentication credentials invalid'], codes: [535] }, { says: ['error: authentication failed'], classes: [5] }],
    means: ['CREDENTIALS', 'PARK', 'ACCOUNT'],
    cause: '{host} refused account or password of {user}.',
    remedy: ['Check account and password, then test the settings.'],
  },
  {
    id: 'AUTH_NOT_ENABLED',
    when: ['authentication not enabled'],
    means: ['CREDENTIALS', 'PARK', 'ACCOUNT'],
    cause: '{host}:{port} has no log-on here: not on this port, or not before STARTTLS.',
    remedy: ['Use port 587 with STARTTLS.'],
  },
  {
    id: 'AUTH_NEEDS_TLS',
    when: ['encryption required for requested authentication mechanism', { codes: [538] }],
    means: ['TLS', 'PARK', 'ACCOUNT'],
    cause: '{host} takes a password only over an encrypted connection.',
    remedy: ['Set security to STARTTLS (587) or implicit TLS (465).'],
  },
  {
    id: 'STARTTLS_REQUIRED',
    when: ['must issue a starttls command first'],
    means: ['TLS', 'PARK', 'ACCOUNT'],
    cause: '{host} requires encryption, and security is set to "none".',
    remedy: ['Set security to STARTTLS on port 587, or implicit TLS on port 465.'],
  },
  {
    id: 'REVERSE_DNS_MISSING',
    when: ['client host rejected: cannot find your', 'cannot find your hostname', 'cannot find your reverse hostname'],
    means: ['IDENTITY', 'PARK', 'APP'],
    cause: '{publicAddress} has no reverse DNS (PTR), or its name does not point back.',
    remedy: postfixReverseName,
  },
  {
    id: 'EHLO_NAME_REJECTED',
    when: ['helo command rejected', 'ehlo command rejected', 'need fully-qualified hostname'],
    means: ['IDENTITY', 'PARK', 'APP'],
    cause: '{host} does not accept the EHLO name {ehloName}: it is no full host name, or DNS does not know it.',
    remedy: ["Set the account's EHLO name to a full host name that DNS knows."],
  },
  {
    id: 'IP_BLOCKLISTED',
    when: ['blocked using…127.255.255.'],
    means: ['SERVER', 'PARK', 'APP'],
    cause:
      "{host} asks a block list through a public name server, which the list refuses: {publicAddress} is not " +
      "listed.",
    remedy: ["Ask the server's administrator to use its own resolver for block lists."],
  },
  {
    id: 'IP_BLOCKLISTED',
    when: ['blocked using'],
    means: ['REPUTATION', 'PARK', 'APP'],
    cause: '{publicAddress} is on the block list that the reply names.',
    remedy: [
      'Look the address up on the page of that list, and ask for its removal once the reason is mended.',
      'A list of dial-up and cloud addresses (PBL): send through a relay, with log-on.',
    ],
  },
  {
    id: 'CLIENT_HOST_REJECTED',
    when: ['client host rejected: access denied', 'client host rejected'],
    means: ['RELAY', 'PARK', 'ACCOUNT'],
    cause: '{host} admits only clients that log on, or blocks {publicAddress}.',
    remedy: ['Enter account and password.', "Or ask the server's administrator to admit {publicAddress}."],
  },
  {
    id: 'SENDER_DOMAIN_NOT_FOUND',
    when: [
      'sender address rejected: domain not found',
      { enhanced: ['x.1.8'], says: ['domain not found', 'domain does not exist'] },
    ],
    means: ['SENDER', 'PARK', 'SENDER'],
    cause: 'The domain of {from} has neither MX nor address in DNS.',
    remedy: ['Correct email from, or the DNS of its domain.'],
  },
];

/** Postfix: recipients, limits and its own troubles. */
export const postfixFlowRules: readonly Rule[] = [
  {
    id: 'GREYLISTED',
    when: [
      'greylist', 'graylist', 'greylisting in action',
      { codes: [450], enhanced: ['4.2.0'], providers: ['POSTFIX', 'UNKNOWN'] },
    ],
    means: ['RATE', 'BACKOFF', 'RECIPIENT'],
    cause: 'The server puts unknown senders off once, to keep spam out (grey-listing).',
    remedy: ['Nothing to do: Postroom tries again after five minutes or more. It must come from the same address.'],
  },
  {
    id: 'SERVER_LIMIT_REACHED',
    when: ['too much mail from', 'too many auth commands', 'error: too many connections', 'too many connections from'],
    means: ['RATE', 'BACKOFF', 'ACCOUNT'],
    cause: 'More mail, log-ons or connections than {host} allows for one client.',
    remedy: ['Lower rate and connections of this account.'],
  },
  {
    id: 'TOO_MANY_ERRORS',
    when: ['too many errors'],
    means: ['SERVER', 'BACKOFF', 'SERVER'],
    cause: '{host} closed the connection because it had refused earlier commands on it.',
    remedy: ['Look at the replies before this one: they name the fault.'],
  },
  {
    id: 'MESSAGE_TOO_LARGE',
    when: ['message size exceeds fixed limit', 'message size exceeds'],
    means: ['MESSAGE', 'NEVER', 'MESSAGE'],
    cause: 'The message is larger than {host} accepts.',
    remedy: ['Send smaller attachments, or a link to them.'],
  },
  {
    id: 'SERVER_DISK_FULL',
    when: ['insufficient system storage'],
    means: ['SERVER', 'BACKOFF', 'SERVER'],
    cause: '{host} is short of disk.',
    remedy: ["Postroom tries again. If it lasts, tell the server's administrator."],
  },
  {
    id: 'SERVER_MISCONFIGURED',
    when: ['queue file write error', 'server configuration error'],
    means: ['SERVER', 'BACKOFF', 'SERVER'],
    cause: '{host} has a fault of its own: it cannot write its queue, or its configuration is broken.',
    remedy: ["Tell the server's administrator; Postroom tries again meanwhile."],
  },
];
