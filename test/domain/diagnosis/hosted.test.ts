import { eachReply } from './evidence.js';
import { mailEnable, sendGrid, sendGridApi, ses } from './replies/hosted.js';

eachReply('MailEnable', mailEnable, { banner: 'mail.example.com ESMTP MailEnable Service, Version: 10' });
eachReply('SendGrid', sendGrid, { host: 'smtp.sendgrid.net' });
eachReply('SendGrid API', sendGridApi, { host: 'api.sendgrid.com', port: 443 });
const refused = '535 Authentication Credentials Invalid';
eachReply('SES', [['AUTH', refused, 'SES_CREDENTIALS_INVALID', 'PARK', 'ACCOUNT'], ...ses], { host: 'email-smtp.eu-west-1.amazonaws.com' });
// A relay of ours passes on another server's words: the same answers without a host that gives the provider away.
eachReply('unknown host, SendGrid words', sendGrid);
eachReply('unknown host, SES words', ses);
// These words stand in RFC 4954 section 6, and many servers say them.
eachReply('unknown host, words of the RFC', [['AUTH', refused, 'CREDENTIALS_REFUSED', 'PARK', 'ACCOUNT']]);
