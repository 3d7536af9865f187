import type { Provider } from '../diagnosis/vocabulary.js';

/** What a service that sends mail for others asks its customers to publish. */
export interface SenderProvider {
  readonly id: Provider;
  readonly name: string;
  /** What an SPF record includes. */
  readonly spfName: string;
  /** The selectors that its DKIM keys usually have; empty: they are different for each customer. */
  readonly selectors: readonly string[];
  /** It puts a domain of its own into the envelope, so that SPF is asked of that and DMARC rests on DKIM. */
  readonly ownEnvelope: boolean;
  /** Where its DKIM keys come from, in words. */
  readonly dkimWords: string;
}

/**
 * Sources: Microsoft "Set up SPF/DKIM to prevent spoofing"; Google Workspace Admin Help 33786 and 174124; Twilio
 * SendGrid "Sender Identity"; Amazon SES Developer Guide "Easy DKIM" and "Custom MAIL FROM".
 */
export const SENDER_PROVIDERS: readonly SenderProvider[] = [
  {
    id: 'MICROSOFT365', name: 'Microsoft 365', spfName: 'spf.protection.outlook.com', selectors: ['selector1', 'selector2'], ownEnvelope: false,
    dkimWords: 'Open security.microsoft.com, Email authentication settings, DKIM, choose {domain}, publish the two CNAME records that it shows, and switch signing on.',
  },
  {
    id: 'GOOGLE', name: 'Google Workspace', spfName: '_spf.google.com', selectors: ['google'], ownEnvelope: false,
    dkimWords: 'Open admin.google.com, Apps, Google Workspace, Gmail, Authenticate email, choose {domain}, generate a record of 2048 bits, publish it, and start authentication.',
  },
  {
    id: 'SENDGRID', name: 'SendGrid', spfName: 'sendgrid.net', selectors: ['s1', 's2'], ownEnvelope: true,
    dkimWords: 'Open app.sendgrid.com, Settings, Sender Authentication, authenticate the domain {domain}, and publish the three CNAME records that it shows.',
  },
  {
    id: 'SES', name: 'Amazon SES', spfName: 'amazonses.com', selectors: [], ownEnvelope: true,
    dkimWords: 'Open the Amazon SES console, Identities, {domain}, Authentication, and publish the three CNAME records of Easy DKIM.',
  },
];

/** The selectors that signing programs of one's own server usually have: OpenDKIM, Rspamd, Exim and control panels. */
export const USUAL_SELECTORS: readonly string[] = ['default', 'mail', 'dkim'];
