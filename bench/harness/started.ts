import type { ChildProcess } from 'node:child_process';

const undone = new Set<() => void>();

/** Has something undone should the bench end early, by a fault or a signal; what it answers takes that back, once it is undone in order. */
export const undoAtExit = (undo: () => void): (() => void) => {
  undone.add(undo);
  return () => { undone.delete(undo); };
};

/** Kills a process with the bench, if it still runs by then. */
export const killAtExit = (child: ChildProcess): void => {
  child.once('exit', undoAtExit(() => { child.kill('SIGKILL'); }));
};

// The last that was started is the first to go: a folder after whoever writes into it.
process.on('exit', () => { for (const undo of [...undone].toReversed()) undo(); });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));
