import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';
import { sql } from '../support/sql.js';

let server: TestServer;
beforeAll(async () => { server = await startPostroom(); });
afterAll(async () => { await server.stop(); });

test('where a part fails to stop the rest is stopped, the log says why, and the exit code is 1', async () => {
  expect(readdirSync(join(server.folder, 'running'))).toHaveLength(1);
  await sql(server, 'drop table lease', []);
  const exit = once(server.child, 'exit');
  server.child.kill('SIGTERM');
  expect(await exit).toEqual([1, null]);
  expect(readdirSync(join(server.folder, 'running'))).toEqual([]);
  expect(server.output()).toContain('did not stop in order');
});
