import { chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../support/free-port.js';
import { startRooted } from '../../support/private-root.js';
import { LOG_ON, type CompanyMail, type Setup } from './company-mail.js';

const EXIM_UID = 901;

/**
 * Exim with the access control list of its own default configuration (spec, chapter 7): local domains, hosts that may relay, and who
 * logged on. What it has no words of its own for is left out: see the table of the matrix.
 */
const configuration = (port: number, { tls, implicitTls, logOn, openToUs, messageBytesMax }: Setup): string => `
primary_hostname = mail.example.com
exim_user = Debian-exim
exim_group = Debian-exim
never_users =
local_interfaces = 127.0.0.1
daemon_smtp_ports = ${port}
log_file_path = /var/log/exim4/%slog
pid_file_path = /tmp/exim.pid
host_lookup =
rfc1413_hosts =
smtp_accept_max_per_connection = 1000
domainlist local_domains = example.com
hostlist relay_from_hosts = ${openToUs ? '127.0.0.1' : ''}
acl_smtp_rcpt = acl_check_rcpt
${messageBytesMax === null ? '' : `message_size_limit = ${messageBytesMax}`}
${tls === null ? 'tls_advertise_hosts =' : 'tls_advertise_hosts = *\ntls_certificate = /etc/chain.pem\ntls_privatekey = /etc/key.pem'}
${implicitTls ? `tls_on_connect_ports = ${port}` : ''}
${tls === null ? '' : 'auth_advertise_hosts = ${if eq{$tls_in_cipher}{}{}{*}}'}

begin acl
acl_check_rcpt:
  accept authenticated = *
         domains = ! +local_domains
  accept hosts = +relay_from_hosts
         domains = ! +local_domains
  require message = relay not permitted
          domains = +local_domains
  require verify = recipient
  accept

begin routers
local:
  driver = accept
  domains = +local_domains
  local_parts = anna : desk
  transport = mailbox
outside:
  driver = accept
  domains = ! +local_domains
  transport = mailbox

begin transports
mailbox:
  driver = appendfile
  file = /mail/box
  user = Debian-exim

begin retry
* * F,1h,10m

begin authenticators
${logOn ? `plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = \${if and{{eq{$auth2}{${LOG_ON.accountName}}}{eq{$auth3}{${LOG_ON.password}}}}}
  server_set_id = $auth2` : ''}
`;

export const startExim = async (setup: Setup): Promise<CompanyMail> => {
  const port = await freePort();
  const server = startRooted('exim', (root) => {
    mkdirSync(join(root, 'etc'), { recursive: true });
    writeFileSync(join(root, 'etc/exim.conf'), configuration(port, setup));
    if (setup.tls !== null) {
      writeFileSync(join(root, 'etc/chain.pem'), setup.tls.cert);
      writeFileSync(join(root, 'etc/key.pem'), setup.tls.key);
      chownSync(join(root, 'etc/key.pem'), EXIM_UID, EXIM_UID);
    }
    for (const folder of ['mail', 'var/spool/exim4', 'var/log/exim4']) chownSync(join(root, folder), EXIM_UID, EXIM_UID);
  }, ['/usr/sbin/exim4', '-C', '/etc/exim.conf', '-bdf']);
  await server.listens(port);
  return { port, log: server.log, [Symbol.asyncDispose]: async () => { await server[Symbol.asyncDispose](); } };
};
