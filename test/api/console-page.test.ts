import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';
import { configure, testAccount } from '../support/test-account.js';

let server: TestServer;
beforeAll(async () => { server = await startPostroom(); });
afterAll(async () => { await server.stop(); });

const get = async (path: string, accept = 'text/html') => await fetch(`${server.url}${path}`, { headers: { accept }, redirect: 'manual' });
const nonceOf = (policy: string | null): string => /'nonce-([^']+)'/.exec(policy ?? '')?.[1] ?? '';

test.each(['/', '/accounts', '/accounts/0190?panel=test'])('%s is the page of the console, with a nonce of its own', async (path) => {
  const [one, other] = [await get(path), await get(path)];
  const nonces = [one, other].map(({ headers }) => nonceOf(headers.get('content-security-policy')));
  expect([one.status, one.headers.get('cache-control'), new Set(nonces).size, nonces[0]?.length]).toEqual([200, 'no-store', 2, 24]);
  const directives = (one.headers.get('content-security-policy') ?? '').split('; ');
  expect(directives.filter((directive) => directive.includes('unsafe'))).toEqual(["style-src-attr 'unsafe-inline'"]);
  expect(directives).toEqual(expect.arrayContaining(["default-src 'none'", "script-src 'self'", "connect-src 'self'", "frame-ancestors 'none'"]));
  const html = await one.text();
  expect(html).toContain(`nonce="${nonces[0]}"`);
  expect(html).not.toContain('__CSP_NONCE__');
});

test('what is not there is so for programs, and for a script of another build', async () => {
  expect([(await get('/accounts', 'application/json')).status, (await get('/console/assets/none.js')).status, (await get('/console/index.html')).status]).toEqual([404, 404, 404]);
});

test('scripts are kept by browsers for good, and come compressed', async () => {
  const [, script = ''] = /src="(\/console\/assets\/[^"]+\.js)"/.exec(await (await get('/')).text()) ?? [];
  const { status, headers } = await fetch(`${server.url}${script}`);
  expect([status, headers.get('cache-control'), headers.get('content-encoding')]).toEqual([200, 'public, max-age=31536000, immutable', 'gzip']);
});

test('a viewer knows where mail goes, whatever rights it has', async () => {
  const mail = async (): Promise<string> => (await server.admin.get<{ mail: string }>('{ viewer { mail } }')).mail;
  expect(await mail()).toBe('SANDBOX_ONLY');
  await configure(server, true, await testAccount(server, 'Out'));
  expect(await mail()).toBe('ON');
  await configure(server, false, null);
  expect(await mail()).toBe('OFF');
});
