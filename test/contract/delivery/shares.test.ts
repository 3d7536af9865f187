import { expect, test } from '@jest/globals';
import { Room } from '../../../src/app/delivery/shares.js';

const EMBEDDED = { takers: 1, window: 800 };
const ORDINARY = { ordinary: 100, ofAccount: new Map<string, number>() };
const accounts = (count: number, each: number): [string, number][] => Array.from({ length: count }, (_, at) => [`account ${at}`, each]);
const fill = (room: Room, key: string): number => {
  let taken = 0;
  while (room.take(key)) taken += 1;
  return taken;
};

test('an account is filled up to its share, which is larger where it has many connections', () => {
  const room = new Room(new Map([['small', 30], ['large', 140]]), { ordinary: 100, ofAccount: new Map([['large', 300]]) }, EMBEDDED);
  expect([room.full, fill(room, 'small'), fill(room, 'large'), fill(room, 'new')]).toEqual([[], 70, 160, 100]);
  expect(room.left).toBe(800 - 30 - 140);
});

test('who has more than half of its share waits until that is free', () => {
  expect(new Room(new Map([['a', 50], ['b', 51], ['c', 151]]), { ordinary: 100, ofAccount: new Map([['c', 300]]) }, EMBEDDED).full).toEqual(['b', 'c']);
});

test('servers that hang, however many, leave the window to the others', () => {
  const room = new Room(new Map(accounts(50, 100)), ORDINARY, EMBEDDED);
  expect([room.left, fill(room, 'moves')]).toEqual([800, 100]);
});

test('in a crowd of accounts that move, each gets a little', () => {
  const room = new Room(new Map(accounts(41, 10)), ORDINARY, EMBEDDED);
  expect([room.full, fill(room, 'account 0'), fill(room, 'new'), room.left]).toEqual([[], 10, 20, 400]);
});
