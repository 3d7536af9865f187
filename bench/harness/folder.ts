import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { undoAtExit } from './started.ts';

/** The magic numbers of file systems that keep nothing (statfs(2)): a sync to them costs nothing. */
const IN_MEMORY = [0x01021994, 0x858458f6];

/** A folder of its own on a real disk, for everything that a side writes; TMPDIR chooses the disk. Taken away when disposed. */
export const benchFolder = (name: string): { readonly path: string } & Disposable => {
  if (IN_MEMORY.includes(statfsSync(tmpdir()).type)) throw new Error(`${tmpdir()} is in memory; set TMPDIR to a folder on a disk`);
  const path = mkdtempSync(join(tmpdir(), `postroom-bench-${name}-`));
  // Postfix, which runs as a user of its own, has to pass.
  chmodSync(path, 0o755);
  const remove = (): void => rmSync(path, { recursive: true, force: true });
  const done = undoAtExit(remove);
  return {
    path,
    [Symbol.dispose]: () => {
      remove();
      done();
    },
  };
};
