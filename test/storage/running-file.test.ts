import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { RunningFile } from '../../src/storage/running-file.js';
import { AlreadyRunning, writeRunningFile } from '../../src/storage/running-file.js';

let folder: string;
let written: RunningFile[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'postroom-running-'));
  written = [];
});
afterEach(() => {
  jest.useRealTimers();
  for (const file of written) file.remove();
  rmSync(folder, { recursive: true, force: true });
});

const start = (holder: string): RunningFile => {
  const file = writeRunningFile(folder, holder, true);
  written.push(file);
  return file;
};
const pathOf = (holder: string): string => join(folder, 'running', `${holder}.json`);
const secondsAgo = (seconds: number): Date => new Date(Date.now() - seconds * 1_000);

/** What another process left, last touched so many seconds ago. */
const left = (other: { host: string; pid: number; startedAt: string | null }, touchedSecondsAgo: number): void => {
  mkdirSync(join(folder, 'running'), { recursive: true });
  writeFileSync(pathOf('other'), JSON.stringify({ holder: 'other', ...other }));
  utimesSync(pathOf('other'), secondsAgo(touchedSecondsAgo), secondsAgo(touchedSecondsAgo));
};

test('a container that was killed counts as dead a minute after it last touched its file', () => {
  left({ host: 'f00dcafe0001', pid: 7, startedAt: '1' }, 61);
  const { dead, forgetDead } = start('own');
  expect(dead).toEqual(['other']);
  forgetDead();
  expect(readdirSync(join(folder, 'running'))).toEqual(['own.json']);
});

test('one elsewhere that touched its file within a minute lives, and the words say how long to wait', () => {
  left({ host: 'f00dcafe0001', pid: 7, startedAt: '1' }, 30);
  expect(() => start('own')).toThrow(AlreadyRunning);
  expect(() => start('own')).toThrow(/process 7 on f00dcafe0001.*wait 60 seconds and start again, or remove .*other\.json/);
  expect(readdirSync(join(folder, 'running'))).toEqual(['other.json']);
});

test('a process goes on touching its file until it takes it away', () => {
  jest.useFakeTimers();
  const own = start('own');
  utimesSync(pathOf('own'), secondsAgo(600), secondsAgo(600));
  jest.advanceTimersByTime(10_000);
  expect(Math.abs(Date.now() - statSync(pathOf('own')).mtimeMs)).toBeLessThan(1_000);
  own.remove();
  expect(jest.getTimerCount()).toBe(0);
});

test('a file that somebody removed ends nobody who runs', () => {
  jest.useFakeTimers();
  start('own');
  rmSync(pathOf('own'));
  jest.advanceTimersByTime(10_000);
  expect(readdirSync(join(folder, 'running'))).toEqual([]);
});

test('of two with the same host and process number the start tells them apart', () => {
  left({ host: hostname(), pid: process.pid, startedAt: '1' }, 0);
  const own = start('own');
  expect(own.dead).toEqual(['other']);
  own.forgetDead();
  const { startedAt } = JSON.parse(readFileSync(pathOf('own'), 'utf8')) as { startedAt: string };
  own.remove();
  left({ host: hostname(), pid: process.pid, startedAt }, 0);
  expect(() => start('own')).toThrow(AlreadyRunning);
});
