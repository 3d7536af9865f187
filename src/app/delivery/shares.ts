import type { SmtpAccount } from '../../domain/account.js';
import { CARRIAGE_DEFAULTS } from '../../domain/carriage-settings.js';
import type { Engine } from '../../engine/engine.js';
import { accountsToRead } from '../../storage/account.store.js';
import type { Session } from '../../storage/orm.js';

/**
 * Of one account, claimed and offered, for each process. What an account has beyond half of it does not count in the window, nor does the
 * rest of it then: servers that hang, however many, leave the window to the others. So all in hand is bounded by accounts.
 */
const OF_ACCOUNT = 100;
/**
 * For each connection that an account is allowed: with fewer they would run dry between two looks. More would be a longer line before a
 * newcomer of the same account, and the line is as long as so many emails take one after the other.
 */
const OF_CONNECTION = 4;
/** Of one account while the others fill the window: each account always gets as much as keeps its connections busy. */
const OF_ACCOUNT_IN_A_CROWD = 20;

const connectionsOf = (account: SmtpAccount | undefined): number => account?.settings?.connectionsMax ?? CARRIAGE_DEFAULTS.connectionsMax;

/** How much of the window an account may fill. `ordinary` holds for what is not in the map. */
export interface Shares { readonly ordinary: number; readonly ofAccount: ReadonlyMap<string, number> }

/** The shares of all that have some in hand; looked up only for those that may be owed more than the ordinary one. */
export const sharesOf = async (session: Session, counts: ReadonlyMap<string, number>, engine: Pick<Engine, 'takers' | 'window'>): Promise<Shares> => {
  const ordinary = OF_ACCOUNT * engine.takers;
  const accounts = await accountsToRead(session, [...counts].flatMap(([key, count]) => (count > ordinary / 2 ? [key] : [])));
  return { ordinary, ofAccount: new Map([...accounts].map(([id, account]) => [id, Math.max(ordinary, Math.min(OF_CONNECTION * connectionsOf(account), engine.window / 2))])) };
};

/** What may be filled now, account by account, and how many in all. What is taken is added to the counts that it was made with. */
export class Room {
  readonly #counts: Map<string, number>;
  readonly #shares: Shares;
  readonly #inACrowd: number | null;
  /** Emails that may be added. */
  readonly left: number;
  /** Who has more than half of a share: it is filled up in one go when that is free. */
  readonly full: readonly string[];

  constructor(counts: Map<string, number>, shares: Shares, { takers, window }: Pick<Engine, 'takers' | 'window'>) {
    this.#counts = counts;
    this.#shares = shares;
    const moving = [...counts].reduce((sum, [key, count]) => (count <= this.#whole(key) / 2 ? sum + count : sum), 0);
    this.#inACrowd = moving > window / 2 ? OF_ACCOUNT_IN_A_CROWD * takers : null;
    this.left = Math.max(window - moving, window / 2);
    this.full = [...counts].flatMap(([key, count]) => (count > this.#shareOf(key) / 2 ? [key] : []));
  }

  /** Adds one where its account has room for it. */
  take(key: string): boolean {
    const count = this.#counts.get(key) ?? 0;
    if (count >= this.#shareOf(key)) return false;
    this.#counts.set(key, count + 1);
    return true;
  }

  #whole(key: string): number {
    return this.#shares.ofAccount.get(key) ?? this.#shares.ordinary;
  }

  #shareOf(key: string): number {
    return this.#inACrowd ?? this.#whole(key);
  }
}
