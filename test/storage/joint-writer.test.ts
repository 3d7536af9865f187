import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parseDatabaseUrl } from '../../src/storage/address.js';
import { JointWriter } from '../../src/storage/joint-writer.js';
import { openOrm } from '../../src/storage/orm.js';
import { Storage } from '../../src/storage/storage.js';

const folder = mkdtempSync(join(tmpdir(), 'postroom-writer-'));
let storage: Storage;
beforeAll(async () => { storage = new Storage(await openOrm(parseDatabaseUrl(`sqlite:${folder}/test.db`))); });
afterAll(async () => {
  await storage.close();
  rmSync(folder, { recursive: true });
});

/** A writer whose transactions are written down: which jobs each held, in order. */
const written = () => {
  const transactions: string[][] = [];
  const noting = Object.create(storage, { commit: { value: async (work: Parameters<Storage['commit']>[0]) => {
    transactions.push([]);
    return await storage.commit(work);
  } } }) as Storage;
  const writer = new JointWriter(noting);
  const line = (patienceMs: number, jobs = 1) => writer.line({
    patienceMs, sizeOf: () => ({ jobs, bytes: 0 }),
    write: async (_session, names: readonly string[]) => {
      transactions.at(-1)?.push(...names);
      return names;
    },
  });
  return { line, transactions };
};

test('who cannot wait is not held up by who can', async () => {
  const { line, transactions } = written();
  const [patient, hurried] = [line(2_000), line(0)];
  const settled = patient('a settlement');
  await hurried('a mark');
  expect(transactions).toEqual([['a mark']]);
  expect(await settled).toBe('a settlement');
});

test('who could wait, and has, is written together', async () => {
  const { line, transactions } = written();
  const patient = line(5);
  expect(await Promise.all(['one', 'another'].map(patient))).toEqual(['one', 'another']);
  expect(transactions).toEqual([['one', 'another']]);
});

test('who is in a hurry at the same time goes in one transaction, in the order of the lines', async () => {
  const { line, transactions } = written();
  const [first, second] = [line(0), line(0)];
  await Promise.all([second('a mark'), first('an email'), second('another mark')]);
  expect(transactions).toEqual([['an email', 'a mark', 'another mark']]);
});

test('of a line that wants small transactions no more go into one', async () => {
  const transactions: number[] = [];
  const line = new JointWriter(storage).line({ patienceMs: 0, jobsAtMost: 25, write: async (_session, jobs: readonly number[]) => {
    transactions.push(jobs.length);
    return jobs;
  } });
  const jobs = Array.from({ length: 60 }, (_, at) => at);
  expect(await Promise.all(jobs.map(line))).toEqual(jobs);
  expect(transactions).toEqual([25, 25, 10]);
});

test('an answer waits for the disk, the next transaction does not', async () => {
  const disk = Promise.withResolvers<void>();
  const happened: string[] = [];
  const slow = Object.create(storage, { commit: { value: async (work: Parameters<Storage['commit']>[0]) =>
    ({ ...await storage.commit(work), durable: disk.promise }) } }) as Storage;
  const line = new JointWriter(slow).line({ patienceMs: 0, jobsAtMost: 1, write: async (_session, names: readonly string[]) => {
    happened.push(...names.map((name) => `${name} written`));
    if (names.includes('second')) disk.resolve();
    return names;
  } });
  await Promise.all(['first', 'second'].map(async (name) => happened.push(`${await line(name)} answered`)));
  expect(happened).toEqual(['first written', 'second written', 'first answered', 'second answered']);
});

test('where the disk does not take it, those who are in it are told', async () => {
  const broken = Object.create(storage, { commit: { value: async (work: Parameters<Storage['commit']>[0]) =>
    ({ ...await storage.commit(work), durable: Promise.reject(new Error('EIO')) }) } }) as Storage;
  const line = new JointWriter(broken).line({ patienceMs: 0, write: async (_session, jobs: readonly string[]) => jobs });
  await expect(line('one')).rejects.toThrow('EIO');
});

test('who has waited long enough is written without company', async () => {
  const { line, transactions } = written();
  await line(5)('alone');
  expect(transactions).toEqual([['alone']]);
});

test('a line that could fill every transaction leaves room for the others in turn', async () => {
  const { line, transactions } = written();
  const [greedy, modest] = [line(0, 500), line(0)];
  const order: string[] = [];
  await Promise.all([
    ...Array.from({ length: 6 }, async (_, at) => order.push(await greedy(`much ${at}`))), modest('little').then((name) => order.push(name)),
  ]);
  expect(order.indexOf('little')).toBeLessThan(3);
  expect(transactions.flat()).toHaveLength(7);
});

test('what throws takes its own job down and no other', async () => {
  const writer = new JointWriter(storage);
  const line = writer.line({ patienceMs: 0, write: async (_session, jobs: readonly number[]) => {
    if (jobs.includes(2)) throw new Error('two');
    return jobs;
  } });
  const ends = await Promise.allSettled([1, 2, 3].map(line));
  expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});
