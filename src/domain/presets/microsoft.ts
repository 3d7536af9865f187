import { preset, startTlsOn } from './preset.js';

const DEVICES = 'https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/how-to-set-up-a-multifunction-device-or-application-to-send-email-using-microsoft-365-or-office-365';

/** Exchange on a company's own machines, and the ways into Microsoft 365. */
export const MICROSOFT = [
  preset({
    id: 'microsoft365-submission', name: 'Microsoft 365: as a mailbox (client submission)', server: 'smtp.office365.com', ports: startTlsOn(587),
    authentications: ['OAUTH2', 'PASSWORD'], accountNameHint: 'the user principal name of the mailbox, as in erp@example.com', addressLogsOn: 'ANY_DOMAIN',
    passwordHint: 'With PASSWORD: SMTP AUTH must be enabled for the mailbox, and Microsoft is switching password log-on off; prefer OAUTH2.',
    limits: ['30 messages a minute and 10,000 recipients a day for each mailbox'], link: DEVICES, relayingPlatform: 'MICROSOFT365',
    exchangers: ['.mail.protection.outlook.com', '.mx.microsoft'],
  }),
  preset({
    id: 'microsoft365-relay', name: 'Microsoft 365: through a connector, or straight to your own mailboxes (direct send)',
    server: '{tenant}.mail.protection.outlook.com', serverHint: 'the MX host of your domain: example.com becomes example-com.mail.protection.outlook.com',
    ports: startTlsOn(25), authentications: ['NONE'],
    limits: ['Without a connector only mailboxes of your own organisation are reached (direct send)', 'A connector knows you by your public address or by a certificate'],
    link: DEVICES, relayingPlatform: 'MICROSOFT365', exchangers: ['.mail.protection.outlook.com', '.mx.microsoft'],
  }),
  preset({
    id: 'exchange-relay', name: 'Exchange Server: a receive connector for relaying', server: null, serverHint: 'the Exchange server, as in exchange.example.com',
    ports: [{ port: 25, security: 'OPPORTUNISTIC' }], authentications: ['NONE'],
    limits: ['The connector must name the address that Postroom connects from, and let anonymous users relay to any recipient'],
    link: 'https://learn.microsoft.com/en-us/exchange/mail-flow/connectors/allow-anonymous-relay', relayingPlatform: 'EXCHANGE',
  }),
  preset({
    id: 'exchange-submission', name: 'Exchange Server: as a mailbox (Client Frontend connector)', server: null, serverHint: 'the Exchange server, as in exchange.example.com',
    ports: startTlsOn(587), accountNameHint: 'DOMAIN\\user, or the user principal name', passwordHint: 'the password of the mailbox',
    link: 'https://learn.microsoft.com/en-us/exchange/clients/pop3-and-imap4/configure-authenticated-smtp', relayingPlatform: 'EXCHANGE',
  }),
];
