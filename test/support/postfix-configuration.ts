import { readFileSync } from 'node:fs';
import type { KeyPair } from './certificates.js';

/** What kind of mail server to start. */
export interface PostfixOptions {
  /** What it shows for STARTTLS, or at once with `implicitTls`; null: it encrypts nothing. */
  readonly tls: KeyPair | null;
  /** TLS from the first byte on, as on port 465. */
  readonly implicitTls?: boolean;
  /** Nothing but EHLO and STARTTLS is taken in the clear. */
  readonly submissionTlsRequired?: boolean;
  /** Who may log on (name → password, checked by Dovecot); null: it offers no log-on. With TLS, only after it. */
  readonly sasl: Readonly<Record<string, string>> | null;
  /**
   * Who may send to addresses that are not local. "open to us": any client of this machine. Else only who logged on;
   * others are told 554, or 454, which is what Postfix does unless it is set up otherwise.
   */
  readonly relay: 'open to us' | 'denied 554' | 'deferred 454';
  /** The addresses that have a mailbox. All others of their domains are unknown recipients. */
  readonly localUsers: readonly string[];
  /** Nobody is let in who did not log on, as on port 587 of Postfix's own master.cf. */
  readonly clientsMustLogOn?: boolean;
  /** In bytes, said in EHLO; Postfix's own 10,240,000 if not given. */
  readonly messageSizeLimit?: number;
  /** Which log-on owns which sender address (`smtpd_sender_login_maps`); others are turned away with 553. */
  readonly senderLogins?: Readonly<Record<string, string>>;
  /** What it calls itself in greeting and EHLO; mail.example.com if not given. */
  readonly name?: string;
  /** Where it listens; on a free port if not given. */
  readonly port?: number;
}

/** Where an instance keeps what: all of it below one folder. */
export interface PostfixPlaces {
  readonly folder: string;
  readonly port: number;
  /** Key and certificate, for `smtpd_tls_chain_files`. */
  readonly chainFile: string | null;
  readonly logOnSocket: string | null;
}

const inline = (entries: readonly (readonly [string, string])[]): string =>
  `inline:{ ${entries.map(([key, value]) => `{${key} = ${value}}`).join(', ')} }`;

const domainsOf = (addresses: readonly string[]): readonly string[] =>
  [...new Set(addresses.map((address) => address.slice(address.lastIndexOf('@') + 1)))];

const tlsLevel = ({ tls, submissionTlsRequired }: PostfixOptions): string => {
  if (tls === null) return 'none';
  return submissionTlsRequired === true ? 'encrypt' : 'may';
};

/** What `relay` comes to for a client that did not log on (postconf(5), smtpd_relay_restrictions). */
const RELAY: Readonly<Record<PostfixOptions['relay'], string>> = {
  'open to us': 'permit_mynetworks, reject_unauth_destination',
  'denied 554': 'permit_sasl_authenticated, reject_unauth_destination',
  'deferred 454': 'permit_sasl_authenticated, defer_unauth_destination',
};

/** main.cf of an instance: nothing leaves the machine, since what is not local is put into the folder "outside". */
export const mainCf = (options: PostfixOptions, { folder, chainFile, logOnSocket }: PostfixPlaces): string => {
  const settings: Readonly<Record<string, string | number>> = {
    compatibility_level: '3.6',
    queue_directory: `${folder}/queue`,
    data_directory: `${folder}/data`,
    maillog_file: '/dev/stdout',
    maillog_file_prefixes: '/dev/stdout',
    inet_interfaces: '127.0.0.1',
    inet_protocols: 'ipv4',
    myhostname: options.name ?? 'mail.example.com',
    mydestination: '',
    local_recipient_maps: '',
    alias_maps: '',
    alias_database: '',
    mynetworks: options.relay === 'open to us' ? '127.0.0.0/8' : '',
    notify_classes: '',
    in_flow_delay: 0,
    virtual_mailbox_domains: domainsOf(options.localUsers).join(' '),
    virtual_mailbox_maps: inline(options.localUsers.map((address) => [address, `${address}/`])),
    virtual_mailbox_base: `${folder}/mail`,
    virtual_mailbox_limit: 0,
    virtual_uid_maps: 'static:65534',
    virtual_gid_maps: 'static:65534',
    default_transport: 'outside:',
    relay_transport: 'outside:',
    smtpd_peername_lookup: 'no',
    smtpd_error_sleep_time: 0,
    smtpd_relay_restrictions: RELAY[options.relay],
    smtpd_tls_security_level: tlsLevel(options),
    ...(options.messageSizeLimit === undefined ? {} : { message_size_limit: options.messageSizeLimit }),
    ...(chainFile === null ? {} : { smtpd_tls_chain_files: chainFile, smtpd_tls_auth_only: 'yes' }),
    ...(options.clientsMustLogOn === true ? { smtpd_client_restrictions: 'permit_sasl_authenticated, reject' } : {}),
    ...(options.implicitTls === true ? { smtpd_tls_wrappermode: 'yes' } : {}),
    ...(logOnSocket === null ? {} : { smtpd_sasl_auth_enable: 'yes', smtpd_sasl_type: 'dovecot', smtpd_sasl_path: logOnSocket }),
    ...(options.senderLogins === undefined ? {} : {
      smtpd_sender_login_maps: inline(Object.entries(options.senderLogins)),
      smtpd_sender_restrictions: 'reject_sender_login_mismatch',
    }),
  };
  return Object.entries(settings).map(([name, value]) => `${name} = ${value}\n`).join('');
};

/** master.cf: Debian's own without its door, its chroots (which need a prepared folder) and its programs of others. */
export const masterCf = ({ port }: PostfixPlaces): string => {
  const services = readFileSync('/usr/share/postfix/master.cf.dist', 'utf8').split('\n')
    .filter((line) => /^[a-z]+ +unix/.test(line) && !line.endsWith(' pipe'))
    .map((line) => line.replace(/^(\S+\s+\S+\s+\S+\s+\S+\s+)y/, '$1n'));
  return [
    `127.0.0.1:${port} inet n - n - - smtpd`,
    ...services,
    'outside unix - n n - - virtual',
    '  -o virtual_mailbox_maps=static:outside/',
    '',
  ].join('\n');
};
