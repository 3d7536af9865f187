import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { apiAt } from '../support/api.js';
import { testDatabase } from '../support/database.js';
import { startProcess } from '../support/process.js';
import { ADMIN } from '../support/server.js';

const COUNTS = 'query { roles { name } employees { totalCount } emailAreas { code } smtpAccounts { totalCount } }';
const AUDIT = 'query { auditEvents { edges { node { action } } } }';

test('three processes that start together on an empty database all run, and one of them made the first start', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'postroom-'));
  await using undo = new AsyncDisposableStack();
  undo.defer(() => rmSync(folder, { recursive: true, force: true }));
  const database = await testDatabase(folder);
  undo.defer(async () => await database.drop());
  const environment = {
    PATH: process.env['PATH'] ?? '', POSTROOM_DATA_DIR: folder, POSTROOM_DATABASE_URL: database.url, POSTROOM_PORT: '0', POSTROOM_SANDBOX: 'on',
    POSTROOM_LOG_LEVEL: 'warn', POSTROOM_ADMIN_EMAIL: ADMIN.email, POSTROOM_ADMIN_PASSWORD: ADMIN.password,
  };
  const starting = [1, 2, 3].map(async () => await startProcess(environment));
  undo.defer(async () => {
    for (const one of await Promise.allSettled(starting)) if (one.status === 'fulfilled') await one.value.end();
  });
  const started = await Promise.all(starting);
  expect(started.filter(({ output }) => output().includes('First employee:'))).toHaveLength(1);
  const [process1] = started;
  const admin = await apiAt(process1?.url ?? '', null).signedIn(ADMIN.email, ADMIN.password);
  const { data } = await admin.ask(COUNTS);
  expect(data).toMatchObject({ roles: [{ name: 'IT support' }, { name: 'Sender' }], employees: { totalCount: 1 }, smtpAccounts: { totalCount: 1 } });
  const { edges } = await admin.get<{ edges: { node: { action: string } }[] }>(AUDIT);
  expect(edges.filter(({ node }) => node.action === 'MIGRATED')).toHaveLength(1);
  expect(started.map(({ output }) => output()).join('')).not.toMatch(/"level":(?:40|50)/);
});
