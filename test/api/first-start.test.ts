import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { settled } from '../support/delivered.js';
import { eventually } from '../support/eventually.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';

let server: TestServer;
beforeAll(async () => { server = await startPostroom(); });
afterAll(async () => { await server.stop(); });

const CURL = /curl -s (\S+) -H 'content-type: application\/json' -H 'authorization: (Bearer \S+)' -d '(.+)'/;
const printed = async () => {
  const [, url = '', authorization = '', body = ''] = CURL.exec(await eventually(async () => server.output(), (output) => CURL.test(output))) ?? [];
  return { url, authorization, body };
};

test('the command that the first start prints sends an email', async () => {
  const { url, authorization, body } = await printed();
  const response = await fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', authorization } });
  const { data } = await response.json() as { data: { sendEmail: { email: { id: string }; userErrors: unknown[] } } };
  expect(data.sendEmail.userErrors).toEqual([]);
  expect((await settled(server.admin, data.sendEmail.email.id, 'CAPTURED')).status).toBe('CAPTURED');
});

test('its token may send and nothing else', async () => {
  const api = server.anybody.as((await printed()).authorization.replace('Bearer ', ''));
  expect(await api.code('{ smtpAccounts { totalCount } }')).toBe('FORBIDDEN');
  expect(await api.code('mutation { changeEmails(filter: {}, action: CANCEL) { changed } }')).toBe('FORBIDDEN');
});

test('a later start shows no secret again', async () => {
  server = await server.restart();
  expect(server.output()).toMatch(/listens at http\S+ \(started in \d+ ms\)/);
  expect(server.output()).not.toMatch(/prt_|password/);
});
