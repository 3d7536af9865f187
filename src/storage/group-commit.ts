import { addAuditEvent } from './audit.store.js';
import { linkableBlobs } from './blob-register.store.js';
import { keyBook } from './idempotency.store.js';
import type { JointWriter } from './joint-writer.js';
import type { Session } from './orm.js';
import type { OutboxEntry, Posted, Posting } from './outbox-entry.js';
import { insertEntries } from './outbox-insert.js';
import { postingWorld, registerArea } from './posting-world.js';
import { markUsed } from './upload.store.js';

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
    posted.push({ kind: 'WRITTEN', id: draft.email.id, row: draft.email });
    if (draft.discovered === null || registered.has(draft.discovered.area.code)) continue;
    registered.add(draft.discovered.area.code);
    await registerArea(session, draft.discovered.area);
    addAuditEvent(session, draft.discovered.event);
  }
  await insertEntries(session, entries);
  await markUsed(session, uploadIds);
  return posted;
};

/** What the postings of each call came to, in the order of the calls. */
const byCall = (calls: readonly (readonly Posting[])[], posted: readonly Posted[]): Posted[][] => {
  let at = 0;
  return calls.map(({ length }) => posted.slice(at, at += length));
};

/**
 * Writes emails for many callers at a time, so that a busy system pays for one commit per group and an idle one waits for
 * nothing; each call is answered after the commit that holds its emails. A key that is in use is found by looking before
 * writing, also between two calls of one group, and harms nobody else.
 */
export class GroupCommit {
  readonly #post: (postings: readonly Posting[]) => Promise<Posted[]>;

  constructor(writer: JointWriter) {
    this.#post = writer.line({
      patienceMs: 0,
      sizeOf: (postings: readonly Posting[]) => ({ jobs: postings.length, bytes: postings.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) }),
      write: async (session, calls) => byCall(calls, await writeGroup(session, calls.flat())),
    });
  }

  /** Writes the emails of one call, all in the same transaction; answers one by one, in order. */
  async post(postings: readonly Posting[]): Promise<Posted[]> {
    return postings.length === 0 ? [] : await this.#post(postings);
  }
}
