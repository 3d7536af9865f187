import type { Logger } from 'pino';
import type { Config } from '../config/config.js';
import type { BlobStore } from '../storage/blob-store.js';
import type { GroupCommit } from '../storage/group-commit.js';
import type { JointWriter } from '../storage/joint-writer.js';
import type { SecretBox } from '../storage/secret-box.js';
import type { Storage } from '../storage/storage.js';
import type { RunningTests } from './accounts/running-tests.js';
import type { UploadsUnderWay } from './attachments/under-way.js';
import type { Announcements } from './announcements.js';
import type { KnownCallers } from './people/known-callers.js';

/** All that a use case needs beside its caller and input. Made once, by compose.ts. */
export interface House {
  readonly config: Config;
  readonly storage: Storage;
  readonly secrets: SecretBox;
  readonly blobs: BlobStore;
  /** Where accepted emails are written, many callers' in one commit. */
  readonly outbox: GroupCommit;
  /** Where deliveries write, many emails' marks and settlements in one commit; on SQLite together with what is accepted. */
  readonly deliveries: JointWriter;
  /** Uploads that this process is receiving. */
  readonly uploads: UploadsUnderWay;
  readonly announcements: Announcements;
  /** Whose the credentials are that come in. */
  readonly callers: KnownCallers;
  readonly log: Logger;
  /** UTC milliseconds. */
  readonly now: () => number;
  /** UUIDv7. */
  readonly newId: () => string;
  /** Tells the delivery that there may be something to carry; losing a call only delays. */
  readonly wakeDelivery: () => void;
  /** Tells whoever looks after accounts that there is something to tell or to look at; losing a call only delays. */
  readonly wakeHealth: () => void;
  /** Tests of accounts that run in this process. */
  readonly tests: RunningTests;
  /** The port of the running sandbox catcher on loopback; null where the sandbox is switched off. */
  readonly sandboxPort: () => number | null;
}
