import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ScriptedServer } from '../probe/scripted-server.js';
import { accountAt, testAccount, TEST_ACCOUNT, way } from '../support/account-testing.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';

let server: TestServer;
let id: string;
beforeAll(async () => {
  server = await startPostroom();
  id = await accountAt(server.admin, null);
});
afterAll(async () => { await server.stop(); });

const settingsFor = (host: string, port = 25) => ({ server: host, port, security: 'NONE', emailFrom: 'erp@example.com' });

test.each(['127.0.0.1', 'localhost', '169.254.169.254', '169.254.1.1', '0.0.0.0', '224.0.0.1', '100.100.100.200'])('nothing is connected to at %s', async (host) => {
  const { test: done, userErrors } = await testAccount(server.admin, id, { settings: settingsFor(host), mode: 'DRY_RUN' });
  expect(userErrors).toEqual([]);
  expect(way(done)).toBe('!DNS');
  expect(done).toMatchObject({ state: 'FAILED', diagnosis: { id: 'ADDRESS_NOT_ALLOWED', verdict: 'PARK', scope: 'ACCOUNT' } });
});

test('no port of this machine is reached, whatever listens there', async () => {
  await using scripted = await ScriptedServer.start();
  expect(way((await testAccount(server.admin, id, { settings: settingsFor('127.0.0.1', scripted.port) })).test)).toBe('!DNS');
  expect(scripted.commands).toEqual([]);
});

test('one caller may start only so many tests a minute', async () => {
  const input = { emailTestTo: 'me@example.net', settings: settingsFor('127.0.0.1'), mode: 'DRY_RUN' };
  const codes: (string | null)[] = [];
  for (let at = 0; at < 21; at += 1) codes.push(await server.admin.code(TEST_ACCOUNT, { id, input }));
  expect(codes[0]).toBeNull();
  expect(codes.at(-1)).toBe('RATE_LIMITED');
});
