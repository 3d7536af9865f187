import { eachReply, type Row } from './evidence.js';

const submission: Row[] = [
  ['AUTH', '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled for more information.', 'M365_SMTP_AUTH_DISABLED_TENANT', 'PARK', 'ACCOUNT'],
  ['AUTH', '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox. Visit https://aka.ms/smtp_auth_disabled', 'M365_SMTP_AUTH_DISABLED', 'PARK', 'ACCOUNT'],
  ['AUTH', "535 5.7.139 Authentication unsuccessful, user is locked by your organization's security defaults policy. Contact your administrator.", 'M365_SECURITY_DEFAULTS', 'PARK', 'ACCOUNT'],
  ['AUTH', '535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully. Contact your administrator.', 'M365_SIGN_IN_CRITERIA', 'PARK', 'ACCOUNT'],
  ['AUTH', '535 5.7.139 Authentication unsuccessful, basic authentication is disabled.', 'M365_BASIC_AUTH_BLOCKED', 'PARK', 'ACCOUNT'],
  ['AUTH', '550 5.7.30 Basic authentication is not supported for Client Submission.', 'M365_BASIC_AUTH_RETIRED', 'PARK', 'ACCOUNT'],
  ['AUTH', '535 5.7.3 Authentication unsuccessful', 'M365_LOGIN_REFUSED', 'PARK', 'ACCOUNT'],
  ['MAIL_FROM', '530 5.7.57 Client not authenticated to send mail', 'M365_NOT_LOGGED_ON', 'PARK', 'ACCOUNT'],
  ['MAIL_FROM', '530 5.7.57 SMTP; Client was not authenticated to send anonymous mail during MAIL FROM', 'M365_NOT_LOGGED_ON', 'PARK', 'ACCOUNT'],
  ['AFTER_DATA', '550 5.7.60 SMTP; Client does not have permissions to send as this sender', 'SEND_AS_DENIED', 'PARK', 'SENDER'],
  ['AFTER_DATA', '554 5.2.252 SendAsDenied; a@example.com not allowed to send as b@example.com', 'SEND_AS_DENIED', 'PARK', 'SENDER'],
  ['AFTER_DATA', '554 5.2.0 STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied; Failed to process message due to a permanent exception with message Cannot submit message', 'SEND_AS_DENIED', 'PARK', 'SENDER'],
  ['MAIL_FROM', '550 5.2.251 Sender throttled due to continuous mailbox full errors', 'M365_ERROR_PENALTY', 'PARK', 'ACCOUNT'],
  ['MAIL_FROM', '550 5.2.252 Sender throttled due to continuous send as denied errors', 'M365_ERROR_PENALTY', 'PARK', 'ACCOUNT'],
  ['MAIL_FROM', '550 5.2.253 Sender throttled due to continuous invalid license errors', 'M365_ERROR_PENALTY', 'PARK', 'ACCOUNT'],
  ['MAIL_FROM', '550 5.2.254 Sender throttled due to continuous too many recipients errors', 'M365_ERROR_PENALTY', 'PARK', 'ACCOUNT'],
  ['MAIL_FROM', '550 5.2.255 Sender throttled due to continuous invalid recipients errors', 'M365_ERROR_PENALTY', 'PARK', 'ACCOUNT'],
  ['AFTER_DATA', '432 4.3.2 STOREDRV.ClientSubmit; sender thread limit exceeded', 'M365_CONCURRENCY', 'BACKOFF', 'ACCOUNT'],
  ['MAIL_FROM', '432 4.3.2 Concurrent connections limit exceeded', 'M365_CONCURRENCY', 'BACKOFF', 'ACCOUNT'],
  ['AFTER_DATA', '554 5.2.0 STOREDRV.Submission.Exception:SubmissionQuotaExceededException', 'M365_DAILY_LIMIT', 'AFTER_RESET', 'ACCOUNT'],
  ['AFTER_DATA', "550 5.1.90 Your message can't be sent because you've reached your daily limit for message recipients", 'M365_DAILY_LIMIT', 'AFTER_RESET', 'ACCOUNT'],
  ['AFTER_DATA', '554 5.2.2 mailbox full; STOREDRV.Submission.Exception:QuotaExceededException.MapiExceptionShutoffQuotaExceeded', 'M365_SENDING_MAILBOX_FULL', 'PARK', 'ACCOUNT'],
  ['AFTER_DATA', '550 5.1.8 Access denied, bad outbound sender', 'M365_SENDER_RESTRICTED', 'PARK', 'ACCOUNT'],
  ['AFTER_DATA', '550 5.7.501 Access denied, spam abuse detected', 'M365_SENDER_BANNED', 'PARK', 'ACCOUNT'],
  ['AFTER_DATA', '550 5.7.502 Access denied, banned sender', 'M365_SENDER_BANNED', 'PARK', 'ACCOUNT'],
  ['AFTER_DATA', '550 5.7.503 Access denied, banned sender', 'M365_SENDER_BANNED', 'PARK', 'ACCOUNT'],
  ['AFTER_DATA', '550 5.7.705 Access denied, tenant has exceeded threshold', 'M365_TENANT_THRESHOLD', 'PARK', 'ACCOUNT'],
  ['AFTER_DATA', '550 5.7.750 Client blocked from sending from unregistered domains', 'M365_DOMAIN_NOT_REGISTERED', 'PARK', 'ACCOUNT'],
];

const relay: Row[] = [
  ['RCPT_TO', '550 5.7.64 TenantAttribution; Relay Access Denied', 'M365_CONNECTOR_NOT_MATCHED', 'PARK', 'ACCOUNT'],
  ['RCPT_TO', '451 4.4.62 Mail sent to the wrong Office 365 region. ATTR35', 'M365_WRONG_REGION', 'PARK', 'ACCOUNT'],
  ['RCPT_TO', '550 5.4.62 Mail sent to the wrong Office 365 region. ATTR35', 'M365_WRONG_REGION', 'PARK', 'ACCOUNT'],
  ['RCPT_TO', '550 5.4.1 Recipient address rejected: Access denied', 'M365_RECIPIENT_REJECTED', 'NEVER', 'RECIPIENT'],
  ['RCPT_TO', '550 5.4.1 Relay access denied', 'RELAY_DENIED', 'PARK', 'ACCOUNT'],
  ['RCPT_TO', '550 5.7.606 Access denied, banned sending IP [203.0.113.7]', 'M365_IP_BANNED', 'PARK', 'APP'],
  ['RCPT_TO', '550 5.7.649 Access denied, banned sending IP [203.0.113.7]', 'M365_IP_BANNED', 'PARK', 'APP'],
  ['RCPT_TO', '451 4.7.500 Access denied, please try again later', 'M365_IP_SUSPICIOUS', 'BACKOFF', 'SERVER'],
  ['RCPT_TO', '451 4.7.699 Access denied, please try again later', 'M365_IP_SUSPICIOUS', 'BACKOFF', 'SERVER'],
  ['RCPT_TO', '451 4.7.0 Temporary server error. Please try again later.', 'M365_TEMPORARY', 'BACKOFF', 'SERVER'],
  ['AFTER_DATA', '550 5.7.509 Access denied, sending domain example.com does not pass DMARC verification', 'M365_DMARC_FAILED', 'PARK', 'SENDER'],
  ['AFTER_DATA', '550 5.7.23 The message was rejected because of SPF violation', 'SPF_FAILED', 'PARK', 'SENDER'],
  ['RCPT_TO', '450 4.7.321 starttls-not-supported: Destination mail server must support TLS', 'M365_FAR_SIDE_TLS', 'BACKOFF', 'RECIPIENT'],
  ['RCPT_TO', '550 5.7.325 certificate-host-mismatch', 'M365_FAR_SIDE_TLS', 'BACKOFF', 'RECIPIENT'],
];

eachReply('Microsoft 365 submission', submission, { host: 'smtp.office365.com' });
eachReply('Microsoft 365 relay', relay, { host: 'contoso-com.mail.protection.outlook.com', port: 25 });
