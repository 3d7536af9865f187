import { exchangeAnonymousRelay, exchangeLogOn, exchangeSendAs, exchangeStillRefused, exchangeTrustedRelay } from '../relaying/exchange.js';
import type { Rule } from './vocabulary.js';

const relayRemedy: Rule['remedy'] = [...exchangeLogOn, ...exchangeAnonymousRelay, ...exchangeTrustedRelay, ...exchangeStillRefused];

/** Exchange Server on the premises, 2013 and later: connecting, log-on and relay (Microsoft: "NDRs in Exchange Server"). */
export const exchangeRules: readonly Rule[] = [
  {
    id: 'RELAY_DENIED',
    when: ['unable to relay'],
    means: ['RELAY', 'PARK', 'ACCOUNT'],
    cause:
      'The receive connector of {host} that took the call does not let this client send to recipients outside the ' +
      'organisation. Internal recipients may work.',
    remedy: relayRemedy,
    guide: 'EXCHANGE',
  },
  {
    id: 'EXCHANGE_NOT_LOGGED_ON',
    when: [
      'client was not authenticated to send anonymous mail', 'client not authenticated to send mail',
      { says: ['client was not authenticated'], codes: [530] },
    ],
    means: ['CREDENTIALS', 'PARK', 'ACCOUNT'],
    cause: 'The connector of {host} requires a log-on, and none was made.',
    remedy: ['Enter account and password.', 'Or have a connector for anonymous relay made for {publicAddress}.'],
  },
  {
    id: 'EXCHANGE_RECIPIENT_NEEDS_LOGIN',
    when: [{ says: ['client was not authenticated'], stages: ['RCPT_TO', 'RELAY', 'DATA', 'AFTER_DATA'] }],
    means: ['RECIPIENT', 'PARK', 'RECIPIENT'],
    cause:
      'This recipient, for example a distribution group, takes mail from logged-on senders only, or the connector ' +
      'admits no anonymous callers.',
    remedy: [
      'Log on with account and password.',
      [
        'Or let the group take mail from everyone (put its name for GROUP).',
        'Set-DistributionGroup GROUP -RequireSenderAuthenticationEnabled $false',
      ],
    ],
  },
  {
    id: 'EXCHANGE_NOT_LOGGED_ON',
    when: ['client was not authenticated'],
    means: ['CREDENTIALS', 'PARK', 'ACCOUNT'],
    cause: 'The connector of {host} admits no anonymous callers.',
    remedy: ['Enter account and password, or have the anonymous group added to the connector.'],
  },
  {
    id: 'SEND_AS_DENIED',
    when: ['does not have permissions to send as this sender'],
    means: ['SENDER', 'PARK', 'SENDER'],
    cause: '{user} is logged on, but may not send as {from}.',
    remedy: exchangeSendAs,
  },
  {
    id: 'EXCHANGE_LOGIN_REFUSED',
    when: [{ says: ['authentication unsuccessful'], codes: [535] }],
    means: ['CREDENTIALS', 'PARK', 'ACCOUNT'],
    cause:
      '{host} refused the log-on of {user}: wrong password, another form of the user name expected, account ' +
      'locked, or TLS required for this kind of log-on.',
    remedy: [
      'Try the name as DOMAIN\\user and as user@domain.', 'Set security to STARTTLS.',
      'Check that the account is not locked or expired.',
    ],
  },
  {
    id: 'AUTH_TYPE_UNSUPPORTED',
    when: ['unrecognized authentication type'],
    means: ['CREDENTIALS', 'PARK', 'ACCOUNT'],
    cause: '{host} does not offer this kind of log-on on this port; often only after TLS, or only NTLM.',
    remedy: [
      'Set security to STARTTLS.',
      'On Exchange: switch on "Basic authentication" (after TLS) on the receive connector.',
      'On Google: use an app password, or OAuth.',
    ],
  },
  {
    id: 'EXCHANGE_AUTH_INTERCEPTED',
    when: ['cannot achieve exchange server authentication'],
    means: ['SERVER', 'PARK', 'SERVER'],
    cause:
      "A firewall blocks Exchange's own log-on, or this machine's address falls in the range of an internal " +
      "connector that requires it.",
    remedy: [
      [
        'Narrow the RemoteIPRanges of the connector that should not match {publicAddress}.',
        'Get-ReceiveConnector | ft Name,Bindings,RemoteIPRanges',
      ],
    ],
  },
  {
    id: 'SESSION_ALTERED',
    when: [{ says: ['send hello first'] }, { says: ['unrecognized command'], enhanced: ['5.3.3'] }],
    means: ['SERVER', 'PARK', 'SERVER'],
    cause:
      'The server did not see the commands that Postroom sent: a firewall or inspection device alters the ' +
      'conversation, or the receive connector lacks Exchange Server authentication.',
    remedy: [
      'Switch off SMTP inspection on the firewall.',
      'On Exchange: check the authentication settings of the receive connector.',
    ],
  },
  {
    id: 'EXCHANGE_ADMIN_RULE',
    when: [
      { says: ['delivery not authorized, message refused'] },
      { enhanced: ['5.7.900-999'], providers: ['EXCHANGE', 'MICROSOFT365'] },
    ],
    means: ['MESSAGE', 'NEVER', 'MESSAGE'],
    cause: 'A mail flow rule of the organisation refused the message.',
    remedy: ['Ask the Exchange administrator which rule refused it, with the time and the recipient.'],
  },
  {
    id: 'EXCHANGE_SENDER_RATE',
    when: ['access denied, bad outbound sender'],
    means: ['RATE', 'AFTER_RESET', 'ACCOUNT'],
    cause: 'The sender exceeded a rate limit of the Exchange organisation.',
    remedy: ['Lower the rate of this account.', 'Ask for a connector of its own for this machine.'],
  },
  {
    id: 'SENDER_ADDRESS_INVALID',
    when: ['unknown sender address', { says: ['invalid address'], enhanced: ['5.1.7'] }],
    means: ['SENDER', 'PARK', 'SENDER'],
    cause: 'The server does not accept {from} as a sender address.',
    remedy: ['Correct email from.'],
  },
];
