import type { OutboxEntry } from './outbox-entry.js';
import type { Session } from './orm.js';
import type { OutboxTables } from './outbox-tables.js';

/** SQLite takes 32,766 variables in a statement (https://www.sqlite.org/limits.html), MySQL 65,535. */
const VARIABLES_AT_MOST = 30_000;
/** MariaDB takes a statement of 16 MiB where nobody raised `max_allowed_packet`; quoting may double a text. */
const TEXT_BYTES_AT_MOST = 4 * 1_048_576;

const sizeOf = (row: object): number => Object.values(row)
  .reduce<number>((sum, value: unknown) => sum + (typeof value === 'string' ? Buffer.byteLength(value) : 8), 0);

/** The rows in runs that fit one statement each; a single row that is larger stands alone. */
const statements = <T extends object>(rows: readonly T[]): T[][] => {
  const columns = Math.max(1, Object.keys(rows[0] ?? {}).length);
  const runs: T[][] = [];
  let bytes = 0;
  for (const row of rows) {
    const size = sizeOf(row);
    const run = runs.at(-1);
    if (run !== undefined && (run.length + 1) * columns <= VARIABLES_AT_MOST && bytes + size <= TEXT_BYTES_AT_MOST) {
      run.push(row);
      bytes += size;
    } else {
      runs.push([row]);
      bytes = size;
    }
  }
  return runs;
};

/** Writes the rows of emails by multi-row inserts; an entity flush halves the rate. */
export const insertEntries = async (session: Session, entries: readonly OutboxEntry[]): Promise<void> => {
  const db = session.getKysely<OutboxTables>();
  for (const run of statements(entries.map(({ email }) => email))) await db.insertInto('email').values(run).execute();
  for (const run of statements(entries.map(({ body }) => body))) await db.insertInto('email_body').values(run).execute();
  for (const run of statements(entries.flatMap(({ attachments }) => attachments))) await db.insertInto('email_attachment').values(run).execute();
  for (const run of statements(entries.flatMap(({ recipients }) => recipients))) await db.insertInto('recipient').values(run).execute();
  for (const run of statements(entries.map(({ dispatch }) => dispatch))) await db.insertInto('dispatch').values(run).execute();
};
