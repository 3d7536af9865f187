import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';

/** The circumstances under which a bench ran: figures of different ones are not comparable. */
export interface Circumstances {
  readonly date: string;
  /** With `+` where files were changed since. */
  readonly commit: string;
  readonly rounds: number;
  readonly seconds: number;
  /** What else kept the machine busy when it began: processes that wanted to run, over the last minute. */
  readonly loadBefore: number;
}

const said = (command: string, ...args: string[]): string => {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return '?';
  }
};

export const circumstances = (rounds: number, seconds: number): Circumstances => ({
  date: new Date().toISOString().slice(0, 16).replace('T', ' '),
  commit: said('git', 'rev-parse', '--short=12', 'HEAD') + (said('git', 'status', '--porcelain', '--untracked-files=no', '--', 'src', 'bench/*.ts') === '' ? '' : '+'),
  rounds, seconds, loadBefore: loadavg()[0] ?? 0,
});

const versionOf = (name: string): string =>
  (JSON.parse(readFileSync(new URL(`../../node_modules/${name}/package.json`, import.meta.url), 'utf8')) as { version: string }).version;

/** The machine and the versions of what is compared, in one line each. */
export const machine = (): string[] => [
  `${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Linux ${release()}`,
  `Node ${process.versions.node}, Postfix ${said('/usr/sbin/postconf', '-dh', 'mail_version')}, nodemailer ${versionOf('nodemailer')}, `
    + `Apollo Server ${versionOf('@apollo/server')}, better-sqlite3 ${versionOf('better-sqlite3')}, ${said('sh', '-c', 'wrk -v | head -1 | cut -d" " -f1,2')}`,
];
