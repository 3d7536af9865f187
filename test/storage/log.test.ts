import { readFileSync, mkdtempSync, openSync, closeSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { openLog, serialiseError } from '../../src/log.js';
import { parseDatabaseUrl } from '../../src/storage/address.js';
import { openOrm } from '../../src/storage/orm.js';
import { Storage } from '../../src/storage/storage.js';
import { testDatabase } from '../support/database.js';
import { reachableBackEnds } from '../support/reachable.js';

const BODY = 'Dear Mrs Body,\n    at noon (no:1:2)\n your hash is $argon2id$';
const STATEMENT = `insert into email_body values ('${BODY}')`;

/** As mysql2 makes them. */
const ofMysql2 = (): Error => Object.assign(new Error(`Data too long: ${BODY}`), {
  code: 'ER_DATA_TOO_LONG', errno: 1406, sqlState: '22001', sqlMessage: `Data too long: ${BODY}`, sql: STATEMENT,
});
/** As MikroORM wraps them: every field copied, and the statement before the words. */
const ofMikroOrm = (): Error => {
  const previous = ofMysql2();
  return Object.assign(new Error(`${STATEMENT} - ${previous.message}`, { cause: previous }), { ...Object.fromEntries(Object.entries(previous)), name: 'DriverException', raw: previous });
};

/** All that a log writes of an error. */
const written = (error: unknown): string => {
  const folder = mkdtempSync(join(tmpdir(), 'postroom-log-'));
  const file = join(folder, 'log');
  const descriptor = openSync(file, 'w');
  openLog('info', descriptor).error({ err: error }, 'An operation failed');
  closeSync(descriptor);
  const text = readFileSync(file, 'utf8');
  rmSync(folder, { recursive: true });
  return text;
};

test.each<[string, () => unknown]>([
  ['of mysql2', ofMysql2],
  ['of MikroORM', ofMikroOrm],
  ['with a statement that failed as its cause', () => new Error(`Cannot flush: ${STATEMENT}`, { cause: new Error(STATEMENT, { cause: ofMysql2() }) })],
  ['among several', () => new AggregateError([new Error('another'), ofMikroOrm()], STATEMENT)],
  ['in one of GraphQL', () => new GraphQLError(STATEMENT, { originalError: ofMikroOrm() })],
  ['of SQLite', () => Object.assign(new Error(STATEMENT), { code: 'SQLITE_CONSTRAINT' })],
  ['with its query beside it', () => Object.assign(new Error('failed'), { query: STATEMENT, parameters: [BODY] })],
])('no log shows the values of a statement, in an error %s', (_name, made) => {
  const text = written(made());
  expect(text).not.toMatch(/Body|noon|argon2id|insert into/);
  expect(text).toContain('log.test.ts');
});

test('the codes of the database stay, for whoever looks for the fault', () => {
  expect(serialiseError(ofMikroOrm())).toMatchObject({ code: 'ER_DATA_TOO_LONG', errno: 1406, message: 'The database failed: ER_DATA_TOO_LONG 1406' });
});

test('other errors keep their words, codes and causes, and no field else', () => {
  const error = Object.assign(new TypeError('no route', { cause: new Error('why') }), { code: 'EHOSTUNREACH', errno: -113, payload: BODY });
  const { stack, ...logged } = serialiseError(error);
  expect(stack).toMatch(/^\s+at /);
  expect(logged).toMatchObject({ type: 'TypeError', message: 'no route', code: 'EHOSTUNREACH', errno: -113, cause: { message: 'why' } });
  expect(Object.keys(logged)).not.toContain('payload');
});

test('an error that is its own cause comes to an end, and what is no error is named', () => {
  const error = new Error('round') as Error & { cause: unknown };
  error.cause = error;
  expect(written(error)).toContain('round');
  expect(serialiseError('thrown words')).toMatchObject({ type: 'string', message: 'thrown words' });
  expect(serialiseError(undefined)).toMatchObject({ type: 'undefined', message: '' });
});

test.each((await reachableBackEnds()).map((kind) => [kind] as const))('a real statement that fails on %s leaves no value in the log', async (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'postroom-storage-'));
  const database = await testDatabase(folder, kind);
  const storage = new Storage(await openOrm(parseDatabaseUrl(database.url)));
  try {
    await storage.migrate();
    const failed = await storage.transaction(async (session) => {
      await session.execute('create table letter (body varchar(60) not null check (length(body) < 50))');
      await session.execute('insert into letter (body) values (?)', [`${BODY}${'x'.repeat(60)}`]);
    }).then(() => null, (error: unknown) => error);
    expect(failed).toBeInstanceOf(Error);
    expect(written(failed)).not.toMatch(/Body|noon|argon2id|xxxx|insert into/);
    expect(serialiseError(failed).code).toMatch(/^(ER_|SQLITE_)/);
  } finally {
    await storage.close();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  }
});
