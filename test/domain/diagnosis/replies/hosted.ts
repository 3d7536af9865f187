import type { Row } from '../evidence.js';

export const mailEnable: readonly Row[] = [
  ['RCPT_TO', '503 This mail server requires authentication when attempting to send to a non-local e-mail address. Please check your mail client settings or contact your administrator to verify that the domain or address is defined for this server.', 'RELAY_DENIED', 'PARK', 'ACCOUNT'],
  ['AUTH', '535 Invalid Username or Password', 'MAILENABLE_LOGIN_REFUSED', 'PARK', 'ACCOUNT'],
  ['RCPT_TO', '550 Requested action not taken: mailbox unavailable or not local', 'RECIPIENT_UNKNOWN', 'NEVER', 'RECIPIENT'],
  ['RCPT_TO', '503 Bad sequence of commands', 'COMMAND_SEQUENCE', 'PARK', 'ACCOUNT'],
  ['AUTH', '503 Too many invalid commands', 'COMMAND_SEQUENCE', 'PARK', 'ACCOUNT'],
  ['GREETING', '421 Service not available', 'MAILENABLE_SERVICE_UNAVAILABLE', 'BACKOFF', 'SERVER'],
  ['RCPT_TO', '550 ME-E0193 could not be delivered', 'MAILENABLE_NOT_DELIVERED', 'NEVER', 'RECIPIENT'],
  ['RCPT_TO', '550 ME-E0193 remote server said: relaying denied', 'RELAY_DENIED', 'PARK', 'ACCOUNT'],
];

export const sendGrid: readonly Row[] = [
  ['AUTH', '535 Authentication failed: Bad username / password', 'SENDGRID_KEY_REFUSED', 'PARK', 'ACCOUNT'],
  ['AUTH', '535 Authentication failed: The provided authorization grant is invalid, expired, or revoked', 'SENDGRID_KEY_REVOKED', 'PARK', 'ACCOUNT'],
  ['AUTH', '451 Authentication failed: Maximum credits exceeded', 'SENDGRID_CREDITS_EXCEEDED', 'AFTER_RESET', 'ACCOUNT'],
  ['AFTER_DATA', '550 The from address does not match a verified Sender Identity. Mail cannot be sent until this error is resolved.', 'SENDGRID_SENDER_NOT_VERIFIED', 'PARK', 'SENDER'],
  ['AFTER_DATA', '403 You are not authorized to send from that email address', 'SENDGRID_SENDER_NOT_VERIFIED', 'PARK', 'SENDER'],
  ['MAIL_FROM', '550 Unauthenticated senders not allowed', 'SENDGRID_NOT_LOGGED_ON', 'PARK', 'ACCOUNT'],
  ['RCPT_TO', '452 Too many recipients received this hour (throttled)', 'SENDGRID_HOURLY_LIMIT', 'AFTER_RESET', 'ACCOUNT'],
  ['GREETING', '450 too frequent connects from 203.0.113.7, please try again later.', 'SENDGRID_RATE', 'BACKOFF', 'ACCOUNT'],
  ['AFTER_DATA', '421 Message from (203.0.113.7) temporarily deferred', 'SENDGRID_RATE', 'BACKOFF', 'ACCOUNT'],
];

export const sendGridApi: readonly Row[] = [
  ['PROVIDER_API', '400 The from object must be provided for every email send', 'API_REQUEST_REFUSED', 'NEVER', 'MESSAGE'],
  ['PROVIDER_API', '401 The provided authorization grant is invalid, expired, or revoked', 'SENDGRID_KEY_REVOKED', 'PARK', 'ACCOUNT'],
  ['PROVIDER_API', '401 Maximum credits exceeded', 'SENDGRID_CREDITS_EXCEEDED', 'AFTER_RESET', 'ACCOUNT'],
  ['PROVIDER_API', '401 Authenticated user is not authorized to send mail', 'SENDGRID_ACCOUNT_SUSPENDED', 'PARK', 'ACCOUNT'],
  ['PROVIDER_API', '403 The from address does not match a verified Sender Identity.', 'SENDGRID_SENDER_NOT_VERIFIED', 'PARK', 'SENDER'],
  ['PROVIDER_API', '403 access forbidden', 'SENDGRID_KEY_SCOPE', 'PARK', 'ACCOUNT'],
  ['PROVIDER_API', '413 ', 'MESSAGE_TOO_LARGE', 'NEVER', 'MESSAGE'],
  ['PROVIDER_API', '429 too many requests', 'API_RATE_LIMIT', 'AFTER_RESET', 'ACCOUNT'],
  ['PROVIDER_API', '500 ', 'API_UNAVAILABLE', 'BACKOFF', 'SERVER'],
  ['PROVIDER_API', '503 Service Unavailable', 'API_UNAVAILABLE', 'BACKOFF', 'SERVER'],
  ['PROVIDER_API', '502 Bad Gateway', 'OUTCOME_UNKNOWN', 'UNKNOWN_OUTCOME', 'MESSAGE'],
  ['PROVIDER_API', '504 Gateway Timeout', 'OUTCOME_UNKNOWN', 'UNKNOWN_OUTCOME', 'MESSAGE'],
];

export const ses: readonly Row[] = [
  ['AUTH', '535 Account not subscribed to SES', 'SES_NOT_SUBSCRIBED', 'PARK', 'ACCOUNT'],
  ['MAIL_FROM', '530 Authentication required', 'AUTHENTICATION_REQUIRED', 'PARK', 'ACCOUNT'],
  ['AFTER_DATA', '554 Message rejected: Email address is not verified. The following identities failed the check in region EU-WEST-1: a@example.com', 'SES_IDENTITY_NOT_VERIFIED', 'PARK', 'SENDER'],
  ['AFTER_DATA', '554 Access denied: User arn:aws:iam::1:user/u is not authorized to perform ses:SendRawEmail on resource arn:aws:ses:r', 'SES_POLICY', 'PARK', 'ACCOUNT'],
  ['AFTER_DATA', '454 Throttling failure: Maximum sending rate exceeded.', 'SES_RATE', 'BACKOFF', 'ACCOUNT'],
  ['AFTER_DATA', '454 Throttling failure: Daily message quota exceeded.', 'SES_DAILY_LIMIT', 'AFTER_RESET', 'ACCOUNT'],
  ['GREETING', '421 Too many concurrent SMTP connections', 'TOO_MANY_CONNECTIONS', 'BACKOFF', 'ACCOUNT'],
  ['AUTH', '454 Temporary authentication failure', 'LOGIN_TEMPORARILY_IMPOSSIBLE', 'BACKOFF', 'ACCOUNT'],
  ['AFTER_DATA', '454 Temporary service failure', 'SERVER_TEMPORARY', 'BACKOFF', 'SERVER'],
  ['AFTER_DATA', '451 Temporary service failure', 'SERVER_TEMPORARY', 'BACKOFF', 'SERVER'],
  ['DATA', '451 Timeout waiting for data from client', 'IDLE_TIMEOUT', 'BACKOFF', 'SERVER'],
];
