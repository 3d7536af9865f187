import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { BlobStore } from '../../src/storage/blob-store.js';

let folder: string;
let blobs: BlobStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'postroom-blobs-'));
  blobs = new BlobStore(join(folder, 'blobs'));
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
