import { preset, startTlsOn, tlsOn } from './preset.js';

/** Servers that a company runs by itself (Exchange stands with Microsoft's). */
export const OWN_SERVERS = [
  preset({
    id: 'mailenable', name: 'MailEnable', server: null, serverHint: 'the MailEnable server, as in mail.example.com', ports: [...startTlsOn(587), { port: 25, security: 'OPPORTUNISTIC' }],
    authentications: ['PASSWORD', 'NONE'], accountNameHint: 'mailbox@postoffice: the post office, which is not always the domain', passwordHint: 'the password of the mailbox',
    limits: ['Without log-on the address that Postroom connects from must be a privileged IP range (SMTP connector, Relay)'],
    link: 'https://mailenable.com/kb/content/article.asp?ID=me020032', relayingPlatform: 'MAILENABLE',
  }),
  preset({
    id: 'postfix', name: 'Postfix', server: null, serverHint: 'the Postfix server, as in mail.example.com', ports: [...startTlsOn(587), ...tlsOn(465), { port: 25, security: 'OPPORTUNISTIC' }],
    authentications: ['PASSWORD', 'NONE'], accountNameHint: 'the SASL user; often the whole address', limits: ['Without log-on the address that Postroom connects from must stand in mynetworks'],
    link: 'https://www.postfix.org/SMTPD_ACCESS_README.html', relayingPlatform: 'POSTFIX',
  }),
  preset({
    id: 'exim', name: 'Exim', server: null, serverHint: 'the Exim server, as in mail.example.com', ports: [...startTlsOn(587), ...tlsOn(465), { port: 25, security: 'OPPORTUNISTIC' }],
    authentications: ['PASSWORD', 'NONE'], accountNameHint: 'the user of its authenticator; often the whole address',
    limits: ['Without log-on the address that Postroom connects from must stand in relay_from_hosts'],
    link: 'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-the_default_configuration_file.html', relayingPlatform: 'EXIM',
  }),
];
