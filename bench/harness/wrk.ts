import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { benchFolder } from './folder.ts';
import { killAtExit } from './started.ts';

/** What to post, by whom, over how many connections. */
export interface Load {
  readonly url: string;
  readonly token: string;
  /** The body, a template with `@@` where a number goes. */
  readonly template: string;
  readonly connections: number;
}

/** What came of a time of it. Every answer was a 200: anything else throws. */
export interface Loaded { readonly answers: number; readonly perSecond: number }

/** Longer than anything needs that ends by its number of answers. */
const SECONDS_AT_MOST = 900;

/** Numbers go on from load to load, so that no email of a process is like another. */
let numbersUsed = 0;

/** Starts `wrk`; one thread of it outruns what is measured with a fraction of a core. The folder is its caller's to remove. */
const start = ({ url, token, template, connections }: Load, folder: string, seconds: number, answers: number | null): ChildProcess => {
  const file = join(folder, 'template');
  writeFileSync(file, template);
  numbersUsed += 100_000_000;
  const args = ['-t1', `-c${connections}`, `-d${seconds}s`, '--timeout', '60s', '-s', join(import.meta.dirname, 'wrk.lua'), url, '--', file, token, String(numbersUsed)];
  const env = { PATH: process.env['PATH'] ?? '', ...(answers === null ? {} : { WRK_ANSWERS: String(answers) }) };
  const child = spawn('wrk', args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  killAtExit(child);
  return child;
};

const UNIT_SECONDS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60 };

const read = (output: string): Loaded => {
  const [, answers, time, unit] = /(\d+) requests in ([\d.]+)(ms|s|m)/.exec(output) ?? [];
  const problem = /Non-2xx.*|Socket errors: (?!connect 0, read 0, write 0).*/.exec(output);
  if (answers === undefined || problem !== null) throw new Error(`wrk:\n${output}`);
  return { answers: Number(answers), perSecond: Number(answers) / (Number(time) * (UNIT_SECONDS[unit ?? 's'] ?? 1)) };
};

/** Posts for some seconds, the next over each connection as soon as the last is answered. */
export const load = async (what: Load & { readonly seconds: number }): Promise<Loaded> => {
  using folder = benchFolder('wrk');
  const child = start(what, folder.path, what.seconds, null);
  return read(child.stdout === null ? '' : await text(child.stdout));
};

/** Posts until as many answers came. What was asked then and not yet answered may be stored or not; 200 or not is for the caller to find out. */
export const loadUntil = async (what: Load & { readonly answers: number }): Promise<void> => {
  using folder = benchFolder('wrk');
  const child = start(what, folder.path, SECONDS_AT_MOST, what.answers);
  const exit = once(child, 'exit');
  let said = '';
  for await (const chunk of child.stderr ?? []) {
    said += String(chunk);
    if (said.includes('enough\n')) child.kill('SIGTERM');
  }
  await exit;
  if (!said.includes('enough\n')) throw new Error(`wrk ended before it had ${what.answers} answers: ${said}`);
};
