import type { Rule } from './vocabulary.js';

const readReply = 'The words of the server, on the attempt, say more.';
const anyCredentials: Rule['means'] = ['CREDENTIALS', 'PARK', 'ACCOUNT'];
const passing: Rule['remedy'] = ['Nothing to do at first: Postroom tries again.', readReply];

/** A provider's HTTP status, where its words were not known. 4xx there is final, not transient as in SMTP. */
export const httpRules: readonly Rule[] = [
  {
    id: 'API_KEY_REFUSED', when: [{ codes: [401, 403] }], means: anyCredentials,
    cause: 'The provider refused the API key, or the key lacks the right to send mail.',
    remedy: ['Enter a valid API key with the right to send mail.', readReply],
  },
  {
    id: 'MESSAGE_TOO_LARGE', when: [{ codes: [413] }], means: ['MESSAGE', 'NEVER', 'MESSAGE'],
    cause: 'The message is larger than the provider accepts.', remedy: ['Send smaller attachments, or a link to them.'],
  },
  {
    id: 'API_RATE_LIMIT', when: [{ codes: [429] }], means: ['RATE', 'AFTER_RESET', 'ACCOUNT'],
    cause: 'More requests than the provider allows for now.', remedy: ['Lower the rate of this account.'],
  },
  {
    id: 'API_NOT_FOUND', when: [{ codes: [404, 405, 407, 410] }], means: ['CONNECTION', 'PARK', 'ACCOUNT'],
    cause: "What answered is not the provider's API.", remedy: ['Check server, region and proxy.'],
  },
  {
    id: 'OUTCOME_UNKNOWN',
    // 502 and 504 are said by a gateway of the provider: what stands behind it may have accepted the message before.
    when: [{ codes: [408, 502, 504] }, { noReply: true }],
    means: ['OUTCOME', 'UNKNOWN_OUTCOME', 'MESSAGE'],
    cause: 'The message was handed to the provider and no answer came back from it: it may or may not have been accepted.',
    remedy: ["Look in the provider's activity log whether the message was accepted; send it again only if it was not."],
  },
  {
    id: 'API_UNAVAILABLE', when: [{ classes: [5] }, { codes: [425] }], means: ['SERVER', 'BACKOFF', 'SERVER'],
    cause: 'The provider has a passing fault.', remedy: passing,
  },
  {
    id: 'API_REQUEST_REFUSED', when: [{ classes: [4] }], means: ['MESSAGE', 'NEVER', 'MESSAGE'],
    cause: 'The provider refused the request: an address or the content is not valid.',
    remedy: ['Correct the message and send it anew.', readReply],
  },
  {
    id: 'OUTCOME_UNKNOWN', when: [{}], means: ['OUTCOME', 'UNKNOWN_OUTCOME', 'MESSAGE'],
    cause:
      'The provider gave an answer that Postroom does not understand: the message may or may not have been ' +
      'accepted.',
    remedy: ["Look in the provider's activity log; send the message again only if it was not accepted."],
  },
];

/** Holds for anything that no other row knows. */
export const unexpectedReplyRule: Rule = {
  id: 'UNEXPECTED_REPLY',
  when: [{}],
  means: ['UNKNOWN', 'BACKOFF', 'SERVER'],
  cause: '{host} gave an answer that Postroom does not understand.',
  remedy: [readReply, 'Check server and port.'],
};

/** By reply class and stage (RFC 5321 section 4.2): honest about knowing no more. */
export const genericRules: readonly Rule[] = [
  {
    id: 'AUTHENTICATION_REQUIRED', when: [{ codes: [530] }], means: anyCredentials,
    cause: '{host} requires a log-on or encryption before it takes mail.',
    remedy: ['Enter account and password, and set security to STARTTLS.', readReply],
  },
  {
    id: 'CREDENTIALS_REFUSED', when: [{ codes: [534, 535] }, { classes: [5], stages: ['AUTH'] }], means: anyCredentials,
    cause: '{host} refused the log-on of {user}.',
    remedy: ['Check account and password, then test the settings.', readReply],
  },
  {
    id: 'SENDER_REFUSED', when: [{ classes: [5], stages: ['MAIL_FROM'] }], means: ['SENDER', 'PARK', 'SENDER'],
    cause: '{host} does not accept {from} as sender.',
    remedy: ['Check email from, and whether {user} may send as it.', readReply],
  },
  {
    id: 'RELAY_REFUSED', when: [{ classes: [5], stages: ['RELAY'] }], means: ['RELAY', 'PARK', 'ACCOUNT'],
    cause: '{host} does not accept a recipient outside; most likely it does not relay for this client.',
    remedy: ['Log on, or have {publicAddress} allowed to relay.', readReply],
  },
  {
    id: 'RECIPIENT_REFUSED', when: [{ classes: [5], stages: ['RCPT_TO'] }], means: ['RECIPIENT', 'NEVER', 'RECIPIENT'],
    cause: '{host} does not accept this recipient.', remedy: ['Check the address.', readReply],
  },
  {
    id: 'MESSAGE_REFUSED',
    when: [{ classes: [5], stages: ['DATA', 'AFTER_DATA', 'DONE'] }],
    means: ['MESSAGE', 'NEVER', 'MESSAGE'],
    cause: '{host} does not accept this message.', remedy: [readReply, 'Correct the message and send it anew.'],
  },
  {
    id: 'EHLO_REFUSED', when: [{ classes: [5], stages: ['EHLO'] }], means: ['IDENTITY', 'PARK', 'APP'],
    cause: '{host} did not accept the introduction by the name {ehloName}.',
    remedy: ["Set the account's EHLO name to a full host name that DNS knows.", readReply],
  },
  {
    id: 'CONNECTION_NOT_ADMITTED', when: [{ classes: [5] }], means: ['SERVER', 'PARK', 'SERVER'],
    cause: '{host} does not admit this client.',
    remedy: ["Ask the server's administrator to admit {publicAddress}.", readReply],
  },
  {
    id: 'SERVER_TEMPORARY',
    when: [{ codes: [421] }, { classes: [4], stages: ['DNS', 'TCP', 'GREETING', 'EHLO', 'TLS'] }],
    means: ['SERVER', 'BACKOFF', 'SERVER'], cause: '{host} takes no mail for now.', remedy: passing,
  },
  {
    id: 'LOGIN_TEMPORARILY_IMPOSSIBLE',
    when: [{ classes: [4], stages: ['AUTH'] }],
    means: ['SERVER', 'BACKOFF', 'ACCOUNT'],
    cause: '{host} cannot check the log-on for now.', remedy: passing,
  },
  {
    id: 'SENDER_DEFERRED', when: [{ classes: [4], stages: ['MAIL_FROM'] }], means: ['SENDER', 'BACKOFF', 'SENDER'],
    cause: '{host} takes no mail of {from} for now.', remedy: passing,
  },
  {
    id: 'RECIPIENT_DEFERRED',
    when: [{ classes: [4], stages: ['RCPT_TO', 'RELAY'] }],
    means: ['RECIPIENT', 'BACKOFF', 'RECIPIENT'],
    cause: '{host} takes no mail for this recipient for now.', remedy: passing,
  },
  {
    id: 'MESSAGE_DEFERRED', when: [{ classes: [4] }], means: ['SERVER', 'BACKOFF', 'MESSAGE'],
    cause: '{host} could not take this message for now.', remedy: passing,
  },
  {
    id: 'OUTCOME_UNKNOWN', when: [{ stages: ['AFTER_DATA', 'DONE'] }], means: ['OUTCOME', 'UNKNOWN_OUTCOME', 'MESSAGE'],
    cause: '{host} gave an answer that Postroom does not understand: the message may or may not have been accepted.',
    remedy: ['Ask the recipient, or look in the log of {host}; send it again only if it did not arrive.'],
  },
  {
    id: 'CONNECTION_LOST', when: [{ noReply: true }], means: ['CONNECTION', 'BACKOFF', 'SERVER'],
    cause: 'The connection to {host}:{port} ended without an answer, before the message was handed over.',
    remedy: passing,
  },
];
