import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { InstanceFolder } from '../../src/storage/instance-folder.js';

let place: string;
let folder: InstanceFolder;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'postroom-'));
  folder = new InstanceFolder(place);
});
afterEach(() => { rmSync(place, { recursive: true }); });

test('an empty folder knows nothing, and one that was written knows its id and the highest mark of any process', () => {
  expect(folder.identity()).toEqual({ id: null, mark: 0 });
  folder.writeId('one');
  expect(folder.identity()).toEqual({ id: 'one', mark: 0 });
  folder.writeMark('a', 9);
  folder.writeMark('b', 10);
  folder.writeMark('a', 11);
  expect(new InstanceFolder(place).identity()).toEqual({ id: 'one', mark: 11 });
});

test('a mark that was cut off by a loss of power counts as none, and takes nothing from the others', () => {
  folder.writeId('one');
  folder.writeMark('a', 3);
  writeFileSync(join(place, 'instance', 'b.mark'), '');
  expect(folder.identity()).toEqual({ id: 'one', mark: 3 });
});

test('lower marks are forgotten, with those that cannot be read; the highest stays', () => {
  folder.writeId('one');
  for (const [holder, mark] of [['a', 3], ['b', 8], ['c', 5]] as const) folder.writeMark(holder, mark);
  writeFileSync(join(place, 'instance', 'd.mark'), '');
  folder.forgetMarksBelow(8);
  expect(readdirSync(join(place, 'instance')).toSorted()).toEqual(['b.mark', 'id']);
  expect(folder.identity().mark).toBe(8);
});
