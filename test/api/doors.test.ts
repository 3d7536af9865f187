import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Answer } from '../support/api.js';
import { rawConnection } from '../support/raw-http.js';
import type { TestServer } from '../support/server.js';
import { ADMIN, startPostroom } from '../support/server.js';
import { sql } from '../support/sql.js';

let server: TestServer;
beforeAll(async () => { server = await startPostroom(); });
afterAll(async () => { await server.stop(); });

const KIB = 1024;
const SIGN_IN = 'mutation($email: String!, $password: String!) { signIn(email: $email, password: $password, cookie: true) { token viewer { name } } }';

/** A POST as a test wants it; the credential of the first employee unless another is given. */
const post = async (body: string, headers: Readonly<Record<string, string>> = {}, credential: string | null = server.admin.token): Promise<Response> =>
  await fetch(`${server.url}/graphql`, {
    method: 'POST', body,
    headers: { 'content-type': 'application/json', ...(credential === null ? {} : { authorization: `Bearer ${credential}` }), ...headers },
  });
const answerOf = async (response: Response): Promise<Answer> => await response.json() as Answer;
const codeOf = async (response: Response): Promise<string | undefined> => (await answerOf(response)).errors?.[0]?.extensions.code;
const cookieOf = async (url: string): Promise<{ cookie: string; whole: string; answer: Answer }> => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: SIGN_IN, variables: ADMIN }),
  });
  const whole = response.headers.get('set-cookie') ?? '';
  return { whole, cookie: whole.split(';')[0] ?? '', answer: await answerOf(response) };
};
/** Waits for the server to have written something. */
const said = async (words: string): Promise<void> => {
  while (!server.output().includes(words)) await once(server.child.stdout as Readable, 'data');
};
const VIEWER = JSON.stringify({ query: '{ viewer { name } }' });

test('the session cookie is out of reach of scripts and of other sites, and the token is not in the answer', async () => {
  const { whole, answer } = await cookieOf(server.url);
  expect(whole.split('; ')).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Strict', 'Path=/']));
  expect(whole).not.toContain('Secure');
  expect(answer.data).toMatchObject({ signIn: { token: null } });
});

test('behind https the cookie is Secure', async () => {
  const behind = await startPostroom({ POSTROOM_PUBLIC_URL: 'https://mail.example.com' });
  try {
    expect((await cookieOf(behind.url)).whole).toContain('; Secure');
  } finally {
    await behind.stop();
  }
});

test('another site\'s page cannot act with our user\'s cookie', async () => {
  const { cookie } = await cookieOf(server.url);
  const own = await post(VIEWER, { cookie, origin: server.url }, null);
  expect((await answerOf(own)).data).toMatchObject({ viewer: { name: expect.any(String) } });
  for (const origin of ['https://evil.example', 'null', server.url.replace(/\d+$/, '1')]) {
    const refused = await post(VIEWER, { cookie, origin }, null);
    expect(refused.status).toBe(403);
    expect(await codeOf(refused)).toBe('FORBIDDEN');
  }
});

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
  'a body of %s, which a form can send from anywhere, is refused', async (type) => {
    const { cookie } = await cookieOf(server.url);
    const refused = await post(VIEWER, { cookie, 'content-type': type }, null);
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect((await answerOf(refused)).errors).toMatchObject([{ extensions: { code: 'BAD_REQUEST' } }]);
  });

test('a query by GET needs a header that only scripts of our own site can set', async () => {
  const { cookie } = await cookieOf(server.url);
  const url = `${server.url}/graphql?query=${encodeURIComponent('{ viewer { name } }')}`;
  expect((await fetch(url, { headers: { cookie } })).status).toBe(400);
  expect((await fetch(url, { headers: { cookie, 'apollo-require-preflight': '1' } })).status).toBe(200);
});

test('what is no GraphQL at all is a bad request in the shape of GraphQL', async () => {
  for (const body of ['{"query": ', '', '[]', '"text"', 'null', '{}', '{"query": 5}', '{"query": "{ viewer { name } }", "variables": "x"}']) {
    const refused = await post(body);
    expect(refused.status).toBe(400);
    expect(await answerOf(refused)).toMatchObject({ errors: [{ message: expect.any(String), extensions: { code: 'BAD_REQUEST' } }] });
  }
  const nowhere = await fetch(`${server.url}/nowhere`);
  expect(nowhere.status).toBe(404);
  expect(await codeOf(nowhere)).toBe('BAD_REQUEST');
});

test('several queries in one request are refused: limits count by request', async () => {
  expect(await codeOf(await post(`[${VIEWER},${VIEWER}]`))).toBe('BAD_REQUEST');
});

test('without credentials a body has 64 KiB at most, with them more', async () => {
  const filled = (bytes: number): string => VIEWER.padEnd(bytes, ' ');
  expect((await post(filled(64 * KIB), {}, null)).status).toBe(200);
  const refused = await post(filled(64 * KIB + 1), {}, null);
  expect(refused.status).toBe(413);
  expect(await codeOf(refused)).toBe('BAD_REQUEST');
  expect((await answerOf(await post(filled(64 * KIB + 1)))).data).toMatchObject({ viewer: {} });
  expect((await post(filled(24 * KIB * KIB + 1))).status).toBe(413);
});

test('a large body is turned away by what it announces, and the connection closed before the rest is read', async () => {
  const { write, closed } = await rawConnection(server.url);
  await write(`POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${1024 * KIB}\r\n\r\n{`);
  expect(await closed).toMatch(/^HTTP\/1\.1 413 /);
});

test('a body that does not say how long it is is cut off where the limit is', async () => {
  const { write, closed } = await rawConnection(server.url);
  const chunk = `${(16 * KIB).toString(16)}\r\n${' '.repeat(16 * KIB)}\r\n`;
  await write('POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n');
  for (let sent = 0; sent < 5; sent += 1) await write(chunk);
  expect(await closed).toMatch(/^HTTP\/1\.1 413 /);
});

const nested = (depth: number): string => `{ ${'rights { from { '.repeat(depth)}name${' } }'.repeat(depth)} }`;
const times = (count: number, part: (index: number) => string): string => Array.from({ length: count }, (_, index) => part(index)).join(' ');
const GREEDY: readonly (readonly [string, string, RegExp])[] = [
  ['too deep', nested(10), /depth limit of \d+ exceeded/],
  ['with too many aliases', `{ ${times(60, (index) => `a${index}: nextSmtpAccountNumber`)} }`, /Aliases limit of \d+ exceeded/],
  ['with too many words', `{ viewer { ${'name '.repeat(5_000)} } }`, /more tha[nt] \d+ tokens/],
  ['too dear', `{ ${times(25, (index) => `a${index}: smtpAccounts(first: 200) { edges { node { id number name version createdAt } } }`)} }`, /Cost limit of \d+ exceeded/],
  ['with fragments that hold themselves', '{ viewer { ...A } } fragment A on Viewer { name ...B } fragment B on Viewer { name ...A }', /Cannot spread fragment/],
];

test.each(GREEDY)('a query %s is a bad request, says why, and none of it is carried out', async (_what, query, words) => {
  const { data, errors } = await answerOf(await post(JSON.stringify({ query })));
  expect(data ?? null).toBeNull();
  expect(errors?.map(({ message }) => message)).toContainEqual(expect.stringMatching(words));
  expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['BAD_REQUEST']));
});

test('a greedy mutation changes nothing', async () => {
  const before = await server.admin.get<string>('{ nextSmtpAccountNumber }');
  const query = `mutation { ${times(60, (index) => `a${index}: createSmtpAccount(input: { name: "Greedy ${index}" }) { ref { id } }`)} }`;
  expect(await codeOf(await post(JSON.stringify({ query })))).toBe('BAD_REQUEST');
  expect(await server.admin.get<string>('{ nextSmtpAccountNumber }')).toBe(before);
});

test.each([
  ['introspection', '{ __schema { types { name } } }'],
  ['a type', '{ __type(name: "SmtpAccount") { fields { name } } }'],
  ['introspection beside what is allowed', '{ __typename __schema { types { name } } }'],
  ['a field that does not exist', '{ smtpAcounts { totalCount } }'],
  ['an argument that does not exist', '{ smtpAccounts(frist: 1) { totalCount } }'],
  ['a type of variable that does not exist', 'mutation($x: SmtpAccountSetingsInput) { signIn(email: "a", password: "b") { token } }'],
  ['a fragment on a type', 'mutation { signIn(email: "a", password: "b") { token } } fragment F on SmtpAccount { pasword }'],
  ['signing in through a fragment', 'mutation { ...F } fragment F on Mutation { signIn(email: "a", password: "b") { token } }'],
  ['signing in twice at once', 'mutation { a: signIn(email: "a", password: "b") { token } b: signIn(email: "a", password: "c") { token } }'],
  ['a query too deep', nested(10)],
])('signed out, %s is not answered, in the same words as everything else', async (_what, query) => {
  const { data, errors } = await server.anybody.ask(query);
  expect(data ?? null).toBeNull();
  expect(errors).toEqual([{ message: expect.stringMatching(/^Sign in first\. Signed out, nothing can be asked but signIn/), extensions: { code: 'UNAUTHENTICATED' } }]);
});

test('signed out, signing in is possible from a document that holds other operations too', async () => {
  const query = 'mutation SignIn { signIn(email: "nobody@example.com", password: "wrong") { userErrors { code } } } mutation SignOut { signOut { signedOut } }';
  const ask = async (operationName: string): Promise<Answer> => await answerOf(await post(JSON.stringify({ query, operationName }), {}, null));
  expect(await ask('SignIn')).toEqual({ data: { signIn: { userErrors: [{ code: 'INVALID' }] } } });
  expect((await ask('SignOut')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

test('signed in, the schema can be asked for, and the playground\'s page needs no sign-in', async () => {
  expect(await server.admin.get('{ __schema { queryType { name } } }')).toEqual({ queryType: { name: 'Query' } });
  const page = await fetch(`${server.url}/graphql`, { headers: { accept: 'text/html' } });
  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
});

test('a failure of ours says an id and no words; its kind and place are in the log under that id, and no statement', async () => {
  await sql(server, 'alter table smtp_account rename to smtp_account_away', []);
  const { errors, data } = await server.admin.ask('{ smtpAccounts { totalCount } }');
  await sql(server, 'alter table smtp_account_away rename to smtp_account', []);
  expect(data ?? null).toBeNull();
  const id = /quote (\S+)/.exec(errors?.[0]?.message ?? '')?.[1] ?? '';
  expect(errors).toEqual([{
    message: `Something failed on our side; quote ${id}`, path: ['smtpAccounts'], locations: expect.anything(), extensions: { code: 'INTERNAL', id },
  }]);
  await said(id);
  expect(server.output()).toMatch(/The database failed: (SQLITE_ERROR|ER_NO_SUCH_TABLE)/);
  expect(server.output()).toContain('accountPage');
  expect(server.output()).not.toMatch(/select .+ from/i);
});

test('no answer is guessed at by its bytes or kept by a cache', async () => {
  for (const response of [await post(VIEWER), await post('{'), await fetch(`${server.url}/graphql`, { headers: { accept: 'text/html' } }), await fetch(`${server.url}/health`)]) {
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  }
  expect((await post(VIEWER)).headers.get('cache-control')).toBe('no-store');
});
