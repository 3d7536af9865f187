import { expect, test } from '@jest/globals';
import { diagnose, type Scope, type Verdict } from '../../../src/domain/diagnosis.js';
import type { Evidence } from '../../../src/domain/stage.js';
import { failed, replied } from './evidence.js';

const masked = { capabilities: ['SIZE 10240000', 'XXXXXXXA'] };
const bare = { capabilities: ['SIZE 10240000', '8BITMIME'] };

const rows: (readonly [what: string, evidence: Evidence, id: string, verdict: Verdict, scope: Scope])[] = [
  ['name unknown', failed('DNS', 'EDNS', 'getaddrinfo ENOTFOUND mial.example.com'), 'DNS_NAME_NOT_FOUND', 'PARK', 'ACCOUNT'],
  ['name unknown, Node code', failed('DNS', 'ENOTFOUND', null), 'DNS_NAME_NOT_FOUND', 'PARK', 'ACCOUNT'],
  ['name fault without detail', failed('DNS', 'EDNS', null), 'DNS_NAME_NOT_FOUND', 'PARK', 'ACCOUNT'],
  ['resolver silent', failed('DNS', 'EAI_AGAIN', 'getaddrinfo EAI_AGAIN mail.example.com'), 'DNS_NO_ANSWER', 'BACKOFF', 'SERVER'],
  ['resolver silent in EDNS', failed('DNS', 'EDNS', 'getaddrinfo EAI_AGAIN mail.example.com'), 'DNS_NO_ANSWER', 'BACKOFF', 'SERVER'],
  ['resolver failed', failed('DNS', 'ESERVFAIL', null), 'DNS_NO_ANSWER', 'BACKOFF', 'SERVER'],
  ['DNS timeout', failed('DNS', 'ETIMEDOUT', null), 'DNS_NO_ANSWER', 'BACKOFF', 'SERVER'],
  ['port closed', failed('TCP', 'ESOCKET', 'connect ECONNREFUSED 192.0.2.1:587'), 'CONNECTION_REFUSED', 'BACKOFF', 'SERVER'],
  ['packets dropped', failed('TCP', 'ETIMEDOUT', 'Connection timeout'), 'CONNECT_TIMEOUT', 'BACKOFF', 'SERVER'],
  ['no greeting', failed('GREETING', 'ETIMEDOUT', 'Greeting never received'), 'GREETING_TIMEOUT', 'BACKOFF', 'SERVER'],
  ['no greeting, noted as TCP', failed('TCP', 'ETIMEDOUT', 'Greeting never received'), 'GREETING_TIMEOUT', 'BACKOFF', 'SERVER'],
  ['TLS to a plain port', failed('TCP', 'ESOCKET', '00:error:0A00010B:SSL routines:ssl3_get_record:wrong version number'), 'TLS_MODE_MISMATCH', 'PARK', 'SERVER'],
  ['TLS to a plain port, code', failed('TLS', 'ERR_SSL_WRONG_VERSION_NUMBER', null), 'TLS_MODE_MISMATCH', 'PARK', 'SERVER'],
  ['packet too long', failed('TCP', 'ESOCKET', 'SSL routines::packet length too long'), 'TLS_MODE_MISMATCH', 'PARK', 'SERVER'],
  ['closed at once', failed('GREETING', 'ECONNECTION', 'Connection closed unexpectedly'), 'CLOSED_BEFORE_GREETING', 'BACKOFF', 'SERVER'],
  ['a web server', failed('GREETING', 'EPROTOCOL', 'Invalid greeting. response=HTTP/1.1 400 Bad Request', { reply: 'HTTP/1.1 400 Bad Request' }), 'NOT_AN_SMTP_SERVER', 'PARK', 'ACCOUNT'],
  ['a greeting that refuses', replied('GREETING', '554 5.7.1 No service for you', { errorCode: 'EPROTOCOL', errorMessage: 'Invalid greeting. response=554 5.7.1 No service for you' }), 'CONNECTION_NOT_ADMITTED', 'PARK', 'SERVER'],
  ['masked STARTTLS', failed('TLS', 'ETLS', null, masked), 'SMTP_INSPECTION', 'PARK', 'SERVER'],
  ['STARTTLS missing', failed('TLS', null, null, bare), 'STARTTLS_NOT_OFFERED', 'PARK', 'SERVER'],
  ['STARTTLS refused', replied('TLS', '454 4.7.0 TLS not available', { errorCode: 'ETLS', errorMessage: 'Error upgrading connection with STARTTLS' }), 'STARTTLS_FAILED', 'PARK', 'SERVER'],
  ['TLS required', failed('TLS', 'EREQUIRETLS', 'TLS required'), 'STARTTLS_FAILED', 'PARK', 'SERVER'],
  ['self-signed', failed('TLS', 'DEPTH_ZERO_SELF_SIGNED_CERT', null), 'CERTIFICATE_SELF_SIGNED', 'PARK', 'SERVER'],
  ['private CA', failed('TLS', 'SELF_SIGNED_CERT_IN_CHAIN', null), 'CERTIFICATE_SELF_SIGNED', 'PARK', 'SERVER'],
  ['self-signed in nodemailer', failed('TLS', 'ESOCKET', 'self-signed certificate'), 'CERTIFICATE_SELF_SIGNED', 'PARK', 'SERVER'],
  ['chain', failed('TLS', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', null), 'CERTIFICATE_CHAIN_INCOMPLETE', 'PARK', 'SERVER'],
  ['issuer', failed('TLS', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', null), 'CERTIFICATE_CHAIN_INCOMPLETE', 'PARK', 'SERVER'],
  ['expired', failed('TLS', 'CERT_HAS_EXPIRED', null), 'CERTIFICATE_DATE', 'PARK', 'SERVER'],
  ['not yet valid', failed('TLS', 'CERT_NOT_YET_VALID', null), 'CERTIFICATE_DATE', 'PARK', 'SERVER'],
  ['name', failed('TLS', 'ERR_TLS_CERT_ALTNAME_INVALID', null), 'CERTIFICATE_NAME_MISMATCH', 'PARK', 'SERVER'],
  ['old protocol', failed('TLS', 'ERR_SSL_UNSUPPORTED_PROTOCOL', null), 'TLS_TOO_OLD', 'PARK', 'SERVER'],
  ['old alert', failed('TLS', 'EPROTO', 'tlsv1 alert protocol version'), 'TLS_TOO_OLD', 'PARK', 'SERVER'],
  ['handshake', failed('TLS', 'EPROTO', 'sslv3 alert handshake failure'), 'TLS_TOO_OLD', 'PARK', 'SERVER'],
  ['weak key', failed('TLS', 'ESOCKET', 'SSL routines::dh key too small'), 'TLS_TOO_OLD', 'PARK', 'SERVER'],
  ['no cipher', failed('TLS', 'ESOCKET', 'SSL routines::no ciphers available'), 'TLS_TOO_OLD', 'PARK', 'SERVER'],
  ['no password', failed('AUTH', 'EAUTH', 'Missing credentials for "PLAIN"'), 'CREDENTIALS_MISSING', 'PARK', 'ACCOUNT'],
  ['no log-on data', failed('AUTH', 'ENOAUTH', null), 'CREDENTIALS_MISSING', 'PARK', 'ACCOUNT'],
  ['content purged', failed('DNS', 'ECONTENTPURGED', 'The content was purged'), 'CONTENT_PURGED', 'NEVER', 'MESSAGE'],
  ['sealed password', failed('AUTH', 'EAUTH', 'The stored password cannot be decrypted'), 'CREDENTIALS_UNREADABLE', 'PARK', 'ACCOUNT'],
  ['AUTH not offered', failed('AUTH', null, null, bare), 'AUTH_NOT_OFFERED', 'PARK', 'ACCOUNT'],
  ['token', failed('AUTH', 'EOAUTH2', 'Can\'t create new access token for user'), 'OAUTH_TOKEN_FAILED', 'PARK', 'ACCOUNT'],
  ['token fault as EAUTH', failed('AUTH', 'EAUTH', 'something else'), 'CREDENTIALS_REFUSED', 'PARK', 'ACCOUNT'],
  ['address', failed('MAIL_FROM', 'EENVELOPE', 'No recipients defined'), 'ADDRESS_INVALID', 'NEVER', 'MESSAGE'],
  ['size', failed('MAIL_FROM', 'EMESSAGE', 'Message size larger than allowed 1000'), 'MESSAGE_TOO_LARGE', 'NEVER', 'MESSAGE'],
  ['empty message', failed('DATA', 'EMESSAGE', 'Empty message'), 'MESSAGE_UNUSABLE', 'NEVER', 'MESSAGE'],
  ['timeout after the dot', failed('AFTER_DATA', 'ETIMEDOUT', 'Timeout'), 'OUTCOME_UNKNOWN', 'UNKNOWN_OUTCOME', 'MESSAGE'],
  ['close after the dot', failed('AFTER_DATA', 'ECONNECTION', 'Connection closed unexpectedly'), 'OUTCOME_UNKNOWN', 'UNKNOWN_OUTCOME', 'MESSAGE'],
  ['TLS fault after the dot', failed('AFTER_DATA', 'ESOCKET', 'certificate has expired'), 'OUTCOME_UNKNOWN', 'UNKNOWN_OUTCOME', 'MESSAGE'],
  ['HTTP timeout', failed('PROVIDER_API', 'ETIMEDOUT', null), 'OUTCOME_UNKNOWN', 'UNKNOWN_OUTCOME', 'MESSAGE'],
  ['HTTP reset', failed('PROVIDER_API', 'ECONNRESET', 'socket hang up'), 'OUTCOME_UNKNOWN', 'UNKNOWN_OUTCOME', 'MESSAGE'],
  ['HTTP never connected', failed('PROVIDER_API', 'ECONNREFUSED', null), 'CONNECTION_REFUSED', 'BACKOFF', 'SERVER'],
];

test.each(rows.map(([what, evidence, id, verdict, scope]) => ({ what, evidence, id, verdict, scope })))(
  'transport: $what', ({ evidence, id, verdict, scope }) => {
    expect(diagnose(evidence)).toMatchObject({ id, verdict, scope });
  },
);

const tokens: (readonly [message: string, id: string])[] = [
  ['AADSTS7000215: Invalid client secret provided.', 'OAUTH_SECRET_WRONG'],
  ['AADSTS7000222: The provided client secret keys are expired.', 'OAUTH_SECRET_EXPIRED'],
  ['AADSTS700016: Application with identifier x was not found in the directory', 'OAUTH_CLIENT_UNKNOWN'],
  ['AADSTS90002: Tenant x not found.', 'OAUTH_TENANT_UNKNOWN'],
  ['invalid_grant AADSTS50173: The provided grant has expired due to it being revoked', 'OAUTH_GRANT_REVOKED'],
  ['invalid_grant AADSTS700082: The refresh token has expired due to inactivity.', 'OAUTH_GRANT_UNUSED'],
  ['invalid_grant AADSTS70008: expired', 'OAUTH_GRANT_UNUSED'],
  ['AADSTS70000: invalid_grant', 'OAUTH_CONSENT_MISSING'],
  ['AADSTS65001: The user or administrator has not consented', 'OAUTH_CONSENT_MISSING'],
  ['AADSTS53003: Access has been blocked by Conditional Access policies.', 'OAUTH_POLICY'],
  ['AADSTS50076: you must use multi-factor authentication', 'OAUTH_POLICY'],
  ['invalid_grant: Token has been expired or revoked.', 'OAUTH_GRANT_REVOKED'],
  ['invalid_client', 'OAUTH_SETUP'],
  ['redirect_uri_mismatch', 'OAUTH_SETUP'],
  ['access_denied', 'OAUTH_SETUP'],
];

test.each(tokens)('token error: %s', (message, id) => {
  for (const errorCode of ['EOAUTH2', 'EAUTH'])
    expect(diagnose(failed('AUTH', errorCode, message))).toMatchObject({ id, verdict: 'PARK', scope: 'ACCOUNT' });
});

test('words of a server cannot pass for an error of our own library', () => {
  const reply = '550 5.1.1 certificate has expired, wrong version number, connect ECONNREFUSED';
  const evidence = replied('RCPT_TO', reply, { errorCode: 'EENVELOPE', errorMessage: `all recipients were rejected: ${reply}` });
  expect(diagnose(evidence)).toMatchObject({ id: 'RECIPIENT_UNKNOWN', verdict: 'NEVER', scope: 'RECIPIENT' });
});
