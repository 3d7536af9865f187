import { accountById } from '../../storage/account.store.js';
import { configuration } from '../../storage/configuration.store.js';
import { accountsToLookAt } from '../../storage/health.store.js';
import { giveLeaseBack, takeLease } from '../../storage/lease.store.js';
import type { House } from '../house.js';
import { carryAlerts } from './carry-alerts.js';
import { lookAt } from './look.js';

const EVERY_MS = 60_000;
const LEASE = 'health';
/** Longer than a handful of looks and a round of telling may take; renewed before each. */
const LEASE_MS = 300_000;
/** So that a server that hangs holds up a handful of others at most. */
const AT_ONCE = 4;

/** Looks at accounts when it is their time, and tells what is to be told. One process at a time does: who holds the lease. */
export class HealthWatch {
  readonly #house: House;
  readonly #holder: string;
  readonly #stopping = new AbortController();
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  #again = false;

  constructor(house: House, holder: string) {
    this.#house = house;
    this.#holder = holder;
  }

  start(): void {
    this.#timer ??= setInterval(this.wake, EVERY_MS).unref();
    this.wake();
  }

  /** Resolves when what is under way was given up. May be called twice. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    clearInterval(this.#timer ?? undefined);
    this.#timer = null;
    await this.#running;
  }

  /** There is something to tell, or to look at. */
  readonly wake = (): void => {
    if (this.#stopping.signal.aborted) return;
    if (this.#running === null) this.#running = this.#run();
    else this.#again = true;
  };

  async #run(): Promise<void> {
    const { log, storage } = this.#house;
    try {
      do {
        this.#again = false;
        if (!await this.#holds()) return;
        await carryAlerts(this.#house, this.#stopping.signal);
        await this.#lookAtAll();
        await storage.transaction(async (session) => await giveLeaseBack(session, LEASE, this.#holder));
      } while (this.#again);
    } catch (error) {
      log.error({ err: error }, 'Looking after accounts failed; it goes on within a minute');
    } finally {
      this.#running = null;
      if (this.#again) this.wake();
    }
  }

  async #lookAtAll(): Promise<void> {
    const failed: string[] = [];
    for (;;) {
      const due = await accountsToLookAt(this.#house.storage.read(), this.#house.now(), failed, AT_ONCE);
      if (due.length === 0 || !await this.#holds()) return;
      failed.push(...(await Promise.all(due.map(async (id) => await this.#lookAtOne(id) ? [] : [id]))).flat());
      await carryAlerts(this.#house, this.#stopping.signal);
    }
  }

  /** False: it could not be written down. That account is left for the next round, so that it holds up no other. */
  async #lookAtOne(id: string): Promise<boolean> {
    try {
      const account = await accountById(this.#house.storage.read(), id);
      if (account !== null) await lookAt(this.#house, account, { signal: this.#stopping.signal, asked: false });
      return true;
    } catch (error) {
      this.#house.log.error({ err: error, accountId: id }, 'An account could not be looked at; it is tried again within a minute');
      return false;
    }
  }

  async #holds(): Promise<boolean> {
    if (this.#stopping.signal.aborted) return false;
    // A copy speaks to nobody: it would warn of accounts that the original looks after.
    if ((await configuration(this.#house.storage.read())).copyReason !== null) return false;
    return await this.#house.storage.transaction(async (session) => await takeLease(session, LEASE, this.#holder, this.#house.now(), LEASE_MS));
  }
}
