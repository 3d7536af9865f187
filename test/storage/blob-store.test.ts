import { createHash } from 'node:crypto';
import { existsSync, fstatSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { Blob } from '../../src/storage/blob-store.js';
import { BlobStore } from '../../src/storage/blob-store.js';

let folder: string;
let blobs: BlobStore;
let entered: (Blob & { readonly hadFile: boolean })[];
const enter = async (blob: Blob): Promise<void> => { entered.push({ ...blob, hadFile: blobs.has(blob.sha256) }); };
beforeEach(() => {
  entered = [];
  folder = mkdtempSync(join(tmpdir(), 'postroom-blobs-'));
  blobs = new BlobStore(join(folder, 'blobs'), enter);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const files = (): string[] => readdirSync(join(folder, 'blobs'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));

test('what is put comes back byte for byte, under the SHA-256 of its content', async () => {
  const bytes = Buffer.from([0, 255, 13, 10, 0x1a, 0, 127]);
  const name = await blobs.put(bytes);
  expect(name).toBe(createHash('sha256').update(bytes).digest('hex'));
  expect(await blobs.get(name)).toEqual(bytes);
});

test('the same content is kept once, even put many times at once, and no draft stays behind', async () => {
  const bytes = Buffer.alloc(100_000, 'x');
  const names = await Promise.all(Array.from({ length: 8 }, async () => await blobs.put(bytes)));
  expect(new Set(names).size).toBe(1);
  expect(files()).toHaveLength(1);
});

test('an empty content is content too', async () => {
  expect(await blobs.get(await blobs.put(Buffer.alloc(0)))).toEqual(Buffer.alloc(0));
});

test('only the owner may read what is kept', async () => {
  await blobs.put(Buffer.from('private'));
  expect(files().map((file) => statSync(file).mode & 0o777)).toEqual([0o600]);
});

test('what is not there is an error, not an empty answer', async () => {
  await expect(blobs.get('0'.repeat(64))).rejects.toThrow('ENOENT');
  expect(existsSync(join(folder, 'blobs'))).toBe(false);
});

/** The inodes of what is synced while the work runs. */
const syncedBy = async (work: () => Promise<unknown>): Promise<Set<number>> => {
  const handle = await open(folder, 'r');
  const kind = Object.getPrototypeOf(handle) as FileHandle;
  await handle.close();
  const sync = Reflect.get(kind, 'sync');
  const inodes = new Set<number>();
  const spy = jest.spyOn(kind, 'sync').mockImplementation(async function record(this: FileHandle) {
    inodes.add(fstatSync(this.fd).ino);
    await sync.call(this);
  });
  try {
    await work();
  } finally {
    spy.mockRestore();
  }
  return inodes;
};

test('the name of a file is on the disk as its content is, with every folder above it that was made', async () => {
  const synced = await syncedBy(async () => await blobs.put(Buffer.from('kept')));
  const [file = ''] = files();
  for (const path of [file, dirname(file), join(folder, 'blobs'), folder]) expect(synced).toContain(statSync(path).ino);
});

test('content that is there already is on the disk too, though another may have put it a moment ago', async () => {
  await new BlobStore(join(folder, 'blobs'), enter).put(Buffer.from('kept'));
  const synced = await syncedBy(async () => await blobs.put(Buffer.from('kept')));
  const [file = ''] = files();
  for (const path of [dirname(file), join(folder, 'blobs')]) expect(synced).toContain(statSync(path).ino);
});

const chunks = async function* (...parts: readonly (string | Error)[]): AsyncGenerator<Buffer> {
  for (const part of parts) {
    if (part instanceof Error) throw part;
    yield Buffer.from(part);
  }
};

test('bytes that come one by one are kept as if they had come together', async () => {
  const { sha256, sizeBytes } = await blobs.take(chunks('one ', 'by ', 'one'));
  expect(sizeBytes).toBe(10);
  expect(await blobs.put(Buffer.from('one by one'))).toBe(sha256);
  expect(files()).toHaveLength(1);
});

test('bytes that stop in the middle leave nothing behind, and are in no register', async () => {
  await expect(blobs.take(chunks('half', new Error('hung up')))).rejects.toThrow('hung up');
  expect([files(), entered]).toEqual([[], []]);
});

test('content is in the register before its file has a name, and each time that it is put', async () => {
  const { sha256 } = await blobs.take(chunks('content'));
  await blobs.put(Buffer.from('content'));
  expect(entered).toEqual([{ sha256, sizeBytes: 7, hadFile: false }, { sha256, sizeBytes: 7, hadFile: true }]);
});

test('where the register fails no file is kept', async () => {
  const failing = new BlobStore(join(folder, 'blobs'), async () => { throw new Error('no database'); });
  await expect(failing.put(Buffer.from('content'))).rejects.toThrow('no database');
  expect(files()).toEqual([]);
});

test('what is removed is gone, and may be removed again', async () => {
  const name = await blobs.put(Buffer.from('content'));
  blobs.remove(name);
  expect(blobs.has(name)).toBe(false);
  blobs.remove(name);
});
