import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { setTimeout } from 'node:timers/promises';

/** The circumstances under which a bench ran: figures of different ones are not comparable. */
export interface Circumstances {
  readonly date: string;
  /** With `+` where files were changed since. */
  readonly commit: string;
  readonly rounds: number;
  readonly seconds: number;
  /** The share of its processors that others used when it began, from 0 to 1. */
  readonly busyBefore: number;
}

const said = (command: string, ...args: string[]): string => {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return '?';
  }
};

/** Milliseconds that the processors were idle, and that there were, since the machine started. */
const processorTime = (): { readonly idle: number; readonly all: number } => {
  const times = cpus().map(({ times: { user, nice, sys, idle, irq } }) => ({ idle, all: user + nice + sys + idle + irq }));
  return { idle: times.reduce((sum, { idle }) => sum + idle, 0), all: times.reduce((sum, { all }) => sum + all, 0) };
};

/** Above this, what a side gets of the machine depends on others, and on how many processes it has. */
export const BUSY_AT_MOST = 0.2;

/** Looks for two seconds at what others do, so it is called before a bench starts anything. */
export const circumstances = async (rounds: number, seconds: number): Promise<Circumstances> => {
  const before = processorTime();
  await setTimeout(2_000);
  const after = processorTime();
  const changed = said('git', 'status', '--porcelain', '--untracked-files=no', '--', 'src', 'bench/*.ts') !== '';
  return {
    date: new Date().toISOString().slice(0, 16).replace('T', ' '), commit: said('git', 'rev-parse', '--short=12', 'HEAD') + (changed ? '+' : ''),
    rounds, seconds, busyBefore: 1 - (after.idle - before.idle) / (after.all - before.all),
  };
};

const versionOf = (name: string): string =>
  (JSON.parse(readFileSync(new URL(`../../node_modules/${name}/package.json`, import.meta.url), 'utf8')) as { version: string }).version;

/** The machine and the versions of what is compared, in one line each. */
export const machine = (): string[] => [
  `${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Linux ${release()}`,
  `Node ${process.versions.node}, Postfix ${said('/usr/sbin/postconf', '-dh', 'mail_version')}, nodemailer ${versionOf('nodemailer')}, `
    + `Apollo Server ${versionOf('@apollo/server')}, better-sqlite3 ${versionOf('better-sqlite3')}, ${said('sh', '-c', 'wrk -v | head -1 | cut -d" " -f1,2')}`,
];
