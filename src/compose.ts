import { randomUUIDv7 } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RunningTests } from './app/accounts/running-tests.js';
import { UploadsUnderWay } from './app/attachments/under-way.js';
import { Announcements } from './app/announcements.js';
import { Delivery } from './app/delivery/deliver.js';
import { Feeder } from './app/delivery/feeder.js';
import type { House } from './app/house.js';
import { KnownCallers } from './app/people/known-callers.js';
import type { Config } from './config/config.js';
import { EmbeddedEngine } from './engine/embedded.js';
import type { Engine } from './engine/engine.js';
import { openLog } from './log.js';
import { enterBlobs } from './storage/blob-register.store.js';
import type { Blob, Register } from './storage/blob-store.js';
import { BlobStore } from './storage/blob-store.js';
import { GroupCommit } from './storage/group-commit.js';
import { JointWriter } from './storage/joint-writer.js';
import { ringFromFile } from './storage/key-file.js';
import { openOrm } from './storage/orm.js';
import { SecretBox } from './storage/secret-box.js';
import { Storage } from './storage/storage.js';
import { ThreadedTransport } from './transport/thread/threaded-transport.js';
import type { Transport } from './transport/transport.js';

/** The folder of the built playground. */
export const PLAYGROUND_FOLDER = join(dirname(fileURLToPath(import.meta.url)), 'playground');

/** What is known only once something runs. */
interface Joints { wake: () => void; sandboxPort: number | null }

/** A house, and the joints by which what is started later is joined to it. */
export interface ComposedHouse extends House {
  readonly joints: Joints;
  close(): Promise<void>;
}

/** Where a server logs: standard output. */
const STANDARD_OUTPUT = 1;
/** Where a command logs: beside what it answers. */
export const STANDARD_ERROR = 2;

/** Enters content that is about to be put, of many hands in one commit. */
const register = (storage: Storage): Register => {
  const enter = new JointWriter(storage).line({ patienceMs: 0, write: async (session, blobs: readonly Blob[]) => {
    await enterBlobs(session, blobs, Date.now());
    return blobs.map(() => null);
  } });
  return async (blob) => { await enter(blob); };
};

/** Puts the house together: the one place that knows every part. Nothing is started yet. `logTo` is a file descriptor. */
export const compose = async (config: Config, logTo: number = STANDARD_OUTPUT): Promise<ComposedHouse> => {
  mkdirSync(config.dataFolder, { recursive: true, mode: 0o700 });
  if (config.database.file !== null) mkdirSync(dirname(config.database.file), { recursive: true });
  const storage = new Storage(await openOrm(config.database));
  const writer = new JointWriter(storage);
  const log = openLog(config.logLevel, logTo);
  const joints: Joints = { wake: () => {}, sandboxPort: null };
  return {
    config, storage, log, joints,
    secrets: new SecretBox(() => config.secretKeys ?? ringFromFile(config.dataFolder)),
    blobs: new BlobStore(join(config.dataFolder, 'blobs'), register(storage)),
    outbox: new GroupCommit(writer),
    // One thread writes on SQLite, so all share its commits; a database server commits for both side by side.
    deliveries: config.database.kind === 'sqlite' ? writer : new JointWriter(storage),
    uploads: new UploadsUnderWay(),
    announcements: new Announcements(),
    callers: new KnownCallers(storage),
    now: Date.now,
    tests: new RunningTests({ now: Date.now, perMinute: config.limits.testsPerMinute }),
    newId: () => randomUUIDv7(),
    wakeDelivery: () => joints.wake(),
    sandboxPort: () => joints.sandboxPort,
    close: async () => await storage.close(),
  };
};

/** The parts that carry emails, joined and not yet started. */
export interface DeliveryParts {
  readonly transport: Transport;
  readonly delivery: Delivery;
  readonly engine: Engine;
  readonly feeder: Feeder;
}

/** Puts together what carries emails. `holder` names this process in leases and claims. */
export const composeDelivery = (house: ComposedHouse, holder: string): DeliveryParts => {
  const { connectPolicy, ehloName, sendGridBaseUrl } = house.config;
  const transport = new ThreadedTransport({ connectPolicy, ehloName, sendGridBaseUrl });
  const delivery = new Delivery(house, transport, holder);
  const engine = new EmbeddedEngine();
  const feeder = new Feeder(house, engine, holder);
  return { transport, delivery, engine, feeder };
};
