import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { backEnd } from '../support/back-end.js';
import type { CommandPlace } from '../support/command.js';
import { commandPlace, runCommand } from '../support/command.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';

const VERBS = [['start'], ['migrate'], ['employee', 'add'], ['employee', 'reset-password'], ['token', 'create'], ['keys', 'rotate'], ['export'], ['import']];

const atPlace = async (work: (place: CommandPlace) => Promise<void>, extra: Readonly<Record<string, string>> = {}): Promise<void> => {
  const place = await commandPlace(extra);
  try {
    await work(place);
  } finally {
    await place.remove();
  }
};
/** `restart` answers the server anew; whichever runs at the end is stopped. */
const withServer = async (work: (server: TestServer, restart: () => Promise<TestServer>) => Promise<void>): Promise<void> => {
  let server = await startPostroom();
  try {
    await work(server, async () => { server = await server.restart(); return server; });
  } finally {
    await server.stop();
  }
};

test.each(VERBS.map((verb) => [verb.join(' '), verb] as const))('`postroom %s --help` explains itself, whatever the environment', async (name, verb) => {
  const { code, stdout, stderr } = await runCommand([...verb, '--help'], { POSTROOM_PORT: 'broken' });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain(`Usage: postroom ${name}`);
});

test('a fault of the command line, of the environment or of the database is told in clear lines, with exit code 1', async () => {
  const complaints = await Promise.all([
    runCommand(['frobnicate'], {}), runCommand(['import'], {}),
    runCommand(['export'], { POSTROOM_PORT: 'abc', POSTROOM_ROLE: 'king' }),
    runCommand(['export'], { POSTROOM_DATABASE_URL: 'sqlite:/nowhere/at/all.db' }),
  ]);
  expect(complaints.map(({ code }) => code)).toEqual([1, 1, 1, 1]);
  const [unknown, missing, environment, noDatabase] = complaints.map(({ stderr }) => stderr);
  expect(unknown).toMatch(/unknown command 'frobnicate'/);
  expect(missing).toMatch(/missing required argument 'file'/);
  expect(environment).toMatch(/^postroom: POSTROOM_ROLE: .*\npostroom: POSTROOM_PORT: .*\n$/);
  expect(noDatabase).toBe('postroom: There is no database at /nowhere/at/all.db; "postroom migrate" makes one\n');
  expect(complaints.map(({ stderr }) => stderr).join('')).not.toMatch(/\n\s+at /);
});

test('a start that cannot be ends at once, says why in one line, and tells no password', async () => {
  await withServer(async (server) => {
    await atPlace(async (place) => {
      const start = async (extra: Record<string, string>) => await runCommand(['start'], { ...place.environment, ...extra });
      const portTaken = await start({ POSTROOM_PORT: new URL(server.url).port });
      expect(portTaken).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/^postroom: .*EADDRINUSE.*\n$/) });
      const noServer = await start({ POSTROOM_DATABASE_URL: 'mysql://nobody:secret@127.0.0.1:1/x' });
      expect(noServer).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/^postroom: .*ECONNREFUSED.*\n$/) });
      expect(noServer.stderr).not.toContain('secret');
    });
  });
});

test('migrate fills an empty database, prints the one-time password once, and does nothing the second time', async () => {
  await atPlace(async (place) => {
    const first = await place.run('migrate');
    expect(first.stdout).toMatch(/^Migrated: 0001-first(, [\w-]+)*\nFirst employee: admin@postroom.example, one-time password (\S+-){3}\S+\nFirst application token, which may send and nothing else: prt_[\w-]{43}\n$/);
    expect(first.code).toBe(0);
    expect(await place.run('migrate')).toEqual({ code: 0, stdout: 'The database is up to date\n', stderr: '' });
  }, { POSTROOM_ADMIN_PASSWORD: '' });
});

test('a command on a database that was never migrated says what to do', async () => {
  await atPlace(async (place) => {
    const { code, stderr } = await place.run('keys', 'rotate');
    expect(code).toBe(1);
    expect(stderr).toMatch(backEnd() === 'sqlite' ? /There is no database at/ : /The database is not up to date; run "postroom migrate" first/);
  });
});

const SECRET_STATE = 'query($number: String!) { smtpAccountByNumber(number: $number) { passwordState } }';
const accountWithPassword = async ({ admin }: TestServer, number: string): Promise<void> => {
  const { smtpAccount } = await admin.get<{ smtpAccount: { id: string } }>(
    'mutation($input: CreateSmtpAccountInput!) { createSmtpAccount(input: $input) { smtpAccount { id } } }', { input: { number, name: `Account ${number}` } });
  const settings = { server: 'mail.example.com', port: 587, emailFrom: 'billing@example.com', accountName: 'billing', password: 'hunter2' };
  const { userErrors } = await admin.get<{ userErrors: unknown[] }>(
    'mutation($id: ID!, $settings: SmtpAccountSettingsInput!) { postSmtpAccountSettings(id: $id, settings: $settings, version: 1) { userErrors { message } } }', { id: smtpAccount.id, settings });
  expect(userErrors).toEqual([]);
};
const stateOf = async (server: TestServer, number: string): Promise<string> =>
  (await server.admin.get<{ passwordState: string }>(SECRET_STATE, { number })).passwordState;

test('after a rotation old secrets open with the new key alone, in the server that runs and in one that starts', async () => {
  await withServer(async (server, restart) => {
    await accountWithPassword(server, '10');
    const ring = join(server.folder, 'secret-keys');
    const before = readFileSync(ring, 'utf8');
    const { code, stdout } = await runCommand(['keys', 'rotate'], server.environment);
    expect({ code, first: stdout.split('\n')[0] }).toEqual({ code: 0, first: 'Sealed anew with the newest key: 1 secret' });
    const [newest, ...older] = readFileSync(ring, 'utf8').trim().split('\n');
    expect(older.join('\n')).toBe(before.trim());
    expect(statSync(ring).mode & 0o777).toBe(0o600);
    expect(await stateOf(server, '10')).toBe('STORED');
    await accountWithPassword(server, '11');
    writeFileSync(ring, `${newest}\n`);
    const restarted = await restart();
    expect([await stateOf(restarted, '10'), await stateOf(restarted, '11')]).toEqual(['STORED', 'STORED']);
  });
});

test('a secret that no key opens is named and left as it is, and the exit code says that there is something to read', async () => {
  await withServer(async (server, restart) => {
    await accountWithPassword(server, '10');
    const ring = join(server.folder, 'secret-keys');
    const old = readFileSync(ring, 'utf8');
    writeFileSync(ring, `other:${Buffer.alloc(32, 7).toString('base64')}\n`);
    const { code, stdout } = await runCommand(['keys', 'rotate'], server.environment);
    expect(code).toBe(2);
    expect(stdout).toContain('Could not be opened, left as it is: password of account 10 Account 10');
    writeFileSync(ring, readFileSync(ring, 'utf8') + old);
    const restarted = await restart();
    expect(await stateOf(restarted, '10')).toBe('STORED');
  });
});

test('with a key ring of the environment its newest key is used, and no file is made', async () => {
  const ring = (...names: string[]): string => names.map((name, at) => `${name}:${Buffer.alloc(32, at + name.charCodeAt(0)).toString('base64')}`).join(',');
  await atPlace(async (place) => {
    await place.run('migrate');
    const { code, stdout } = await runCommand(['keys', 'rotate'], { ...place.environment, POSTROOM_SECRET_KEYS: ring('b', 'a') });
    expect(code).toBe(0);
    expect(stdout).toContain('POSTROOM_SECRET_KEYS (keep its first entry)');
    expect(() => statSync(join(place.folder, 'secret-keys'))).toThrow(/ENOENT/);
  }, { POSTROOM_SECRET_KEYS: ring('a') });
});
