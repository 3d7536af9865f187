import { setTimeout } from 'node:timers/promises';
import { AuditEvent } from '../../domain/audit-event.js';
import { putAuditEvent } from '../../storage/audit.store.js';
import { collect, collectable } from '../../storage/blob-register.store.js';
import { configuration } from '../../storage/configuration.store.js';
import type { Session } from '../../storage/orm.js';
import type { Overdue } from '../../storage/retention.store.js';
import {
  expiredUploads, overdueCaptured, overdueContents, overdueEmails, purgeOverdue, removeCaptured, removeOverdue, removeUploads,
} from '../../storage/retention.store.js';
import type { House } from '../house.js';

const DAY_MS = 86_400_000;
/** In one transaction, so that nobody else waits long for it. */
const PORTION = 100;
/** Files are removed while their transaction is open and nothing else is done. */
const FILES_AT_ONCE = 10;
/** Between two portions, for those who were waiting meanwhile. */
const PAUSE_MS = 10;

/** What a run removed. */
export interface Removed {
  readonly contents: number;
  readonly emails: number;
  readonly capturedEmails: number;
  readonly uploads: number;
  readonly files: number;
}

/** One run: what it removed so far, and the audit event that says so, which grows with each portion, in its transaction. */
class Run {
  removed: Removed = { contents: 0, emails: 0, capturedEmails: 0, uploads: 0, files: 0 };
  readonly #house: House;
  readonly #goesOn: () => Promise<boolean>;
  readonly #id: string;
  readonly now: number;

  constructor(house: House, goesOn: () => Promise<boolean>) {
    this.#house = house;
    this.#goesOn = goesOn;
    this.#id = house.newId();
    this.now = house.now();
  }

  /** One portion. False where the run is to end. */
  async portion(what: keyof Removed, remove: (session: Session) => Promise<number>): Promise<boolean> {
    if (!await this.#goesOn()) return false;
    this.removed = await this.#house.storage.transaction(async (session) => {
      const count = await remove(session);
      const removed = { ...this.removed, [what]: this.removed[what] + count };
      if (count > 0) await putAuditEvent(session, this.#event(removed));
      return removed;
    });
    await setTimeout(PAUSE_MS);
    return true;
  }

  /** Portion by portion, from the oldest on, to the end of what is overdue. */
  async walk(what: keyof Removed, find: (after: string) => Promise<Overdue>, remove: (session: Session, ids: readonly string[]) => Promise<number>): Promise<void> {
    for (let after: string | null = ''; after !== null;) {
      const { ids, next }: Overdue = await find(after);
      if (ids.length > 0 && !await this.portion(what, async (session) => await remove(session, ids))) return;
      after = next;
    }
  }

  /** As {@link walk}, of what is found by asking again, since it is gone when it was removed. */
  async drain(what: keyof Removed, find: () => Promise<readonly string[]>, remove: (session: Session, ids: readonly string[]) => Promise<number>): Promise<void> {
    for (let found = await find(); found.length > 0; found = await find()) {
      const ids = found;
      if (!await this.portion(what, async (session) => await remove(session, ids))) return;
    }
  }

  #event(removed: Removed): AuditEvent {
    return new AuditEvent({
      id: this.#id, at: this.now, actorKind: 'SYSTEM', actorName: 'Postroom', action: 'PURGED', subject: 'INSTALLATION', subjectName: 'Retention',
      changes: Object.entries(removed).filter(([, count]) => count > 0).map(([field, count]) => ({ field, before: null, after: String(count) })),
    });
  }
}

/**
 * Removes what is kept no longer: contents, captured emails and whole emails whose days are over, uploads that expired, and
 * then files that nothing names any more. In small transactions, each with its audit; `goesOn` is asked before each, and a run
 * that ends early is taken up by the next.
 */
export const cleanUp = async (house: House, goesOn: () => Promise<boolean>): Promise<Removed> => {
  const run = new Run(house, goesOn);
  const { now } = run;
  const reading = () => house.storage.read();
  const { contentRetentionDays, emailRetentionDays } = await configuration(reading());
  if (contentRetentionDays !== null) {
    const before = now - contentRetentionDays * DAY_MS;
    await run.walk('contents', async (after) => await overdueContents(reading(), before, after, PORTION), async (session, ids) => await purgeOverdue(session, ids, before, now));
    await run.walk('capturedEmails', async (after) => await overdueCaptured(reading(), before, after, PORTION), async (session, ids) => await removeCaptured(session, ids, now));
  }
  if (emailRetentionDays !== null) {
    const before = now - emailRetentionDays * DAY_MS;
    await run.walk('emails', async (after) => await overdueEmails(reading(), before, after, PORTION), async (session, ids) => await removeOverdue(session, ids, before, now));
  }
  await run.drain('uploads', async () => await expiredUploads(reading(), now, PORTION), async (session, ids) => await removeUploads(session, ids, now));
  await run.drain('files', async () => await collectable(reading(), now, FILES_AT_ONCE),
    async (session, sha256s) => await collect(session, sha256s, now, (sha256) => house.blobs.remove(sha256)));
  await house.blobs.removeDrafts(now - DAY_MS);
  return run.removed;
};
