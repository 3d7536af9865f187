import { configuration } from '../../storage/configuration.store.js';
import { raiseMark } from '../../storage/installation.store.js';
import type { InstanceFolder } from '../../storage/instance-folder.js';
import type { House } from '../house.js';
import { parkCopy } from './park-copy.js';

/** How soon after an email changed the mark is raised: a crash within this time, right after a backup, is all that goes unseen. */
const RAISED_AFTER_MS = 1_000;
/** Raised this often also while nothing is sent: other things than emails change too. */
const RAISED_EVERY_MS = 60_000;

/**
 * Raises the mark in the database and writes it into the data folder, in that order, so that the folder is never ahead of its
 * own database. It costs a write a second at most, however much is sent.
 */
export class MarkKeeper {
  readonly #house: House;
  readonly #folder: InstanceFolder;
  readonly #holder: string;
  #last = 0;
  #raisedAt = 0;
  #changed = false;
  #timer: NodeJS.Timeout | null = null;
  #raising: Promise<void> | null = null;

  constructor(house: House, folder: InstanceFolder, holder: string) {
    this.#house = house;
    this.#folder = folder;
    this.#holder = holder;
  }

  /** Leaves the first mark, which takes the place of those of processes that ended. */
  async start(): Promise<void> {
    this.#house.announcements.on('emailChanged', this.#note);
    this.#timer = setInterval(() => { void this.#tick(); }, RAISED_AFTER_MS).unref();
    await this.#raise();
    if (this.#last > 0) this.#folder.forgetMarksBelow(this.#last);
  }

  /** Leaves a last mark. May be called twice. */
  async stop(): Promise<void> {
    if (this.#timer === null) return;
    clearInterval(this.#timer);
    this.#timer = null;
    this.#house.announcements.off('emailChanged', this.#note);
    await this.#raising;
    await this.#raise();
  }

  readonly #note = (): void => { this.#changed = true; };

  async #tick(): Promise<void> {
    if (this.#raising !== null || (!this.#changed && this.#house.now() - this.#raisedAt < RAISED_EVERY_MS)) return;
    this.#raising = this.#raise();
    try {
      await this.#raising;
    } catch (error) {
      this.#house.log.error({ err: error }, 'The mark of this installation could not be raised; it is tried again within a second');
    } finally {
      this.#raising = null;
    }
  }

  /** A copy has no mark to leave: by the one in the folder it is known. */
  async #raise(): Promise<void> {
    this.#changed = false;
    const { copyReason } = await configuration(this.#house.storage.read());
    if (copyReason !== null) return;
    const { before, mark } = await this.#house.storage.transaction(async (session) => await raiseMark(session));
    if ((before ?? 0) < this.#last) {
      this.#house.log.error('The database was restored under a running Postroom: nothing is sent until "postroom confirm-instance"');
      await parkCopy(this.#house, 'The database went back while Postroom ran on it: it was restored from a backup');
      return;
    }
    this.#last = mark;
    this.#raisedAt = this.#house.now();
    this.#folder.writeMark(this.#holder, mark);
  }
}
