import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';

/** What the thread is started with. */
export interface CheckpointData { readonly file: string; readonly everyMs: number }

/**
 * Carries pages from SQLite's log over into the database, beside whoever writes: the writer would do it within a commit, for which
 * everybody waits. PASSIVE takes what it can without stopping anybody (https://www.sqlite.org/pragma.html#pragma_wal_checkpoint).
 */
const port = parentPort;
if (port === null) throw new Error('The checkpoint thread was started as a process of its own');

const { file, everyMs } = workerData as CheckpointData;
const database = new Database(file);
const timer = setInterval(() => {
  try {
    database.pragma('wal_checkpoint(PASSIVE)');
  } catch (error) {
    // Somebody else is at it; the writer itself does what is left when the log grows long.
    if (String(Object(error).code).startsWith('SQLITE_BUSY')) return;
    // A log that the disk did not take must not go on into the database: the next sync of it would succeed for nothing.
    clearInterval(timer);
    throw error;
  }
}, everyMs);

port.once('message', () => {
  clearInterval(timer);
  database.close();
  port.close();
});
