import { googleAppPassword, googleFullAddress } from '../relaying/google.js';
import type { Rule } from './vocabulary.js';

const link = 'https://support.google.com/a/answer/3726730';

/** Gmail and Google Workspace, log-on and sending at smtp.gmail.com (Google: "SMTP error reference"). */
export const googleRules: readonly Rule[] = [
  {
    id: 'GOOGLE_APP_PASSWORD_NEEDED',
    when: ['application-specific password required'],
    means: ['CREDENTIALS', 'PARK', 'ACCOUNT'],
    cause: 'The account has 2-step verification, and its ordinary password was given.',
    remedy: googleAppPassword,
    link,
  },
  {
    id: 'GOOGLE_WEB_LOGIN_NEEDED',
    when: ['log in with your web browser', 'log in through your web browser', 'log in via your web browser'],
    means: ['CREDENTIALS', 'PARK', 'ACCOUNT'],
    cause: 'Google distrusts this log-on.',
    remedy: ['Log on once with a browser as that user.', 'Use an app password, or OAuth.'],
    link,
  },
  {
    id: 'GOOGLE_LOGIN_REFUSED',
    when: ['username and password not accepted'],
    means: ['CREDENTIALS', 'PARK', 'ACCOUNT'],
    cause:
      'Google refused the password of {user}: it is wrong, or log-on by ordinary password is no longer allowed for ' +
      'the account.',
    remedy: googleFullAddress,
    link,
  },
  {
    id: 'AUTH_TYPE_UNSUPPORTED',
    when: ['xoauth is no longer supported'],
    means: ['CREDENTIALS', 'PARK', 'ACCOUNT'],
    cause: 'Google does not offer this kind of log-on any more.',
    remedy: ['Use OAuth 2.0 (XOAUTH2), or an app password.'],
    link,
  },
  {
    id: 'GOOGLE_TOO_MANY_LOGINS',
    when: ['too many login attempts'],
    means: ['RATE', 'BACKOFF', 'ACCOUNT'],
    cause: 'Too many log-ons in a short time.',
    remedy: [
      'Wait ten minutes or more.',
      'Lower the connections of this account, and do not use it from several programs at once.',
    ],
    link,
  },
  {
    id: 'LOGIN_TEMPORARILY_IMPOSSIBLE',
    when: ['cannot authenticate due to temporary system problem'],
    means: ['SERVER', 'BACKOFF', 'ACCOUNT'],
    cause: "Google's log-on service has a passing fault.",
    remedy: ['Nothing to do: Postroom tries again.'],
    link,
  },
  {
    id: 'GOOGLE_DAILY_LIMIT',
    when: [
      'daily user sending limit exceeded', 'daily user sending quota exceeded', 'daily sending quota exceeded',
      { enhanced: ['5.4.5'], providers: ['GOOGLE'] },
    ],
    means: ['QUOTA', 'AFTER_RESET', 'ACCOUNT'],
    cause: 'The daily sending limit of this Google account is used up.',
    remedy: ['Wait until the next day.', 'For more mail use the SMTP relay service of Google Workspace.'],
    link,
  },
  {
    id: 'MESSAGE_TOO_LARGE',
    when: ["exceeded google's message size limits"],
    means: ['MESSAGE', 'NEVER', 'MESSAGE'],
    cause: 'The message is larger than Google accepts (25 MB after encoding).',
    remedy: ['Send smaller attachments, or a link to them.'],
    link,
  },
  {
    id: 'GOOGLE_CONTENT_BLOCKED',
    when: ['its content presents a potential security issue', 'illegal attachment'],
    means: ['MESSAGE', 'NEVER', 'MESSAGE'],
    cause: 'An attachment is of a kind that Google blocks, such as a program or a script.',
    remedy: ['Send another format, or a link.'],
    link,
  },
  {
    id: 'GOOGLE_SENDING_DENIED',
    when: ['mail sending denied'],
    means: ['SENDER', 'PARK', 'ACCOUNT'],
    cause: 'The sender account is disabled or suspended, or may not send outside.',
    remedy: ['Ask the Google Workspace administrator.'],
    link,
  },
  {
    id: 'SESSION_REUSED',
    when: ['no identity changes permitted'],
    means: ['CONNECTION', 'BACKOFF', 'SERVER'],
    cause: 'A second log-on was made on one connection.',
    remedy: ['Nothing to do: Postroom tries again on a new connection.'],
    link,
  },
];
