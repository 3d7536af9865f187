import type { SmtpAccount } from '../../domain/account.js';
import { CARRIAGE_DEFAULTS } from '../../domain/carriage-settings.js';
import { hasTooMany, partBeside } from '../../domain/connection-shares.js';
import { askForShare, giveAllSharesBack, giveShareBack, liveShares, renewShares, takeShare } from '../../storage/connection-share.store.js';
import type { ConnectionShareRow } from '../../storage/outbox-tables.js';
import type { House } from '../house.js';
import type { Claimed } from './claim.js';

/** As the claim of an email: longer than any stall of a process that lives. */
const SHARE_MS = 60_000;
const LOOK_EVERY_MS = 5_000;

interface Share { connections: number; until: number; usedAt: number }

/**
 * The connections that this process may open, account by account, so that all processes together open no more than an account
 * allows. A share is asked for with the first email in hand and given back when nothing is in hand any more and another
 * process lacks some, or after a minute. SQLite takes one process, which has them all: nothing is written there.
 */
export class Connections {
  readonly #house: House;
  readonly #holder: string;
  /** Lets idle connections of an account go; resolves when they are closed. */
  readonly #release: (accountId: string) => Promise<void>;
  readonly #shares = new Map<string, Share>();
  readonly #inHand = new Map<string, Set<Claimed>>();
  #timer: NodeJS.Timeout | null = null;
  /** One thing after another: a share that is being given back must not be taken for one that is held. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(house: House, holder: string, release: (accountId: string) => Promise<void>) {
    this.#house = house;
    this.#holder = holder;
    this.#release = release;
  }

  start(): void {
    if (this.#isAlone) return;
    this.#timer ??= setInterval(() => {
      this.look().catch((error: unknown) => { this.#house.log.error({ err: error }, 'Shares of connections could not be renewed'); });
    }, LOOK_EVERY_MS).unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer ?? undefined);
    this.#timer = null;
    if (this.#isAlone) return;
    await this.#inTurn(async () => {
      this.#shares.clear();
      await this.#house.storage.transaction(async (session) => await giveAllSharesBack(session, [this.#holder]));
    });
  }

  /** Takes those in hand for whose account this process may open a connection, and answers the others. */
  async admit(claimed: readonly Claimed[]): Promise<Claimed[]> {
    if (claimed.length === 0 || this.#isAlone) return [];
    return await this.#inTurn(async () => {
      const accounts = new Map(claimed.map(({ account }) => [account.id, account]));
      const rows = Map.groupBy(await liveShares(this.#house.storage.read(), [...accounts.keys()], this.#house.now()), (row) => row.account_id);
      const open = new Set<string>();
      for (const account of accounts.values()) if (await this.#mayOpen(account, rows.get(account.id) ?? [])) open.add(account.id);
      for (const one of claimed) if (open.has(one.account.id)) this.#handsOf(one.account.id).add(one);
      return claimed.filter(({ account }) => !open.has(account.id));
    });
  }

  leave(claimed: Claimed): void {
    this.#inHand.get(claimed.account.id)?.delete(claimed);
  }

  /** How many connections may be open for an account now: at least one, since an email that was admitted must get through though the share was lost meanwhile. */
  of(account: SmtpAccount): number {
    return this.#isAlone ? mostOf(account) : Math.max(1, Math.min(mostOf(account), this.#shares.get(account.id)?.connections ?? 1));
  }

  /** Keeps the shares of what is in hand, and gives back what is not needed. Runs every few seconds. */
  async look(): Promise<void> {
    if (this.#shares.size === 0) return;
    await this.#inTurn(async () => {
      const { storage, now } = this.#house;
      const rows = Map.groupBy(await liveShares(storage.read(), [...this.#shares.keys()], now()), (row) => row.account_id);
      for (const [accountId, share] of this.#shares) {
        const wanted = (rows.get(accountId) ?? []).some(({ holder, connections }) => holder !== this.#holder && connections < share.connections);
        if (this.#handsOf(accountId).size === 0 && (wanted || now() - share.usedAt > SHARE_MS)) await this.#giveBack(accountId);
      }
      const until = now() + SHARE_MS;
      const kept = [...this.#shares].filter(([, share]) => share.until - now() < (SHARE_MS * 2) / 3);
      await storage.transaction(async (session) => await renewShares(session, kept.map(([accountId]) => accountId).toSorted(), this.#holder, until));
      for (const [, share] of kept) share.until = until;
    });
  }

  get #isAlone(): boolean {
    return this.#house.config.database.kind === 'sqlite';
  }

  #handsOf(accountId: string): Set<Claimed> {
    const hands = this.#inHand.get(accountId) ?? new Set();
    this.#inHand.set(accountId, hands);
    return hands;
  }

  async #mayOpen(account: SmtpAccount, rows: readonly ConnectionShareRow[]): Promise<boolean> {
    const { now } = this.#house;
    const most = mostOf(account);
    const others = rows.filter(({ holder }) => holder !== this.#holder).map(({ connections }) => connections);
    const share = this.#shares.get(account.id);
    const mine = share !== undefined && share.until > now() ? share.connections : 0;
    // Also where the account allows fewer than it did: those in hand end on the connections that they have.
    if (mine > most || hasTooMany(most, mine, others)) {
      if (this.#handsOf(account.id).size > 0) return false;
      await this.#giveBack(account.id);
    } else if (share !== undefined && mine > 0 && mine >= partBeside(most, others)) {
      share.usedAt = now();
      return true;
    }
    return await this.#take(account.id, most) > 0;
  }

  async #take(accountId: string, most: number): Promise<number> {
    const { storage, now } = this.#house;
    const until = now() + SHARE_MS;
    await storage.transaction(async (session) => await askForShare(session, accountId, this.#holder, until));
    const connections = await storage.transaction(async (session) => await takeShare(session, accountId, this.#holder, most, now(), until));
    this.#shares.set(accountId, { connections, until, usedAt: now() });
    return connections;
  }

  async #giveBack(accountId: string): Promise<void> {
    await this.#release(accountId);
    await this.#house.storage.transaction(async (session) => await giveShareBack(session, accountId, this.#holder));
    this.#shares.delete(accountId);
    this.#inHand.delete(accountId);
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => {});
    return await turn;
  }
}

const mostOf = ({ settings }: SmtpAccount): number => settings?.connectionsMax ?? CARRIAGE_DEFAULTS.connectionsMax;
