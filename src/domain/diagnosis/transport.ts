import type { Rule } from './vocabulary.js';

/**
 * What the network, Node or nodemailer said where a server gave no reply (TLS apart). The first rows come before
 * everything else: what may have been handed over must never be taken for a plain lost connection.
 */
export const outcomeRules: readonly Rule[] = [
  {
    id: 'OUTCOME_UNKNOWN',
    when: [
      { noReply: true, stages: ['AFTER_DATA', 'DONE'] },
      { classes: [1, 2, 3], stages: ['AFTER_DATA', 'DONE'] },
      { noReply: true, stages: ['PROVIDER_API'], errors: [
        'ETIMEDOUT', 'ECONNRESET', 'EPIPE', 'ECONNABORTED', 'ESOCKETTIMEDOUT', 'ABORT_ERR', 'UND_ERR_HEADERS_TIMEOUT',
        'UND_ERR_BODY_TIMEOUT', 'UND_ERR_SOCKET', 'socket hang up',
      ] },
    ],
    means: ['OUTCOME', 'UNKNOWN_OUTCOME', 'MESSAGE'],
    cause:
      'The connection to {host} ended after the whole message was handed over and before the answer came: it may ' +
      'or may not have been accepted.',
    remedy: [
      'Ask the recipient, or look in the sent-message log of {host}, whether the message arrived.',
      'Send it again only if it did not; Postroom does not do that by itself.',
    ],
  },
];

/** Faults that tell by their code what they are, and that nothing was handed over. */
export const transportRules: readonly Rule[] = [
  {
    id: 'ADDRESS_NOT_ALLOWED',
    when: [{ errors: ['ECONNECTPOLICY'] }],
    means: ['CONNECTION', 'PARK', 'ACCOUNT'],
    cause:
      'Postroom does not connect to {host}:{port}: it may connect only to the mail ports of ordinary addresses, and to ' +
      'what its operator has opened besides.',
    remedy: [
      'Check server and port. The detail of the stage says which address or port is not allowed.',
      'If a mail server really is there, have the operator of Postroom add it to POSTROOM_CONNECT_ALLOW and start Postroom anew.',
    ],
  },
  {
    id: 'DNS_NAME_NOT_FOUND',
    when: [{ errors: ['ENOTFOUND', 'ENODATA', 'getaddrinfo ENOTFOUND'] }],
    means: ['DNS', 'PARK', 'ACCOUNT'],
    cause: 'The server name {host} does not exist in DNS, as seen from the machine that runs Postroom.',
    remedy: [
      'Check the spelling. Enter the host name only: no http://, no :587, no blank.',
      ['Look the name up on the machine that runs Postroom.', 'nslookup {host}'],
    ],
  },
  {
    id: 'DNS_NO_ANSWER',
    when: [
      { errors: ['EAI_AGAIN', 'ESERVFAIL', 'EREFUSED', 'queryA ETIMEOUT', 'ETIMEOUT'] },
      { noReply: true, stages: ['DNS'], errors: ['ETIMEDOUT'] },
    ],
    means: ['DNS', 'BACKOFF', 'SERVER'],
    cause: 'The name server of the machine that runs Postroom did not answer.',
    remedy: [['Check network and DNS settings of the host or container that runs Postroom.', 'nslookup {host}']],
  },
  {
    id: 'DNS_NAME_NOT_FOUND',
    when: [{ errors: ['EDNS'] }],
    means: ['DNS', 'PARK', 'ACCOUNT'],
    cause: 'The server name {host} could not be resolved by the machine that runs Postroom.',
    remedy: [
      'Check the spelling. Enter the host name only: no http://, no :587, no blank.',
      ['Look the name up on the machine that runs Postroom.', 'nslookup {host}'],
    ],
  },
  {
    id: 'CONNECTION_REFUSED',
    when: [{ errors: ['ECONNREFUSED'] }],
    means: ['CONNECTION', 'BACKOFF', 'SERVER'],
    cause: 'The machine {host} answers, but nothing listens on port {port}.',
    remedy: [
      'Check the port: 587 (STARTTLS), 465 (implicit TLS), 25 (relay). Check that the mail service is running.',
      ['Try the port from the machine that runs Postroom.', 'Test-NetConnection {host} -Port {port}'],
    ],
  },
  {
    id: 'GREETING_TIMEOUT',
    when: [
      { errors: ['greeting never received', 'GREETING_TIMEOUT'] },
      { noReply: true, stages: ['GREETING'], errors: ['ETIMEDOUT'] },
    ],
    means: ['CONNECTION', 'BACKOFF', 'SERVER'],
    cause:
      'The connection to {host}:{port} was made, but the server never said its greeting: it expects TLS at once, ' +
      'it holds new callers back, or a firewall inspects the connection.',
    remedy: [
      'For port 465 set security to implicit TLS.',
      'If the server waits for reverse DNS or holds callers back, raise the greeting timeout to 60 to 120 seconds.',
    ],
  },
  {
    id: 'CONNECT_TIMEOUT',
    when: [
      { noReply: true, stages: ['TCP'], errors: ['ETIMEDOUT'] },
      { errors: ['EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT', 'connection timeout', 'connect ETIMEDOUT'] },
    ],
    means: ['CONNECTION', 'BACKOFF', 'SERVER'],
    cause:
      'No connection to {host}:{port}: a firewall or the hosting provider drops the packets. Many providers close ' +
      'port 25 outbound.',
    remedy: [
      'Use port 587 or 465 (2525 or 2587 where the provider offers it), or ask for outbound port 25 to be opened.',
      ['Try the port from the machine that runs Postroom.', 'Test-NetConnection {host} -Port {port}'],
    ],
  },
  {
    id: 'NOT_AN_SMTP_SERVER',
    when: [{ noCode: true, errors: ['EPROTOCOL', 'invalid greeting'], stages: ['TCP', 'GREETING', 'EHLO'] }],
    means: ['CONNECTION', 'PARK', 'ACCOUNT'],
    cause:
      'Something that is no SMTP server answers at {host}:{port}: a web server, an IMAP server or a captive portal.',
    remedy: ['Check server and port.'],
  },
  {
    id: 'CLOSED_BEFORE_GREETING',
    when: [
      {
        noReply: true,
        stages: ['TCP', 'GREETING'],
        errors: ['ECONNECTION', 'ECONNRESET', 'EPIPE', 'connection closed unexpectedly', 'socket closed unexpectedly'],
      },
    ],
    means: ['CONNECTION', 'BACKOFF', 'SERVER'],
    cause:
      '{host} closed the connection at once: it does not admit {publicAddress}, a filter such as fail2ban blocks ' +
      'it, or it expects TLS.',
    remedy: [
      "Ask the server's administrator to admit {publicAddress} (Exchange: the receive connector's remote IP ranges).",
      'For port 465 set security to implicit TLS.',
    ],
  },
  {
    id: 'CREDENTIALS_UNREADABLE',
    when: [{ noReply: true, errors: ['cannot be decrypted', 'could not be decrypted', 'SECRET_UNREADABLE'] }],
    means: ['CREDENTIALS', 'PARK', 'ACCOUNT'],
    cause:
      'The stored password of this account cannot be decrypted: the key that sealed it is missing, or the server ' +
      'settings it belongs to changed.',
    remedy: ['Enter the password again and post the settings.'],
  },
  {
    id: 'CONTENT_PURGED',
    when: [{ noReply: true, errors: ['ECONTENTPURGED'] }],
    means: ['MESSAGE', 'NEVER', 'MESSAGE'],
    cause: 'The content of this email was purged before it could be sent, so nothing was sent.',
    remedy: ['Send the email anew from where it came from.'],
  },
  {
    id: 'SENDGRID_ATTACHMENTS_TOO_LARGE',
    when: [{ noReply: true, errors: ['EATTACHMENTSIZE'] }],
    means: ['MESSAGE', 'NEVER', 'MESSAGE'],
    cause: 'The attachments of this email are larger than SendGrid takes, so it was not sent: 20 MiB in all.',
    remedy: [
      'Choose an account with a mail server of its own for this email, then send it once more.',
      'Or send smaller attachments, or a link to them.',
    ],
  },
  {
    id: 'CREDENTIALS_MISSING',
    when: [{ noReply: true, errors: ['ENOAUTH'], says: ['no oauth client secret', 'no private key of the service account'] }],
    means: ['CREDENTIALS', 'PARK', 'ACCOUNT'],
    cause: 'The account logs on by OAuth 2.0, and what fetches its access tokens is not stored: the client secret, or the private key of the service account.',
    remedy: [
      'Enter the value of the client secret (Microsoft) or the private key of the service account (Google), test, and post the settings.',
      'An export holds no secrets: they are entered anew where it was imported.',
    ],
  },
  {
    id: 'CREDENTIALS_MISSING',
    when: [{ noReply: true, errors: ['ENOAUTH', 'missing credentials'] }],
    means: ['CREDENTIALS', 'PARK', 'ACCOUNT'],
    cause: 'The account needs a password, and none is stored.',
    remedy: ['Enter account and password, test, and post the settings.'],
  },
  {
    id: 'ADDRESS_INVALID',
    when: [{ noReply: true, errors: ['EENVELOPE', 'no recipients defined', 'invalid recipient', 'invalid sender'] }],
    means: ['MESSAGE', 'NEVER', 'MESSAGE'],
    cause: 'The message has no recipient, or an address in it is not valid; it was stopped before it was sent.',
    remedy: ['Correct the addresses and send the message anew.'],
  },
  {
    id: 'MESSAGE_TOO_LARGE',
    when: [{ noReply: true, errors: ['message size larger than allowed'] }],
    means: ['MESSAGE', 'NEVER', 'MESSAGE'],
    cause: 'The message is larger than {host} says it accepts.',
    remedy: ['Send smaller attachments, or a link to them.'],
  },
  {
    id: 'MESSAGE_UNUSABLE',
    when: [{ noReply: true, errors: ['EMESSAGE', 'EFILEACCESS', 'EURLACCESS'] }],
    means: ['MESSAGE', 'NEVER', 'MESSAGE'],
    cause: 'The message could not be composed or read, so it was not handed to {host}.',
    remedy: ['Correct the message or its attachments and send it anew.'],
  },
];

/** Errors that say only which step failed: used when neither the words nor the codes told more. */
export const leftoverErrorRules: readonly Rule[] = [
  {
    id: 'CREDENTIALS_REFUSED',
    when: [{ noReply: true, errors: ['EAUTH'] }],
    means: ['CREDENTIALS', 'PARK', 'ACCOUNT'],
    cause: 'Logging on to {host} as {user} did not succeed.',
    remedy: ['Check account and password, then test the settings.'],
  },
];
