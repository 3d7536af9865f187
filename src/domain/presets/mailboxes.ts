import { preset, startTlsOn, tlsOn } from './preset.js';

const ZOHO = {
  ports: [...tlsOn(465), ...startTlsOn(587)], accountNameHint: 'the whole address of the mailbox; From must be that address or an alias of it', addressLogsOn: 'ANY_DOMAIN',
  passwordHint: 'the password, or an app password where two-factor authentication is on', link: 'https://www.zoho.com/mail/help/zoho-smtp.html',
} as const;

/** Where Yahoo takes its own users' mail. Beside them in yahoodns.net stand those of AOL (mx-aol…) and of business mail (mx-biz…), which log on elsewhere. */
const YAHOO_EXCHANGERS = ['mta5.am0.yahoodns.net', 'mta6.am0.yahoodns.net', 'mta7.am0.yahoodns.net', 'mx-eu.mail.am0.yahoodns.net', 'mx-apac.mail.gm0.yahoodns.net'];

/** Services that keep mailboxes, and let their owners send. */
export const MAILBOXES = [
  preset({
    id: 'zoho', name: 'Zoho Mail', server: 'smtp.zoho.com', serverHint: 'A domain of your own on a paid plan sends by smtppro.zoho.com', ...ZOHO,
    domains: ['zoho.com', 'zohomail.com'], exchangers: ['.zoho.com'],
  }),
  preset({
    id: 'zoho-eu', name: 'Zoho Mail (EU)', server: 'smtp.zoho.eu', serverHint: 'A domain of your own on a paid plan sends by smtppro.zoho.eu', ...ZOHO,
    domains: ['zoho.eu', 'zohomail.eu'], exchangers: ['.zoho.eu'],
  }),
  preset({
    id: 'fastmail', name: 'Fastmail', server: 'smtp.fastmail.com', ports: [...tlsOn(465), ...startTlsOn(587)], accountNameHint: 'your Fastmail address with its domain', addressLogsOn: 'OWN_DOMAINS',
    passwordHint: 'an app password; the usual password is refused', link: 'https://www.fastmail.help/hc/en-us/articles/1500000278342-Server-names-and-ports',
    domains: ['fastmail.com', 'fastmail.fm'], exchangers: ['.messagingengine.com'],
  }),
  preset({
    id: 'icloud', name: 'iCloud Mail', server: 'smtp.mail.me.com', ports: startTlsOn(587), accountNameHint: 'the whole iCloud address, also where you send from a domain of your own', addressLogsOn: 'OWN_DOMAINS',
    passwordHint: 'an app-specific password; the usual password is refused', limits: ['Meant for people, not for programs'], link: 'https://support.apple.com/en-us/102525',
    domains: ['icloud.com', 'me.com', 'mac.com'], exchangers: ['.mail.icloud.com'],
  }),
  preset({
    id: 'yahoo', name: 'Yahoo Mail', server: 'smtp.mail.yahoo.com', ports: [...tlsOn(465), ...startTlsOn(587)], accountNameHint: 'the whole address of the mailbox', addressLogsOn: 'OWN_DOMAINS',
    passwordHint: 'an app password; the usual password is refused', limits: ['Meant for people, not for programs'], link: 'https://help.yahoo.com/kb/SLN4724.html',
    domains: ['yahoo.com', 'ymail.com', 'rocketmail.com'], exchangers: YAHOO_EXCHANGERS,
  }),
];
