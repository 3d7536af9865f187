import { randomUUIDv7 } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { RunningTests } from './app/accounts/running-tests.js';
import { Announcements } from './app/announcements.js';
import type { House } from './app/house.js';
import type { Config } from './config/config.js';
import { BlobStore } from './storage/blob-store.js';
import { GroupCommit } from './storage/group-commit.js';
import { ringFromFile } from './storage/key-file.js';
import { openOrm } from './storage/orm.js';
import { SecretBox } from './storage/secret-box.js';
import { Storage } from './storage/storage.js';

/** Fields that never reach a log, wherever they stand in what is logged. */
const REDACTED = ['password', 'sendGridApiKey', 'apiKey', 'token', 'secret', 'authorization', 'cookie'].flatMap((field) => [field, `*.${field}`, `*.*.${field}`]);

/** The folder of the built playground. */
export const PLAYGROUND_FOLDER = join(dirname(fileURLToPath(import.meta.url)), 'playground');

/** Puts the house together: the one place that knows every part. Nothing is started yet. */
export const compose = async (config: Config): Promise<House & { close(): Promise<void> }> => {
  mkdirSync(config.dataFolder, { recursive: true, mode: 0o700 });
  if (config.database.file !== null) mkdirSync(dirname(config.database.file), { recursive: true });
  const storage = new Storage(await openOrm(config.database));
  const log = pino({ level: config.logLevel, redact: { paths: REDACTED, censor: '[secret]' } });
  return {
    config, storage, log,
    secrets: new SecretBox(config.secretKeys ?? ringFromFile(config.dataFolder)),
    blobs: new BlobStore(join(config.dataFolder, 'blobs')),
    outbox: new GroupCommit(storage),
    announcements: new Announcements(),
    now: Date.now,
    tests: new RunningTests({ now: Date.now, perMinute: config.limits.testsPerMinute }),
    newId: () => randomUUIDv7(),
    wakeDelivery: () => {},
    close: async () => await storage.close(),
  };
};
