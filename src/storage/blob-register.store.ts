import type { Blob } from './blob-store.js';
import type { Session } from './orm.js';
import { held, shared, outbox, outboxToRead } from './outbox.js';

/**
 * The register of kept content: a row for each file in the blob store, under whose lock the file is linked and removed.
 *
 * 1. {@link enterBlobs}: before a file gets its name its row is there, to be collected after a grace time.
 * 2. {@link linkableBlobs}: who is about to name content in a row holds its register row shared until the commit, and sees
 *    that the file is there.
 * 3. {@link letGo}: who removes a row that names content has it looked at, in the same transaction.
 * 4. {@link collect}: who looks holds the register row exclusively, and removes file and row while nothing names it.
 *
 * So whoever commits a row that names content knows that its file is there, and stays: 4 waits for 2 to commit and then
 * finds the row, or 2 waits for 4 and finds the register row gone. No clock decides that.
 */

/** For content that was put to be named by something; ten thousand times what that takes. */
const GRACE_MS = 3_600_000;

/** Enters content that is about to be put. Content that is named already costs a look, and no write. */
export const enterBlobs = async (session: Session, blobs: readonly Blob[], now: number): Promise<void> => {
  const db = outbox(session);
  const wanted = new Map(blobs.map((blob) => [blob.sha256, blob]));
  const known = await db.selectFrom('kept_blob').where('sha256', 'in', [...wanted.keys()]).select(['sha256', 'collect_at']).execute();
  const late = known.filter(({ collect_at: collectAt }) => collectAt !== null && collectAt < now + GRACE_MS / 2).map(({ sha256 }) => sha256);
  if (late.length > 0) await db.updateTable('kept_blob').set({ collect_at: now + GRACE_MS }).where('sha256', 'in', late.toSorted()).execute();
  // A collector may have removed some between the look and the change, which then holds those that are left.
  const left = late.length === 0 ? [] : await held(session, db.selectFrom('kept_blob').where('sha256', 'in', late).orderBy('sha256').select('sha256')).execute();
  const standing = new Set(left.map(({ sha256 }) => sha256));
  for (const { sha256 } of known) if (standing.has(sha256) || !late.includes(sha256)) wanted.delete(sha256);
  if (wanted.size === 0) return;
  await db.insertInto('kept_blob').values([...wanted.values()].toSorted((one, other) => (one.sha256 < other.sha256 ? -1 : 1))
    .map(({ sha256, sizeBytes }) => ({ sha256, size_bytes: sizeBytes, collect_at: now + GRACE_MS }))).execute();
};

/** Those of some contents that may be named by a row of this transaction: they stay until it ends. */
export const linkableBlobs = async (session: Session, sha256s: readonly string[], hasFile: (sha256: string) => boolean): Promise<Set<string>> => {
  if (sha256s.length === 0) return new Set();
  const rows = await shared(session, outbox(session).selectFrom('kept_blob').where('sha256', 'in', [...new Set(sha256s)])
    .orderBy('sha256').select('sha256')).execute();
  return new Set(rows.map(({ sha256 }) => sha256).filter(hasFile));
};

/** Has content looked at, of which rows that named it were removed in this transaction. */
export const letGo = async (session: Session, sha256s: readonly string[], now: number): Promise<void> => {
  if (sha256s.length === 0) return;
  await outbox(session).updateTable('kept_blob').set({ collect_at: now }).where('sha256', 'in', [...new Set(sha256s)].toSorted())
    .where('collect_at', 'is', null).execute();
};

/** Content that is to be looked at, longest due first. */
export const collectable = async (session: Session, now: number, limit: number): Promise<string[]> =>
  (await outboxToRead(session).selectFrom('kept_blob').where('collect_at', '<=', now).orderBy('collect_at').limit(limit).select('sha256').execute())
    .map(({ sha256 }) => sha256);

const named = async (session: Session, sha256s: readonly string[]): Promise<Set<string>> => {
  const db = outbox(session);
  const rows = [
    ...await db.selectFrom('email_attachment').where('sha256', 'in', sha256s).select('sha256').distinct().execute(),
    ...await db.selectFrom('upload').where('sha256', 'in', sha256s).select('sha256').distinct().execute(),
    ...await db.selectFrom('captured_email').where('sha256', 'in', sha256s).select('sha256').distinct().execute(),
  ];
  return new Set(rows.map(({ sha256 }) => sha256));
};

/**
 * Removes those of some contents that nothing names, their files by `remove`, and stops looking at the others; answers how many
 * it removed. A transaction that fails after a file went leaves a register row that nothing names: it is looked at again.
 */
export const collect = async (session: Session, sha256s: readonly string[], now: number, remove: (sha256: string) => void): Promise<number> => {
  if (sha256s.length === 0) return 0;
  const db = outbox(session);
  const rows = await held(session, db.selectFrom('kept_blob').where('sha256', 'in', sha256s).where('collect_at', '<=', now)
    .orderBy('sha256').select('sha256')).execute();
  const found = rows.map(({ sha256 }) => sha256);
  if (found.length === 0) return 0;
  const needed = await named(session, found);
  const unneeded = found.filter((sha256) => !needed.has(sha256));
  if (needed.size > 0) await db.updateTable('kept_blob').set({ collect_at: null }).where('sha256', 'in', [...needed].toSorted()).execute();
  for (const sha256 of unneeded) remove(sha256);
  if (unneeded.length > 0) await db.deleteFrom('kept_blob').where('sha256', 'in', unneeded).execute();
  return unneeded.length;
};
