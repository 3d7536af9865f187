import type { Rule } from './vocabulary.js';

/** Exchange Server on the premises: load, limits and recipients (Microsoft: "Message rate limits"). */
export const exchangeFlowRules: readonly Rule[] = [
  {
    id: 'EXCHANGE_BACK_PRESSURE',
    when: ['insufficient system resources'],
    means: ['SERVER', 'BACKOFF', 'SERVER'],
    cause: 'The Exchange server is short of disk or memory and takes no mail for now (back pressure).',
    remedy: ["Free space on the drive of the server's mail queue."],
  },
  {
    id: 'EXCHANGE_RATE_LIMIT',
    when: ['message submission rate for this client has exceeded'],
    means: ['RATE', 'BACKOFF', 'ACCOUNT'],
    cause: 'More messages a minute than the receive connector of {host} allows.',
    remedy: [
      'Lower the rate of this account.',
      [
        'Or raise the limit (put the name of the connector for CONNECTOR, and a number for N).',
        'Set-ReceiveConnector CONNECTOR -MessageRateLimit N',
      ],
    ],
  },
  {
    id: 'TOO_MANY_CONNECTIONS',
    when: ['maximum number of concurrent connections'],
    means: ['RATE', 'BACKOFF', 'ACCOUNT'],
    cause: 'More connections at once than {host} allows (MaxInboundConnection, MaxInboundConnectionPerSource).',
    remedy: ['Lower the connections of this account.'],
  },
  {
    id: 'EXCHANGE_SERVICE_INACTIVE',
    when: [
      { says: ['service not active'] },
      { says: ['service not available'], codes: [421], enhanced: ['4.3.2'] },
      { says: ['service not available'], codes: [421], providers: ['EXCHANGE', 'MICROSOFT365'] },
    ],
    means: ['SERVER', 'BACKOFF', 'SERVER'],
    cause: 'The transport service of {host} is not active: maintenance mode, or a connector made in the wrong role.',
    remedy: [
      ['Look at the state of the server.', 'Get-ServerComponentState'],
      [
        'If a custom connector on port 25 was made in the Hub role, make it anew in the Front End role.',
        'New-ReceiveConnector -Name CONNECTOR -TransportRole FrontendTransport -Custom -Bindings 0.0.0.0:25 ' +
          '-RemoteIpRanges {publicAddress}',
      ],
    ],
  },
  {
    id: 'EXCHANGE_PROXY_FAILED',
    when: ['temporary server error…prx'],
    means: ['SERVER', 'BACKOFF', 'SERVER'],
    cause:
      "Exchange's Front End cannot reach its mailbox transport: usually DNS settings of its network card, or a " +
      "stopped service.",
    remedy: ['Correct DNS on the Exchange server, then restart its transport services.'],
  },
  {
    id: 'IDLE_TIMEOUT',
    when: [
      'timeout waiting for client input', 'timeout waiting for data from client',
      'connection expired, try reconnecting',
    ],
    means: ['CONNECTION', 'BACKOFF', 'SERVER'],
    cause: 'The server closed a connection that was idle or slow.',
    remedy: ['Nothing to do: Postroom tries again on a new connection.'],
  },
  {
    id: 'RECIPIENT_RESERVED_DOMAIN',
    when: ['reserved by rfc 2606', 'recipient address reserved'],
    means: ['RECIPIENT', 'NEVER', 'RECIPIENT'],
    cause: 'The recipient is in a domain reserved for tests and examples.',
    remedy: ['Use a true address.'],
  },
  {
    id: 'RECIPIENT_SINGLE_LABEL',
    when: ['recipient addresses in single label domains not accepted', 'single label domains not accepted'],
    means: ['RECIPIENT', 'NEVER', 'RECIPIENT'],
    cause: 'The recipient address has a bare machine name in place of a domain.',
    remedy: ['Use the full domain, as user@example.com.'],
  },
  {
    id: 'RECIPIENT_UNKNOWN',
    when: ['resolver.adr.exrecipnotfound', 'resolver.adr.recipientnotfound', 'resolver.adr.recipnotfound'],
    means: ['RECIPIENT', 'NEVER', 'RECIPIENT'],
    cause: 'The recipient does not exist in the Exchange organisation.',
    remedy: ['Correct the address.'],
  },
  {
    id: 'MESSAGE_TOO_LARGE',
    when: [
      'resolver.rst.recipsizelimit', 'resolver.rst.sendsizelimit', 'message size exceeds fixed maximum message size',
    ],
    means: ['MESSAGE', 'NEVER', 'MESSAGE'],
    cause: 'The message is larger than the recipient, the connector or the organisation allows.',
    remedy: ['Send smaller attachments, or a link to them.', 'Or have the limit of connector and organisation raised.'],
  },
  {
    id: 'SERVER_ROUTING_FAILED',
    when: ['smtpsend.dns.nonexistentdomain', { says: ['hop count exceeded', 'too many hops'] }],
    means: ['SERVER', 'NEVER', 'MESSAGE'],
    cause: 'The server could not route the message on: a domain that does not exist, or a mail loop.',
    remedy: ["Check the recipient's domain.", "Ask the server's administrator about DNS and mail loops."],
  },
];
