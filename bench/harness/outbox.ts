import Database from 'better-sqlite3';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Longer than a server that is not quite idle takes for its next commit. */
const STILL_MS = 500;

/** A look into Postroom's SQLite file from outside: what was stored counts, not what was answered. */
export class Outbox implements Disposable {
  readonly #database: Database.Database;

  constructor(folder: string) {
    this.#database = new Database(join(folder, 'postroom.db'), { readonly: true });
  }

  count(what: 'email' | 'attempt' | 'dispatch', where = '1'): number {
    const row = this.#database.prepare(`select count(*) as n from ${what} where ${where}`).get() as { n: number };
    return row.n;
  }

  /** Resolves when nothing more is stored: calls that nobody waits for any more would be carried out in the time of the next side. */
  async still(): Promise<void> {
    for (let [before, now] = [-1, this.count('email')]; now !== before; [before, now] = [now, this.count('email')]) await setTimeout(STILL_MS);
  }

  /** Resolves when nothing is left to be delivered. */
  async empty(): Promise<void> {
    const left = this.#database.prepare('select 1 from dispatch limit 1');
    while (left.get() !== undefined) await setTimeout(10);
  }

  [Symbol.dispose](): void {
    this.#database.close();
  }
}
