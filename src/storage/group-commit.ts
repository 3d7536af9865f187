import { setImmediate } from 'node:timers/promises';
import { addAuditEvent } from './audit.store.js';
import { linkableBlobs } from './blob-register.store.js';
import { keyBook } from './idempotency.store.js';
import type { Session } from './orm.js';
import type { OutboxEntry, Posted, Posting } from './outbox-entry.js';
import { insertEntries } from './outbox-insert.js';
import { postingWorld, registerArea } from './posting-world.js';
import type { Storage } from './storage.js';
import { isUndone } from './storage.js';
import { markUsed } from './upload.store.js';

/** One call of {@link GroupCommit.post} that waits for its commit. */
interface Waiting {
  readonly postings: readonly Posting[];
  readonly answer: (posted: Posted[]) => void;
  readonly fail: (error: unknown) => void;
}

const EMAILS_AT_MOST = 500;
const BYTES_AT_MOST = 32 * 1_048_576;

/** The postings whose files may be named in this transaction; what has none costs nothing. */
const withFiles = async (session: Session, postings: readonly Posting[]): Promise<Set<Posting>> => {
  const wanted = postings.flatMap(({ files }) => files ?? []);
  const [first] = wanted;
  if (first === undefined) return new Set(postings);
  const linkable = await linkableBlobs(session, wanted.flatMap(({ sha256s }) => sha256s), first.hasFile);
  return new Set(postings.filter(({ files }) => (files?.sha256s ?? []).every((sha256) => linkable.has(sha256))));
};

const writeGroup = async (session: Session, postings: readonly Posting[]): Promise<Posted[]> => {
  const book = await keyBook(session, postings.flatMap(({ idempotency }) => idempotency ?? []));
  const world = await postingWorld(session, {
    areas: [...new Set(postings.flatMap(({ area }) => area ?? []))],
    accountIds: postings.flatMap(({ pinnedAccountId }) => pinnedAccountId ?? []),
  });
  const whole = await withFiles(session, postings);
  const entries: OutboxEntry[] = [];
  const uploadIds: string[] = [];
  const registered = new Set<string>();
  const posted: Posted[] = [];
  for (const posting of postings) {
    const first = posting.idempotency === null ? null : book.find(posting.idempotency);
    if (first !== null) {
      posted.push(first.hash === posting.idempotency?.hash ? { kind: 'KNOWN', id: first.id } : { kind: 'MISMATCH' });
      continue;
    }
    if (!whole.has(posting)) {
      posted.push({ kind: 'FILES_GONE' });
      continue;
    }
    const draft = posting.draft(world);
    if (!('email' in draft)) {
      posted.push({ kind: 'REFUSED', faults: draft });
      continue;
    }
    if (posting.idempotency !== null) book.enter(posting.idempotency, draft.email.id);
    entries.push(draft);
    uploadIds.push(...posting.files?.uploadIds ?? []);
    if (draft.event !== null) addAuditEvent(session, draft.event);
    posted.push({ kind: 'WRITTEN', id: draft.email.id });
    if (draft.discovered === null || registered.has(draft.discovered.area.code)) continue;
    registered.add(draft.discovered.area.code);
    await registerArea(session, draft.discovered.area);
    addAuditEvent(session, draft.discovered.event);
  }
  await insertEntries(session, entries);
  await markUsed(session, uploadIds);
  return posted;
};

/**
 * Writes emails for many callers at a time. While one transaction is on its way, whoever comes next waits and joins the
 * one after it, so that a busy system pays for one commit per group and an idle one waits for nothing. Each call is
 * answered after the commit that holds its emails, and never before.
 *
 * A key that is in use is found by looking before writing, also between two calls of one group, and harms nobody else.
 * When a group fails all the same, and certainly nothing of it is kept, each call is done by itself, so that a fault
 * reaches only the one that brought it. When the commit itself fails and may have come about, every call gets the error.
 */
export class GroupCommit {
  readonly #storage: Storage;
  readonly #waiting: Waiting[] = [];
  #writing = false;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /** Writes the emails of one call, all in the same transaction; answers one by one, in order. */
  async post(postings: readonly Posting[]): Promise<Posted[]> {
    if (postings.length === 0) return [];
    const { promise, resolve, reject } = Promise.withResolvers<Posted[]>();
    this.#waiting.push({ postings, answer: resolve, fail: reject });
    if (!this.#writing) void this.#writeAll();
    return await promise;
  }

  /** Never rejects: whatever goes wrong is the answer of a call. */
  async #writeAll(): Promise<void> {
    this.#writing = true;
    do {
      // SQLite answers within the turn of the event loop: without this pause, no second caller would ever be heard.
      await setImmediate();
      const group = this.#nextGroup();
      await this.#writeGroup(group);
    } while (this.#waiting.length > 0);
    this.#writing = false;
  }

  #nextGroup(): Waiting[] {
    let emails = 0;
    let bytes = 0;
    const fitting = this.#waiting.findIndex(({ postings }) => {
      emails += postings.length;
      bytes += postings.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
      return emails > EMAILS_AT_MOST || bytes > BYTES_AT_MOST;
    });
    return this.#waiting.splice(0, fitting < 0 ? this.#waiting.length : Math.max(1, fitting));
  }

  async #writeGroup(group: readonly Waiting[]): Promise<void> {
    const work = { done: false };
    try {
      const posted = await this.#storage.transaction(async (session) => {
        work.done = false;
        const written = await writeGroup(session, group.flatMap(({ postings }) => postings));
        await session.flush();
        work.done = true;
        return written;
      });
      let at = 0;
      for (const { postings, answer } of group) answer(posted.slice(at, at += postings.length));
    } catch (error) {
      // Once only the commit was left, an error does not tell whether it came about; written anew, all would go out twice.
      const mayStand = work.done && !isUndone(error);
      if (group.length === 1 || mayStand) for (const { fail } of group) fail(error);
      else for (const one of group) await this.#writeGroup([one]);
    }
  }
}
