import { sendGridAllowList, sendGridLogOn, sendGridRight, sendGridSender } from '../relaying/sendgrid.js';
import type { Rule } from './vocabulary.js';

/**
 * SendGrid by SMTP and by Web API v3 (Twilio SendGrid: "SMTP errors and troubleshooting", "API errors"). Quota comes
 * first: it is reported with the codes of a bad key.
 */
export const sendGridRules: readonly Rule[] = [
  {
    id: 'SENDGRID_CREDITS_EXCEEDED',
    when: ['maximum credits exceeded'],
    means: ['QUOTA', 'AFTER_RESET', 'ACCOUNT'],
    cause: "The credits of the SendGrid plan are used up. The key is not at fault.",
    remedy: ['Upgrade the plan, or wait for the next period.'],
  },
  {
    id: 'SENDGRID_KEY_REFUSED',
    when: ['bad username / password', 'bad username/password'],
    means: ['CREDENTIALS', 'PARK', 'ACCOUNT'],
    cause: 'SendGrid refused the log-on: the account name must be the word apikey, the password is the key.',
    remedy: [...sendGridLogOn, ...sendGridRight],
  },
  {
    id: 'SENDGRID_KEY_REVOKED',
    when: ['authorization grant is invalid, expired, or revoked'],
    means: ['CREDENTIALS', 'PARK', 'ACCOUNT'],
    cause: 'The SendGrid API key was deleted, or is wrong.',
    remedy: ['Make a new key with the right "Mail Send" and enter it.'],
  },
  {
    id: 'SENDGRID_ACCOUNT_SUSPENDED',
    when: ['authenticated user is not authorized to send mail'],
    means: ['REPUTATION', 'PARK', 'ACCOUNT'],
    cause: 'SendGrid has suspended the account.',
    remedy: ['Contact SendGrid support.'],
  },
  {
    id: 'SENDGRID_SENDER_NOT_VERIFIED',
    when: ['does not match a verified sender identity', 'not authorized to send from that email address'],
    means: ['SENDER', 'PARK', 'SENDER'],
    cause: '{from} is not a verified sender of the SendGrid account.',
    remedy: sendGridSender,
  },
  {
    id: 'SENDGRID_NOT_LOGGED_ON',
    when: ['unauthenticated senders not allowed'],
    means: ['CREDENTIALS', 'PARK', 'ACCOUNT'],
    cause: 'SendGrid requires a log-on, and none was made.',
    remedy: sendGridLogOn,
  },
  {
    id: 'SENDGRID_HOURLY_LIMIT',
    when: ['too many recipients received this hour'],
    means: ['QUOTA', 'AFTER_RESET', 'ACCOUNT'],
    cause: 'The hourly limit of recipients is used up.',
    remedy: ['Wait for the next hour.', 'Lower the rate of this account.'],
  },
  {
    id: 'SENDGRID_RATE',
    when: ['too frequent connects from', 'message from…temporarily deferred'],
    means: ['RATE', 'BACKOFF', 'ACCOUNT'],
    cause: 'Too many connections or messages in a short time.',
    remedy: ['Lower connections and rate of this account.'],
  },
  {
    id: 'SENDGRID_KEY_SCOPE',
    when: [{ says: ['access forbidden'], stages: ['PROVIDER_API'] }],
    means: ['CREDENTIALS', 'PARK', 'ACCOUNT'],
    cause: 'The API key lacks the right "Mail Send", or {publicAddress} is not on the IP allow-list.',
    remedy: sendGridAllowList,
  },
];
