import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Foreground } from './foreground.js';

const PRIVATE_QUEUES = ['active', 'bounce', 'corrupt', 'defer', 'deferred', 'flush', 'hold', 'incoming', 'private', 'saved', 'trace'];

/** Makes the folders as `postfix check` would, which takes a second for it and is left out by the file `quick-start`. */
export const layOut = (folder: string): void => {
  const make = (owner: string, group: string, mode: string, names: readonly string[]): void => {
    execFileSync('install', ['-d', '-o', owner, '-g', group, '-m', mode, ...names.map((name) => join(folder, name))]);
  };
  // mkdtemp lets in nobody else, but Postfix and the owner of the mailboxes have to pass.
  chmodSync(folder, 0o755);
  make('root', 'root', '755', ['etc', 'queue', 'queue/pid', 'dovecot']);
  make('postfix', 'root', '700', ['data', ...PRIVATE_QUEUES.map((name) => `queue/${name}`)]);
  make('postfix', 'postdrop', '710', ['queue/public', 'queue/maildrop']);
  make('nobody', 'root', '700', ['mail']);
  writeFileSync(join(folder, 'queue/quick-start'), '');
};

/** Writes main.cf and master.cf so that Postfix starts at once. */
export const configure = (folder: string, main: string, master: string): void => {
  writeFileSync(join(folder, 'etc/main.cf'), main);
  writeFileSync(join(folder, 'etc/master.cf'), master);
  // Postfix waits while main.cf is younger than two seconds, for fear that it is still being written.
  utimesSync(join(folder, 'etc/main.cf'), 0, 0);
};

/** What was started ends by the pid that the master wrote down, and its processes follow it; before there is one, by its group. */
export const end = async (folder: string, postfix: Foreground): Promise<void> => {
  const file = join(folder, 'queue/pid/master.pid');
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').trim()) : -postfix.pid;
  if (postfix.running()) process.kill(pid, 'SIGTERM');
  await postfix.closed;
};
