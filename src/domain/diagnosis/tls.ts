import type { Rule } from './vocabulary.js';

/** Faults of encryption, by Node's and OpenSSL's codes. No remedy here switches verification off. */
export const tlsRules: readonly Rule[] = [
  {
    id: 'TLS_MODE_MISMATCH',
    when: [
      {
        errors: [
          'wrong version number', 'ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_PACKET_LENGTH_TOO_LONG',
          'packet length too long', 'EPROTO…unknown protocol',
        ],
      },
    ],
    means: ['TLS', 'PARK', 'SERVER'],
    cause:
      'TLS was begun at once, but {host}:{port} answered in plain text: implicit TLS was chosen for a STARTTLS or ' +
      'plain port.',
    remedy: [
      'Port 587 or 25: set security to STARTTLS. Port 465: set security to implicit TLS.',
      'If the settings are right, the server may be refusing in plain text, for example because of too many ' +
        'connections: lower the connections of the account.',
    ],
  },
  {
    id: 'CERTIFICATE_SELF_SIGNED',
    when: [
      {
        errors: [
          'DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'self-signed certificate',
          'self signed certificate',
        ],
      },
    ],
    means: ['TLS', 'PARK', 'SERVER'],
    cause: 'The certificate of {host} is self-signed or comes from a private certificate authority.',
    remedy: [
      'Upload the certificate of the authority (CA) to this account, or pin the fingerprint of the server certificate.',
      'Do not switch verification off: anyone in between could then read the password.',
    ],
  },
  {
    id: 'CERTIFICATE_CHAIN_INCOMPLETE',
    when: [
      {
        errors: [
          'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'UNABLE_TO_GET_ISSUER_CERT',
          'unable to verify the first certificate', 'unable to get local issuer certificate',
        ],
      },
    ],
    means: ['TLS', 'PARK', 'SERVER'],
    cause:
      '{host} sends its certificate without the one that vouches for it: the intermediate certificate is missing, or ' +
      'the certificate comes from a private certificate authority that is not trusted here.',
    remedy: [
      [
        'Install the full chain on the server. This shows what it sends now.',
        'openssl s_client -connect {host}:{port} -starttls smtp -showcerts',
      ],
      'Or upload to this account the intermediate certificate, or that of the private authority (CA).',
    ],
  },
  {
    id: 'CERTIFICATE_DATE',
    when: [
      { errors: ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID', 'certificate has expired', 'certificate is not yet valid'] },
    ],
    means: ['TLS', 'PARK', 'SERVER'],
    cause:
      'The certificate of {host} has expired or is not valid yet, or the clock of the machine that runs Postroom ' +
      'is wrong.',
    remedy: ['Renew the certificate on the server.', ['Check the clock of the machine that runs Postroom.', 'date -u']],
  },
  {
    id: 'CERTIFICATE_NAME_MISMATCH',
    when: [{ errors: ['ERR_TLS_CERT_ALTNAME_INVALID', "does not match certificate's altnames"] }],
    means: ['TLS', 'PARK', 'SERVER'],
    cause:
      'The certificate that {host} shows is for another name: the account connects by an IP address or by an alias.',
    remedy: ['Enter as server a name that is in the certificate, or set the TLS server name of the account to it.'],
  },
  {
    id: 'TLS_TOO_OLD',
    when: [{ errors: [
      'ERR_SSL_UNSUPPORTED_PROTOCOL',
      'unsupported protocol',
      'alert protocol version',
      'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
      'handshake failure', 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'dh key too small', 'ERR_SSL_DH_KEY_TOO_SMALL',
      'no ciphers available', 'ERR_SSL_NO_CIPHERS_AVAILABLE',
    ] }],
    means: ['TLS', 'PARK', 'SERVER'],
    cause:
      '{host} and Postroom have no version of TLS or no cipher in common: usually an old server (TLS 1.0 or 1.1, ' +
      'weak keys).',
    remedy: [
      'Update the server, or switch on TLS 1.2 there.',
      'Only if that is impossible: allow a lower minimum version for this one account.',
    ],
  },
  {
    id: 'SMTP_INSPECTION',
    when: [{ offers: 'XXXX', stages: ['EHLO', 'TLS'] }, { offers: 'XXXX', noReply: true }],
    means: ['TLS', 'PARK', 'SERVER'],
    cause:
      'Something between Postroom and {host} masks what the server offers (XXXXXXXA in place of STARTTLS): a ' +
      'firewall with SMTP inspection, or an antivirus.',
    remedy: [
      'Switch off SMTP inspection ("ESMTP inspection", "fixup") for this connection, or use port 465 with implicit ' +
        'TLS.',
    ],
  },
  {
    id: 'STARTTLS_NOT_OFFERED',
    when: [
      { lacks: 'STARTTLS', stages: ['TLS'], noReply: true },
      { lacks: 'STARTTLS', errors: ['ETLS', 'EREQUIRETLS', 'does not support required STARTTLS'] },
    ],
    means: ['TLS', 'PARK', 'SERVER'],
    cause: 'Encryption is required by the settings, and {host}:{port} does not offer it.',
    remedy: [
      'Use port 587 with STARTTLS or port 465 with implicit TLS.',
      'If the server should offer STARTTLS here, look for a firewall with SMTP inspection, or for a missing ' +
        'certificate on the server.',
      'As a last resort, and only on a trusted network: security "none".',
    ],
  },
  {
    id: 'STARTTLS_FAILED',
    when: [{ errors: ['ETLS', 'EREQUIRETLS', 'error upgrading connection with STARTTLS', 'error initiating TLS'] }],
    means: ['TLS', 'PARK', 'SERVER'],
    cause: 'Encryption is required by the settings, and {host}:{port} does not offer it or failed to begin it.',
    remedy: [
      "Choose another port, or have the server's certificate mended.",
      'As a last resort, and only on a trusted network: security "none".',
    ],
  },
  {
    id: 'AUTH_NOT_OFFERED',
    when: [
      { lacks: 'AUTH', stages: ['AUTH'], noReply: true },
      { noReply: true, errors: ['no supported authentication method', 'server does not support authentication'] },
    ],
    means: ['CREDENTIALS', 'PARK', 'ACCOUNT'],
    cause: '{host}:{port} offers no log-on here: only after TLS, or not on this port.',
    remedy: [
      'Use STARTTLS or implicit TLS, and port 587 in place of 25.',
      'If the server takes mail without log-on, empty the account name.',
    ],
  },
];
