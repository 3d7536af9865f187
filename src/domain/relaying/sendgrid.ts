import type { GuideText, StepText } from './vocabulary.js';

export const sendGridLogOn: readonly StepText[] = ['Set account to apikey and password to the key.'];

export const sendGridRight: readonly StepText[] = ['The key needs the right "Mail Send".'];

export const sendGridSender: readonly StepText[] = [
  'Authenticate the domain in SendGrid, or verify this single sender.', 'With a subuser: do so there.',
];

export const sendGridAllowList: readonly StepText[] = [
  'Give the key the right "Mail Send".', 'Add {publicAddress} to the allow-list, if one is in use.',
];

/** Twilio SendGrid: "Getting started with the SMTP API" and "Sender identity". */
export const sendGridGuide: GuideText = {
  platform: 'SENDGRID',
  title: 'SendGrid',
  introduction:
    'SendGrid takes mail for everybody from who shows an API key, and only from verified senders. "Use SendGrid" speaks to its web ' +
    'API; by SMTP the account name is the word apikey and the password is the key.',
  sections: [
    { title: 'By its API', steps: ['Tick "Use SendGrid" and enter the API key.', ...sendGridRight] },
    { title: 'By SMTP', steps: ['Server smtp.sendgrid.net, port 587 or 2525 with STARTTLS, or 465 with implicit TLS.', ...sendGridLogOn] },
    { title: 'Verify what you send from', steps: sendGridSender },
    { title: 'Where access is limited by address', steps: sendGridAllowList },
  ],
  diagnosisIds: ['SENDGRID_KEY_REFUSED', 'SENDGRID_KEY_REVOKED', 'SENDGRID_KEY_SCOPE', 'SENDGRID_NOT_LOGGED_ON', 'SENDGRID_SENDER_NOT_VERIFIED'],
  link: 'https://www.twilio.com/docs/sendgrid/for-developers/sending-email/getting-started-smtp',
};
