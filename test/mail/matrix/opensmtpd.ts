import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../support/free-port.js';
import { startRooted } from '../../support/private-root.js';
import { INSIDE, LOG_ON, type CompanyMail, type Setup } from './company-mail.js';

const NOBODY_UID = 65_534;

/** smtpd.conf(5): what matches no rule is refused. */
const configuration = (port: number, { tls, implicitTls, tlsRequired, logOn, logOnRequired, openToUs, ownSenderOnly, messageBytesMax }: Setup): string => [
  ...(tls === null ? [] : ['pki mail.example.com cert "/etc/chain.pem"', 'pki mail.example.com key "/etc/key.pem"']),
  'table logons file:/etc/logons',
  'table boxes file:/etc/boxes',
  'table everybody { "@" = "nobody" }',
  ...(ownSenderOnly ? [`table owned { "${LOG_ON.accountName}" = "${LOG_ON.accountName}" }`] : []),
  ...(messageBytesMax === null ? [] : [`smtp max-message-size "${messageBytesMax}"`]),
  [
    `listen on 127.0.0.1 port ${port}`,
    ...(tls === null ? [] : [implicitTls ? 'smtps' : tlsRequired ? 'tls-require' : 'tls', 'pki mail.example.com']),
    ...(logOn ? [logOnRequired ? 'auth <logons>' : 'auth-optional <logons>'] : []),
    ...(ownSenderOnly ? ['senders <owned>'] : []),
    'hostname mail.example.com',
  ].join(' '),
  'action "inside" maildir "/mail/inside" virtual <boxes>',
  'action "outside" maildir "/mail/outside" virtual <everybody>',
  'match from any for domain "example.com" action "inside"',
  ...(logOn ? ['match auth from any for any action "outside"'] : []),
  ...(openToUs ? ['match from any for any action "outside"'] : []),
  '',
].join('\n');

const sha512 = (password: string): string => execFileSync('openssl', ['passwd', '-6', '-stdin'], { input: password }).toString().trim();

export const startOpenSmtpd = async (setup: Setup): Promise<CompanyMail> => {
  const port = await freePort();
  const server = startRooted('opensmtpd', (root) => {
    const write = (file: string, text: string, mode = 0o644): void => {
      writeFileSync(join(root, 'etc', file), text);
      chmodSync(join(root, 'etc', file), mode);
    };
    write('smtpd.conf', configuration(port, setup));
    write('logons', `${LOG_ON.accountName} ${sha512(LOG_ON.password)}\n`);
    write('boxes', `${INSIDE} nobody\n${LOG_ON.accountName} nobody\n`);
    if (setup.tls !== null) {
      write('chain.pem', setup.tls.cert);
      write('key.pem', setup.tls.key, 0o600);
      // It does not start without authorities, although it asks nobody for a certificate.
      mkdirSync(join(root, 'etc/ssl/certs'), { recursive: true });
      write('ssl/certs/ca-certificates.crt', setup.tls.cert);
    }
    chownSync(join(root, 'mail'), NOBODY_UID, NOBODY_UID);
    chmodSync(join(root, 'var/spool/smtpd'), 0o711);
  }, ['/usr/sbin/smtpd', '-d', '-v', '-f', '/etc/smtpd.conf']);
  await server.listens(port);
  return { port, log: server.log, [Symbol.asyncDispose]: async () => { await server[Symbol.asyncDispose](); } };
};
