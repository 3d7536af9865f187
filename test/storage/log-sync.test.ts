import { closeSync, fstatSync, mkdirSync, mkdtempSync, openSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { parseDatabaseUrl } from '../../src/storage/address.js';
import { LogSync } from '../../src/storage/log-sync.js';
import type { Orm } from '../../src/storage/orm.js';
import { openOrm } from '../../src/storage/orm.js';
import { Storage } from '../../src/storage/storage.js';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'postroom-log-sync-'));
  file = join(folder, 'test.db');
  for (const name of [file, `${file}-wal`]) closeSync(openSync(name, 'w'));
});
afterEach(() => { rmSync(folder, { recursive: true }); });

/** A disk that answers when told. */
const slowDisk = () => {
  const syncs: { readonly descriptor: number; readonly done: () => void; readonly fail: (error: Error) => void }[] = [];
  const begun = async (count: number): Promise<void> => { while (syncs.length < count) await new Promise(setImmediate); };
  const sync = async (descriptor: number): Promise<void> => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    syncs.push({ descriptor, done: resolve, fail: reject });
    await promise;
  };
  return { syncs, begun, sync };
};

test('what was committed while a sync was under way waits for the next one, all together', async () => {
  const { syncs, begun, sync } = slowDisk();
  const log = new LogSync(file, sync);
  const reached: string[] = [];
  const wait = async (name: string): Promise<void> => { await log.reached(); reached.push(name); };
  const first = wait('first');
  await begun(1);
  const others = ['second', 'third'].map(wait);
  syncs[0]?.done();
  await first;
  await begun(2);
  expect(reached).toEqual(['first']);
  syncs[1]?.done();
  await Promise.all(others);
  expect([reached, syncs.length]).toEqual([['first', 'second', 'third'], 2]);
  await log.close();
});

test('it is the log beside the database that is synced', async () => {
  const log = new LogSync(file, async (descriptor) => { expect(fstatSync(descriptor).ino).toBe(statSync(`${file}-wal`).ino); });
  expect.assertions(1);
  await log.reached();
  await log.close();
});

test('where the database is a link, it is the log beside the file that it leads to', async () => {
  mkdirSync(join(folder, 'elsewhere'));
  const linked = join(folder, 'elsewhere', 'linked.db');
  symlinkSync(file, linked);
  closeSync(openSync(`${linked}-wal`, 'w'));
  expect.assertions(1);
  const log = new LogSync(linked, async (descriptor) => { expect(fstatSync(descriptor).ino).toBe(statSync(`${file}-wal`).ino); });
  await log.reached();
  await log.close();
});

test('a sync that takes far too long is told, until it is through', async () => {
  const { syncs, begun, sync } = slowDisk();
  const log = new LogSync(file, sync, 0);
  log.refuseIfStuck();
  const reached = log.reached();
  await begun(1);
  expect(() => { log.refuseIfStuck(); }).toThrow('The disk has not taken what was written');
  syncs[0]?.done();
  await reached;
  log.refuseIfStuck();
  await log.close();
});

test('closing waits for every sync that was asked for', async () => {
  const { syncs, begun, sync } = slowDisk();
  const log = new LogSync(file, sync);
  const both = [log.reached()];
  await begun(1);
  both.push(log.reached());
  let closed = false;
  const closing = log.close().then(() => { closed = true; });
  syncs[0]?.done();
  await begun(2);
  expect(closed).toBe(false);
  syncs[1]?.done();
  await Promise.all([...both, closing]);
  expect(closed).toBe(true);
});

test('a log that is not there is a fault, and closing goes on all the same', async () => {
  rmSync(`${file}-wal`);
  const log = new LogSync(file);
  await expect(log.reached()).rejects.toThrow('ENOENT');
  await log.close();
});

test('after a sync that failed nothing counts as written any more, though the next would succeed', async () => {
  const { syncs, begun, sync } = slowDisk();
  const log = new LogSync(file, sync);
  const first = log.reached();
  await begun(1);
  const second = log.reached();
  syncs[0]?.fail(new Error('EIO: i/o error, fdatasync'));
  await expect(first).rejects.toThrow('EIO');
  await expect(second).rejects.toThrow('EIO');
  await expect(log.reached()).rejects.toThrow('The disk did not take what was written (EIO: i/o error, fdatasync)');
  expect(syncs).toHaveLength(1);
  await log.close();
});

test('a transaction answers once its commit is on the disk, and after a fault none is begun and the health check says so', async () => {
  for (const name of [file, `${file}-wal`]) rmSync(name);
  const orm = await openOrm(parseDatabaseUrl(`sqlite:${file}`));
  const { syncs, begun, sync } = slowDisk();
  const log = new LogSync(file, sync);
  const storage = new Storage({ em: orm.em, migrator: orm.migrator, schema: orm.schema, sqlite: true, log, close: async () => await orm.close() } satisfies Orm);
  try {
    let answered = false;
    const first = storage.transaction(async (session) => await session.execute('create table noted (at integer)')).then(() => { answered = true; });
    await begun(1);
    expect(answered).toBe(false);
    syncs[0]?.done();
    await first;
    const second = storage.transaction(async (session) => await session.execute('insert into noted values (1)'));
    await begun(2);
    syncs[1]?.fail(new Error('EIO'));
    await expect(second).rejects.toThrow('EIO');
    let begunAgain = false;
    await expect(storage.transaction(async () => { begunAgain = true; })).rejects.toThrow('The disk did not take');
    await expect(storage.ping()).rejects.toThrow('The disk did not take');
    expect(begunAgain).toBe(false);
  } finally {
    await storage.close();
  }
});
