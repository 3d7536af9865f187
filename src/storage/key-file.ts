import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RingKey } from './secret-box.js';

const FILE = 'secret-keys';

const parse = (text: string): RingKey[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '').map((line) => {
  const [id, encoded] = line.split(':');
  return { id: id ?? '', key: Buffer.from(encoded ?? '', 'base64') };
});

const newKey = (): RingKey => ({ id: `k${Date.now().toString(36)}`, key: randomBytes(32) });
const written = (ring: readonly RingKey[]): string => ring.map(({ id, key }) => `${id}:${key.toString('base64')}\n`).join('');

/** The ring kept in the data folder, for installations that give none: made at the first start, readable by its owner only. */
export const ringFromFile = (dataFolder: string): RingKey[] => {
  const file = join(dataFolder, FILE);
  if (!existsSync(file)) writeFileSync(file, written([newKey()]), { mode: 0o600, flag: 'wx' });
  return parse(readFileSync(file, 'utf8'));
};

/** Puts a new key in front of the ring in the data folder; the old ones stay, to open what they sealed. */
export const addKeyToFile = (dataFolder: string): RingKey[] => {
  const ring = [newKey(), ...ringFromFile(dataFolder)];
  writeFileSync(join(dataFolder, FILE), written(ring), { mode: 0o600 });
  return ring;
};
