import { CompiledQuery } from 'kysely';
import type { OutboxEntry } from './outbox-entry.js';
import type { Session } from './orm.js';
import { outbox } from './outbox.js';
import type { OutboxTables } from './outbox-tables.js';

/** SQLite takes 32,766 variables in a statement (https://www.sqlite.org/limits.html), MySQL 65,535. */
const VARIABLES_AT_MOST = 30_000;
/** MariaDB takes a statement of 16 MiB where nobody raised `max_allowed_packet`; a character is at most 3 octets, and quoting may double it. */
const CHARACTERS_AT_MOST = 2 * 1_048_576;

const sizeOf = (row: object): number => Object.values(row).reduce<number>((sum, value: unknown) => sum + (typeof value === 'string' ? value.length : 8), 0);

/** The rows in runs that fit one statement each; a single row that is larger stands alone. */
const statements = <T extends object>(rows: readonly T[]): T[][] => {
  const columns = Math.max(1, Object.keys(rows[0] ?? {}).length);
  const runs: T[][] = [];
  let characters = 0;
  for (const row of rows) {
    const size = sizeOf(row);
    const run = runs.at(-1);
    if (run !== undefined && (run.length + 1) * columns <= VARIABLES_AT_MOST && characters + size <= CHARACTERS_AT_MOST) {
      run.push(row);
      characters += size;
    } else {
      runs.push([row]);
      characters = size;
    }
  }
  return runs;
};

/** Texts of statements by table, columns and number of rows: to put one together costs as much as to run it. */
const texts = new Map<string, string>();
const TEXTS_KEPT = 500;

/** Identifiers stand in backticks, which MySQL wants and SQLite takes (https://www.sqlite.org/lang_keywords.html). */
const textFor = (table: string, columns: readonly string[], count: number): string => {
  const key = `${table} ${count} ${columns.join()}`;
  const known = texts.get(key);
  if (known !== undefined) return known;
  const row = `(${columns.map(() => '?').join(', ')})`;
  const text = `insert into \`${table}\` (${columns.map((column) => `\`${column}\``).join(', ')}) values ${Array.from({ length: count }, () => row).join(', ')}`;
  if (texts.size >= TEXTS_KEPT) texts.clear();
  texts.set(key, text);
  return text;
};

/** Writes rows that all have the same columns by multi-row inserts: an entity flush halves the rate, a query builder takes a fifth. */
export const insertRows = async <Table extends keyof OutboxTables>(session: Session, table: Table, rows: readonly OutboxTables[Table][]): Promise<void> => {
  const columns = Object.keys(rows[0] ?? {}) as (keyof OutboxTables[Table] & string)[];
  for (const run of statements(rows)) {
    const values = run.flatMap((row) => columns.map((column) => row[column]));
    await outbox(session).executeQuery(CompiledQuery.raw(textFor(table, columns, run.length), values));
  }
};

/** Writes the rows of emails. */
export const insertEntries = async (session: Session, entries: readonly OutboxEntry[]): Promise<void> => {
  await insertRows(session, 'email', entries.map(({ email }) => email));
  await insertRows(session, 'email_body', entries.map(({ body }) => body));
  await insertRows(session, 'email_attachment', entries.flatMap(({ attachments }) => attachments));
  await insertRows(session, 'recipient', entries.flatMap(({ recipients }) => recipients));
  await insertRows(session, 'dispatch', entries.map(({ dispatch }) => dispatch));
};
