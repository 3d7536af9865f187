import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { addKeyToFile, ringFromFile } from '../../src/storage/key-file.js';

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'postroom-keys-')); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const modes = (): number[] => readdirSync(folder).map((file) => statSync(join(folder, file)).mode & 0o777);

test('the first start makes one key of 32 bytes, which every later start finds', () => {
  const made = ringFromFile(folder);
  expect(made.map(({ key }) => key.length)).toEqual([32]);
  expect(ringFromFile(folder)).toEqual(made);
});

test('only its owner may read the key file, before and after a rotation', () => {
  ringFromFile(folder);
  expect(modes()).toEqual([0o600]);
  addKeyToFile(folder);
  expect(modes()).toEqual([0o600]);
});

test('a rotation puts a new key in front and keeps the old ones', () => {
  const before = ringFromFile(folder);
  const after = addKeyToFile(folder);
  expect(after.slice(1)).toEqual(before);
  expect(ringFromFile(folder)).toEqual(after);
  expect(new Set(after.map(({ key }) => key.toString('hex'))).size).toBe(2);
  expect(new Set(after.map(({ id }) => id)).size).toBe(2);
});
