import { configuration } from '../../storage/configuration.store.js';
import { giveLeaseBack, takeLease } from '../../storage/lease.store.js';
import type { House } from '../house.js';
import { cleanUp } from './clean-up.js';

const EVERY_MS = 3_600_000;
const LEASE = 'janitor';
/** Renewed at half its time, between two portions. */
const LEASE_MS = 60_000;

/** Cleans up at the start and every hour. One process does at a time: who holds the lease. */
export class Janitor {
  readonly #house: House;
  readonly #holder: string;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  #stopped = false;
  #leaseUntil = 0;

  constructor(house: House, holder: string) {
    this.#house = house;
    this.#holder = holder;
  }

  start(): void {
    this.#timer ??= setInterval(this.#wake, EVERY_MS).unref();
    this.#wake();
  }

  /** Resolves when the portion at hand is done. May be called twice. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer ?? undefined);
    this.#timer = null;
    await this.#running;
  }

  readonly #wake = (): void => {
    if (!this.#stopped) this.#running ??= this.#run();
  };

  async #run(): Promise<void> {
    const { log, storage } = this.#house;
    try {
      if (!await this.#goesOn()) return;
      const removed = await cleanUp(this.#house, this.#goesOn);
      if (Object.values(removed).some((count) => count > 0)) log.info({ removed }, 'What is kept no longer was removed');
      await storage.transaction(async (session) => await giveLeaseBack(session, LEASE, this.#holder));
    } catch (error) {
      log.error({ err: error }, 'Cleaning up failed; it goes on within the hour');
    } finally {
      this.#leaseUntil = 0;
      this.#running = null;
    }
  }

  /** Whether this process may clean up, or go on with it. */
  readonly #goesOn = async (): Promise<boolean> => {
    if (this.#stopped) return false;
    const now = this.#house.now();
    if (this.#leaseUntil - now > LEASE_MS / 2) return true;
    // A copy removes nothing: the files beside it may be the original's, and this the wrong database.
    if ((await configuration(this.#house.storage.read())).copyReason !== null) return false;
    const taken = await this.#house.storage.transaction(async (session) => await takeLease(session, LEASE, this.#holder, now, LEASE_MS));
    this.#leaseUntil = taken ? now + LEASE_MS : 0;
    return taken;
  };
}
