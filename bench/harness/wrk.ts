import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** What to post, by whom, and for how long. */
export interface Load {
  readonly url: string;
  readonly token: string;
  /** The body, a template with `@@` where a number goes. */
  readonly template: string;
  readonly connections: number;
  readonly seconds: number;
  /** Ends earlier, once as many answers came. */
  readonly answers?: number;
}

/** What came of it. Every answer was a 200: anything else throws. */
export interface Loaded { readonly answers: number; readonly seconds: number; readonly perSecond: number }

const numbered = /(\d+) requests in ([\d.]+)(ms|s|m)/;
const UNIT_SECONDS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60 };

const read = (output: string): Loaded => {
  const [, answers, time, unit] = numbered.exec(output) ?? [];
  const problem = /Non-2xx.*|Socket errors: (?!connect 0, read 0, write 0).*/.exec(output);
  if (answers === undefined || problem !== null) throw new Error(`wrk:\n${output}`);
  const seconds = Number(time) * (UNIT_SECONDS[unit ?? 's'] ?? 1);
  return { answers: Number(answers), seconds, perSecond: Number(answers) / seconds };
};

/** Numbers go on from load to load, so that no email of a process is like another. */
let numbersUsed = 0;

/** Posts with `wrk`, one thread of which outruns what is measured with a fraction of a core. */
export const load = async ({ url, token, template, connections, seconds, answers }: Load): Promise<Loaded> => {
  const folder = mkdtempSync(join(tmpdir(), 'postroom-wrk-'));
  try {
    const file = join(folder, 'template');
    writeFileSync(file, template);
    numbersUsed += 100_000_000;
    const { stdout } = await promisify(execFile)('wrk', [
      '-t1', `-c${connections}`, `-d${seconds}s`, '--timeout', '60s', '-s', join(import.meta.dirname, 'wrk.lua'), url, '--',
      file, token, String(numbersUsed),
    ], { env: { PATH: process.env['PATH'] ?? '', ...(answers === undefined ? {} : { WRK_ANSWERS: String(answers) }) } });
    return read(stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
