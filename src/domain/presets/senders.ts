import { preset, startTlsOn, tlsOn } from './preset.js';

const SENDGRID_LINK = 'https://www.twilio.com/docs/sendgrid/for-developers/sending-email/integrating-with-the-smtp-api';
const MAILGUN = {
  ports: [...startTlsOn(587, 2525), ...tlsOn(465), ...startTlsOn(25)], accountNameHint: 'the SMTP credential of your sending domain, as in postmaster@mg.example.com',
  passwordHint: 'the password of that SMTP credential, not an API key', link: 'https://documentation.mailgun.com/docs/mailgun/user-manual/sending-messages/send-smtp',
};
const SPARKPOST = {
  ports: startTlsOn(587, 2525), accountName: 'SMTP_Injection', accountNameHint: 'the literal word SMTP_Injection', passwordHint: 'an API key with the permission "Send via SMTP"',
  limits: ['A connection is to be closed after 100 messages'], link: 'https://developers.sparkpost.com/api/smtp/',
};

/** Services whose trade is to send for programs. */
export const SENDERS = [
  preset({
    id: 'sendgrid-smtp', name: 'SendGrid: by SMTP', server: 'smtp.sendgrid.net', ports: [...startTlsOn(587, 2525, 25), ...tlsOn(465)],
    accountName: 'apikey', accountNameHint: 'the literal word apikey', passwordHint: 'an API key with Mail Send permission', limits: ['5,000 messages on one connection'],
    link: SENDGRID_LINK, relayingPlatform: 'SENDGRID',
  }),
  preset({
    id: 'sendgrid-api', name: 'SendGrid: by its API (Use SendGrid)', server: null, useSendGrid: true, ports: [],
    passwordHint: 'the API key, with Mail Send permission, belongs in the field for SendGrid\'s API key', link: 'https://www.twilio.com/docs/sendgrid/api-reference/how-to-use-the-sendgrid-v3-api',
    relayingPlatform: 'SENDGRID',
  }),
  preset({
    id: 'amazon-ses', name: 'Amazon SES', server: 'email-smtp.{region}.amazonaws.com', serverHint: 'the region in which your identities are verified, as in eu-central-1',
    ports: [...startTlsOn(587), ...tlsOn(465), ...startTlsOn(2587), ...tlsOn(2465), ...startTlsOn(25)], accountNameHint: 'the SMTP user name made in the SES console; it is not an access key\'s',
    passwordHint: 'the SMTP password made with it; it is another for each region',
    limits: ['In the SES sandbox 200 emails a day, one a second, to verified addresses only', '40 MB a message'], exchangers: ['.amazonaws.com'], link: 'https://docs.aws.amazon.com/ses/latest/dg/smtp-connect.html', relayingPlatform: 'SES',
  }),
  preset({ id: 'mailgun-us', name: 'Mailgun (US)', server: 'smtp.mailgun.org', ...MAILGUN }),
  preset({ id: 'mailgun-eu', name: 'Mailgun (EU)', server: 'smtp.eu.mailgun.org', ...MAILGUN }),
  preset({
    id: 'postmark', name: 'Postmark', server: 'smtp.postmarkapp.com', ports: startTlsOn(587, 2525, 25), accountNameHint: 'the server API token, or the access key of an SMTP token',
    passwordHint: 'the same server API token once more, or the secret key of the SMTP token',
    limits: ['Broadcasts go by smtp-broadcasts.postmarkapp.com'], link: 'https://postmarkapp.com/support/article/811-what-are-the-smtp-details-api-tokens-i-should-be-using',
  }),
  preset({
    id: 'brevo', name: 'Brevo', server: 'smtp-relay.brevo.com', ports: [...startTlsOn(587, 2525), ...tlsOn(465)], accountNameHint: 'the login shown under SMTP & API',
    passwordHint: 'an SMTP key; an API key is refused', link: 'https://developers.brevo.com/docs/smtp-integration',
  }),
  preset({
    id: 'mailjet', name: 'Mailjet', server: 'in-v3.mailjet.com', ports: [...startTlsOn(587, 2525), ...tlsOn(465), ...startTlsOn(25)], accountNameHint: 'the API key',
    passwordHint: 'the secret key', link: 'https://dev.mailjet.com/smtp-relay/configuration/',
  }),
  preset({ id: 'sparkpost-us', name: 'SparkPost (US)', server: 'smtp.sparkpostmail.com', ...SPARKPOST }),
  preset({ id: 'sparkpost-eu', name: 'SparkPost (EU)', server: 'smtp.eu.sparkpostmail.com', ...SPARKPOST }),
];
