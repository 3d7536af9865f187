import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { apiAt } from '../test/support/api.ts';
import type { Bench, Effort, Figure } from './harness/bench.ts';
import { benchFolder } from './harness/folder.ts';
import { startPostroom, startProcess } from './harness/postroom.ts';
import { median, pairsOf, sideBySide } from './harness/side-by-side.ts';

/** Starts within a round, of which the median counts: one alone depends on what the machine just did. */
const STARTS = 5;

/** Milliseconds until a signed-in question is answered. */
const toFirstAnswer = async (folder: string, token: string): Promise<number> => {
  const begun = performance.now();
  await using postroom = await startProcess(folder);
  await apiAt(postroom.url ?? '', token).get('{ viewer { name } }');
  return performance.now() - begun;
};

/** Milliseconds that Node takes to do nothing. */
const toNothing = async (): Promise<number> => {
  const begun = performance.now();
  await once(spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' }), 'exit');
  return performance.now() - begun;
};

const several = (once: () => Promise<number>) => async (): Promise<number> => {
  const times: number[] = [];
  for (let time = 0; time < STARTS; time += 1) times.push(await once());
  return median(times);
};

/** From the start of the process, built and on a database that is up to date, to its first answer; against the same Node doing nothing. */
export const start: Bench = {
  name: 'start',
  run: async ({ rounds }: Effort): Promise<readonly Figure[]> => {
    using folder = benchFolder('start');
    const first = await startPostroom(folder.path);
    const token = first.admin.token ?? '';
    await first.stop();
    const seen = await sideBySide(rounds, { postroom: several(async () => await toFirstAnswer(folder.path, token)), 'node -e 0': several(toNothing) });
    return [{
      what: 'from process start to the first answer, built, with migrations done', against: '`node -e 0`', unit: 'ms',
      pairs: pairsOf(seen.postroom, seen['node -e 0']), by: 'ratio', bound: { atMost: 40, aim: 20 },
    }];
  },
};
