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
import type { Topic } from './engine/broadcast.js';
import { EmbeddedEngine } from './engine/embedded.js';
import type { Engine } from './engine/engine.js';
import { openLog } from './log.js';
import { enterBlobs } from './storage/blob-register.store.js';
import type { Blob, Register } from './storage/blob-store.js';
import { BlobStore } from './storage/blob-store.js';
import { GroupCommit } from './storage/group-commit.js';
import { instanceId } from './storage/installation.store.js';
import { JointWriter } from './storage/joint-writer.js';
import { ringFromFile } from './storage/key-file.js';
import { openOrm } from './storage/orm.js';
import { SecretBox } from './storage/secret-box.js';
import { Storage } from './storage/storage.js';
import { ThreadedTransport } from './transport/thread/threaded-transport.js';
import type { Transport } from './transport/transport.js';

const built = dirname(fileURLToPath(import.meta.url));
/** What the build made for browsers, beside this file. */
export const BUILT_FOLDERS = { playground: join(built, 'playground'), console: join(built, 'console') };

/** What is known only once something runs. */
interface Joints { wake: () => void; wakeElsewhere: () => void; wakeHealth: () => void; sandboxPort: number | null }

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
  const joints: Joints = { wake: () => {}, wakeElsewhere: () => {}, wakeHealth: () => {}, sandboxPort: null };
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
    wakeDelivery: () => {
      joints.wake();
      joints.wakeElsewhere();
    },
    wakeHealth: () => joints.wakeHealth(),
    sandboxPort: () => joints.sandboxPort,
    close: async () => await storage.close(),
  };
};

/** This process among the others of its installation. */
export interface Crew {
  /** The engine that carries emails between them, not yet started. */
  readonly engine: () => Engine;
  stop(): Promise<void>;
}

const HEARS: Readonly<Record<Config['role'], readonly Topic[]>> = {
  all: ['wake', 'emailChanged', 'rightsChanged'], api: ['emailChanged', 'rightsChanged'], worker: ['wake'],
};

/**
 * Joins this process to the others of its installation through Redis; null where no queue is set. It does not wait for Redis,
 * which may be away. What one Redis holds of several installations is told apart by the id of the database, which must
 * be there by now. Loaded late, so that who has no queue loads nothing of it.
 */
export const joinCrew = async (house: ComposedHouse, holder: string): Promise<Crew | null> => {
  const { queueUrl, role, emailsInHand } = house.config;
  if (queueUrl === null) return null;
  const [{ RedisLink }, { Broadcast }, { BullMqEngine }, id] = await Promise.all([
    import('./engine/redis-link.js'), import('./engine/broadcast.js'), import('./engine/bullmq.js'), instanceId(house.storage.read()),
  ]);
  if (id === null) throw new Error('The database has no id yet');
  const { log, announcements, joints } = house;
  const prefix = `postroom:${id}`;
  const link = new RedisLink(queueUrl, {
    away: (err) => log.warn({ err }, 'Redis is away: emails are accepted and wait; it is called again each second'),
    back: () => log.info('Redis is there'),
  });
  const broadcast = new Broadcast(link, {
    prefix, holder, hears: HEARS[role],
    heard: (topic, names) => { if (topic === 'wake') joints.wake(); else announcements.hear(topic, names); },
  });
  announcements.join((topic, name) => broadcast.say(topic, name));
  joints.wakeElsewhere = () => broadcast.say('wake');
  return {
    engine: () => new BullMqEngine(link, { prefix, holder, emailsInHand, fault: (err) => log.debug({ err }, 'The queue lost something; it is offered again') }),
    stop: async () => {
      joints.wakeElsewhere = () => {};
      await broadcast.stop();
      link.close();
    },
  };
};

/** The parts that carry emails, joined and not yet started. */
export interface DeliveryParts {
  readonly transport: Transport;
  readonly delivery: Delivery;
  readonly engine: Engine;
  readonly feeder: Feeder;
}

/** Puts together what carries emails: with a crew through its engine, else within this process. `holder` names this process in leases and claims. */
export const composeDelivery = (house: ComposedHouse, holder: string, crew: Crew | null): DeliveryParts => {
  const { connectPolicy, ehloName, sendGridBaseUrl } = house.config;
  const transport = new ThreadedTransport({ connectPolicy, ehloName, sendGridBaseUrl });
  const delivery = new Delivery(house, transport, holder);
  const engine = crew?.engine() ?? new EmbeddedEngine();
  const feeder = new Feeder(house, engine, holder);
  return { transport, delivery, engine, feeder };
};
