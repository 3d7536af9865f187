import { providerOfHost } from '../diagnosis/provider.js';
import type { Provider } from '../diagnosis/vocabulary.js';
import type { SenderProvider } from './provider.js';

/** The hosts below a name. */
const below = (...names: readonly string[]) => (host: string): boolean => names.some((name) => host.endsWith(`.${name}`));
const of = (provider: Provider) => (host: string): boolean => providerOfHost(host) === provider;

/** What most of them have in common. */
const USUAL = { isExchanger: (): boolean => false, exchangersPassOn: false, envelope: 'OWN', spfName: null, selectors: [], selectorsFixed: false } satisfies Partial<SenderProvider>;

type Given = Pick<SenderProvider, 'name' | 'isServer' | 'dkimWords'> & Partial<SenderProvider>;
const provider = (given: Given): SenderProvider => ({ ...USUAL, ...given });

const GOOGLES_EXCHANGER = /^(alt\d\.)?(aspmx|gmail-smtp-in)\.l\.google\.com$|^aspmx\d\.googlemail\.com$|^smtp\.google\.com$/;

/** SendGrid, also where mail goes by its API. */
export const SENDGRID = provider({
  name: 'SendGrid', isServer: of('SENDGRID'), selectors: ['s1', 's2'],
  dkimWords: 'Open app.sendgrid.com, Settings, Sender Authentication, authenticate the domain {domain}, and publish the three CNAME records that it shows.',
});

/**
 * Sources: Microsoft "Set up SPF/DKIM to prevent spoofing" and "How to set up a multifunction device" (direct send);
 * Google Workspace Admin Help 33786, 174124 and 176600; Twilio SendGrid "Sender Identity"; Amazon SES Developer Guide "Easy
 * DKIM" and "Custom MAIL FROM"; Mailgun "Domain verification"; Postmark "Custom Return-Path"; Brevo "Authenticate your
 * domain"; Mailjet "DMARC"; SparkPost "Custom bounce domains"; Zoho Mail "SPF"; Fastmail "Manual DNS configuration".
 */
const SENDER_PROVIDERS: readonly SenderProvider[] = [
  provider({
    name: 'Microsoft 365', isServer: of('MICROSOFT365'), isExchanger: below('mail.protection.outlook.com', 'mx.microsoft'), exchangersPassOn: true,
    envelope: 'FROM', spfName: 'spf.protection.outlook.com', selectors: ['selector1', 'selector2'], selectorsFixed: true,
    dkimWords: 'Open security.microsoft.com, Email authentication settings, DKIM, choose {domain}, publish the two CNAME records that it shows, and switch signing on.',
  }),
  provider({
    name: 'Google Workspace', isServer: of('GOOGLE'), isExchanger: (host) => GOOGLES_EXCHANGER.test(host),
    envelope: 'FROM', spfName: '_spf.google.com', selectors: ['google'],
    dkimWords: 'Open admin.google.com, Apps, Google Workspace, Gmail, Authenticate email, choose {domain}, generate a record of 2048 bits, publish it, and start authentication.',
  }),
  SENDGRID,
  provider({
    name: 'Amazon SES', isServer: of('SES'),
    dkimWords: 'Open the Amazon SES console, Identities, {domain}, Authentication, and publish the three CNAME records of Easy DKIM.',
  }),
  provider({
    name: 'Mailgun', isServer: below('mailgun.org'), envelope: 'SET_UP', spfName: 'mailgun.org',
    dkimWords: 'Open app.mailgun.com, Domains, {domain}, DNS records, and publish the DKIM records that it shows.',
  }),
  provider({
    name: 'Postmark', isServer: below('postmarkapp.com'),
    dkimWords: 'Open account.postmarkapp.com, Sender Signatures, {domain}, DNS Settings, and publish the DKIM record that it shows.',
  }),
  provider({
    name: 'Brevo', isServer: below('brevo.com', 'sendinblue.com'), selectors: ['brevo1', 'brevo2', 'mail'],
    dkimWords: 'Open app.brevo.com, Senders, Domains & Dedicated IPs, authenticate the domain {domain}, and publish the DKIM records that it shows.',
  }),
  provider({
    name: 'Mailjet', isServer: below('mailjet.com'), selectors: ['mailjet'],
    dkimWords: 'Open app.mailjet.com, Account settings, Sender domains & addresses, authenticate {domain}, and publish the DKIM record that it shows.',
  }),
  provider({
    name: 'SparkPost', isServer: below('sparkpostmail.com'),
    dkimWords: 'Open app.sparkpost.com, Configuration, Domains, {domain}, and publish the DKIM record that it shows.',
  }),
  provider({
    name: 'Zoho Mail', isServer: below('zoho.com', 'zoho.eu'), isExchanger: (host) => /^mx\d?\.zoho\.(com|eu)$/.test(host), envelope: 'FROM',
    dkimWords: 'Open the Zoho Mail admin console, Domains, {domain}, Email Configuration, DKIM, add a selector, and publish the record that it shows.',
  }),
  provider({
    name: 'Fastmail', isServer: below('fastmail.com', 'messagingengine.com'), isExchanger: (host) => /^in\d-smtp\.messagingengine\.com$/.test(host),
    envelope: 'FROM', spfName: 'spf.messagingengine.com', selectors: ['fm1', 'fm2', 'fm3'],
    dkimWords: 'Open Fastmail, Settings, Domains, {domain}, and publish the three CNAME records for DKIM that it shows.',
  }),
];

/** Whose server one of the names is, and whether it is the receiver itself; null: nobody's that is known here. */
export const providerBy = (names: readonly string[]): { readonly provider: SenderProvider; readonly receives: boolean } | null => {
  const hosts = names.map((name) => name.trim().toLowerCase().replace(/\.$/, ''));
  const receiver = SENDER_PROVIDERS.find(({ isExchanger }) => hosts.some(isExchanger));
  if (receiver !== undefined) return { provider: receiver, receives: true };
  const sender = SENDER_PROVIDERS.find(({ isServer }) => hosts.some(isServer));
  return sender === undefined ? null : { provider: sender, receives: false };
};
