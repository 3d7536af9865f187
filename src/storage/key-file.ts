import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, linkSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RingKey } from './secret-box.js';

const FILE = 'secret-keys';

const parse = (text: string): RingKey[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '').map((line) => {
  const [id, encoded] = line.split(':');
  return { id: id ?? '', key: Buffer.from(encoded ?? '', 'base64') };
});

/** The id says when it was made, and is no other's even if two are made in one millisecond: secrets name their key by it. */
const newKey = (): RingKey => ({ id: `k${Date.now().toString(36)}-${randomBytes(2).toString('hex')}`, key: randomBytes(32) });
const written = (ring: readonly RingKey[]): string => ring.map(({ id, key }) => `${id}:${key.toString('base64')}\n`).join('');

/** Makes the file whole and in one step: of processes that start together the first makes it, and none reads half of it. */
const makeFile = (file: string): void => {
  const ring = [newKey()];
  const draft = `${file}.${ring[0]?.id}`;
  writeFileSync(draft, written(ring), { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (Object(error).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
};

/** The ring kept in the data folder, for installations that give none: made at the first start, readable by its owner only. */
export const ringFromFile = (dataFolder: string): RingKey[] => {
  const file = join(dataFolder, FILE);
  if (!existsSync(file)) makeFile(file);
  return parse(readFileSync(file, 'utf8'));
};

/** Replaces the file in one step, on the disk before it counts: a ring that is half written would lose every secret. */
const replaceFile = (file: string, text: string): void => {
  const draft = `${file}.new`;
  const descriptor = openSync(draft, 'w', 0o600);
  try {
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(draft, file);
};

/** Puts a new key in front of the ring in the data folder; the old ones stay, to open what they sealed. */
export const addKeyToFile = (dataFolder: string): RingKey[] => {
  const ring = [newKey(), ...ringFromFile(dataFolder)];
  replaceFile(join(dataFolder, FILE), written(ring));
  return ring;
};
