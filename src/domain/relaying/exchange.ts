import type { GuideText, StepText } from './vocabulary.js';

export const exchangeLogOn: readonly StepText[] = ['Better: log on. Use {host}:587 with STARTTLS, a mailbox account, and Send As on {from}.'];

export const exchangeSendAs: readonly StepText[] = [
  ['Grant Send As (the log-on with its domain, as DOMAIN\\user).', 'Add-ADPermission "{from}" -User "{user}" -ExtendedRights "Send As"'],
  "Or use the log-on mailbox's own address as email from.",
];

export const exchangeAnonymousRelay: readonly StepText[] = [
  [
    'Or allow anonymous relay for exactly this machine (never for every address: that is an open relay).',
    'New-ReceiveConnector -Name "Anonymous Relay" -TransportRole FrontendTransport -Custom -Bindings 0.0.0.0:25 ' +
      '-RemoteIpRanges {publicAddress}',
  ],
  ['Let anonymous callers use that connector.', 'Set-ReceiveConnector "Anonymous Relay" -PermissionGroups AnonymousUsers'],
  [
    'And let them send to any recipient.',
    'Get-ReceiveConnector "Anonymous Relay" | Add-ADPermission -User "NT AUTHORITY\\ANONYMOUS LOGON" ' +
      '-ExtendedRights "Ms-Exch-SMTP-Accept-Any-Recipient"',
  ],
];

export const exchangeTrustedRelay: readonly StepText[] = [
  [
    'Or trust the machine wholly, past spam filter and size limits.',
    'Set-ReceiveConnector "Anonymous Relay" -AuthMechanism ExternalAuthoritative -PermissionGroups ExchangeServers',
  ],
];

export const exchangeStillRefused: readonly StepText[] = [
  [
    'Still refused: another connector matches this address more closely. Behind NAT or a load balancer Exchange ' +
      'sees that address.',
    'Get-ReceiveConnector | ft Name,Bindings,RemoteIPRanges',
  ],
];

/** Microsoft: "Allow anonymous relay on Exchange servers". */
export const exchangeGuide: GuideText = {
  platform: 'EXCHANGE',
  title: 'Exchange Server on the premises',
  introduction:
    'Exchange takes mail for its own domains from anybody, and for all other domains only from who is logged on or whom a ' +
    'receive connector lets relay. Emails to colleagues arrive and invoices to customers are refused: that is this.',
  sections: [
    { title: 'Log on', steps: [...exchangeLogOn, ...exchangeSendAs] },
    { title: 'Anonymous relay for this machine', steps: exchangeAnonymousRelay },
    { title: 'Trust this machine wholly', steps: exchangeTrustedRelay },
    { title: 'When it is still refused', steps: exchangeStillRefused },
  ],
  diagnosisIds: [
    'RELAY_DENIED', 'EXCHANGE_NOT_LOGGED_ON', 'EXCHANGE_RECIPIENT_NEEDS_LOGIN', 'EXCHANGE_LOGIN_REFUSED', 'EXCHANGE_AUTH_BLOCKED', 'SEND_AS_DENIED',
  ],
  link: 'https://learn.microsoft.com/en-us/exchange/mail-flow/connectors/allow-anonymous-relay',
};
