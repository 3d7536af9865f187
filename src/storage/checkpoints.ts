import { Worker } from 'node:worker_threads';
import type { CheckpointData } from './checkpoint-thread.js';

/** Often enough that little is left for the writer, seldom enough that a page that is written again and again is carried once. */
const EVERY_MS = 100;

/** A running checkpoint thread. `stop` may be called twice. */
export interface Checkpoints { stop(): Promise<void> }

/** Starts the thread that carries SQLite's log over into the database file; without it nothing is lost, commits only take longer. */
export const startCheckpoints = (file: string, fault: (error: unknown) => void): Checkpoints => {
  const data: CheckpointData = { file, everyMs: EVERY_MS };
  const thread = new Worker(new URL('./checkpoint-thread.js', import.meta.url), { workerData: data, name: 'postroom-checkpoints' });
  const ended = new Promise<void>((resolve) => { thread.once('exit', () => { resolve(); }); });
  thread.on('error', fault);
  return {
    stop: async () => {
      thread.postMessage('STOP');
      await ended;
    },
  };
};
