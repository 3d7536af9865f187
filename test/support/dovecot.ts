import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startForeground } from './foreground.js';

/** Dovecot as the log-on service of a mail server, and nothing else: it opens no port. */
export interface LogOnService {
  /** The socket that Postfix asks (`smtpd_sasl_path`). */
  readonly socket: string;
  /** Resolves when it answers there; rejects if it ended instead. */
  readonly ready: Promise<unknown>;
  log(): string;
  /** Resolves when it and all its processes have ended. Can be called twice. */
  stop(): Promise<void>;
}

// PLAIN.B64 lets a password hold any character, also the colon that ends a field.
const userLine = ([name, password]: readonly [string, string]): string =>
  `${name}:{PLAIN.B64}${Buffer.from(password).toString('base64')}::::::\n`;

// No waits after a wrong password: neither the fixed one nor the penalty that grows with each (anvil-auth-penalty).
const configuration = (folder: string, socket: string): string => `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = /dev/stderr
auth_verbose = yes
protocols =
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
passdb {
  driver = passwd-file
  args = ${folder}/users
}
userdb {
  driver = static
  args = uid=nobody gid=nogroup home=/nonexistent
}
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service auth {
  unix_listener ${socket} {
    mode = 0600
    user = postfix
  }
}
`;

/** Starts Dovecot with the log-ons given (name → password), all its files in `folder`, which must exist. Needs root. */
export const startDovecot = (folder: string, logOns: Readonly<Record<string, string>>): LogOnService => {
  const socket = join(folder, 'log-on');
  for (const name of ['run', 'state']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'users'), Object.entries(logOns).map(userLine).join(''));
  writeFileSync(join(folder, 'dovecot.conf'), configuration(folder, socket));
  const dovecot = startForeground('dovecot', ['-F', '-c', join(folder, 'dovecot.conf')]);
  let stopping: Promise<void> | null = null;
  return {
    socket, ready: dovecot.logged((line) => line.includes(' starting up ')),
    log: () => dovecot.lines.join('\n'),
    stop: () => {
      // To all of them at once, a group that it leads: told alone, it leaves its logger waiting for a second.
      if (stopping === null && dovecot.running()) process.kill(-dovecot.pid, 'SIGTERM');
      return stopping ??= dovecot.closed;
    },
  };
};
