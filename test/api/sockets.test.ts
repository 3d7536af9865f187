import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Answer } from '../support/api.js';
import { hire, record, setRecords } from '../support/people.js';
import type { TestServer } from '../support/server.js';
import { ADMIN, startPostroom } from '../support/server.js';
import { rawConnection } from '../support/raw-http.js';
import type { Socket } from '../support/socket.js';
import { greetedSocket, openSocket } from '../support/socket.js';

let server: TestServer;
beforeAll(async () => { server = await startPostroom(); });
afterAll(async () => { await server.stop(); });

/** graphql-ws' codes: https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md */
const FORBIDDEN = 4403;
const greeted = async (token: string | null, headers: Readonly<Record<string, string>> = {}): Promise<Socket> => {
  const socket = await greetedSocket(server.url, token, headers);
  if ('refused' in socket) throw new Error(`Closed with ${socket.refused}`);
  return socket;
};
const cookie = async (): Promise<string> => {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST', headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: 'mutation($email: String!, $password: String!) { signIn(email: $email, password: $password, cookie: true) { expiresAt } }', variables: ADMIN }),
  });
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
};
/** The answer to one operation; what ends it is taken along. */
const asked = async (socket: Socket, query: string): Promise<unknown> => {
  socket.send({ id: '1', type: 'subscribe', payload: { query } });
  const answer = await socket.next();
  if ('type' in answer && answer.type === 'next') await socket.next();
  return answer;
};

test('a socket opens with a token in its greeting, or with the cookie from our own pages', async () => {
  const sockets = [await greeted(server.admin.token), await greeted(null, { cookie: await cookie(), origin: server.url })];
  for (const socket of sockets) {
    expect(await asked(socket, '{ viewer { name } }')).toMatchObject({ type: 'next', payload: { data: { viewer: {} } } });
    await socket.close();
  }
});

test('another site\'s page gets no socket, with whatever cookie', async () => {
  const headers = { cookie: await cookie() };
  await expect(openSocket(server.url, { ...headers, origin: 'https://evil.example' })).rejects.toThrow('403');
  await expect(openSocket(server.url, { ...headers, origin: 'null' })).rejects.toThrow('403');
});

test('signed out, nothing can be asked by a socket: not even what there is', async () => {
  expect(await greetedSocket(server.url, null)).toEqual({ refused: FORBIDDEN });
  expect(await greetedSocket(server.url, `prs_${'A'.repeat(43)}`)).toEqual({ refused: FORBIDDEN });
});

test('errors say by socket what they say by request: a code, and of our own failures no word', async () => {
  const socket = await greeted(server.admin.token);
  for (const query of ['{ nowhere }', '{', '{ smtpAccounts(first: -1) { totalCount } }', 'query($id: ID!) { smtpAccount(id: $id) { id } }', 'query A { viewer { id } } query B { viewer { id } }']) {
    const { payload } = await asked(socket, query) as { payload: Answer['errors'] | Answer };
    const errors = payload !== undefined && 'errors' in payload ? payload.errors : payload as Answer['errors'];
    expect(errors).toMatchObject([{ message: expect.any(String), extensions: { code: 'BAD_REQUEST' } }]);
  }
  await socket.close();
});

test('limits hold by socket as they do by request', async () => {
  const socket = await greeted(server.admin.token);
  const aliases = Array.from({ length: 60 }, (_, index) => `a${index}: nextSmtpAccountNumber`).join(' ');
  expect(await asked(socket, `{ ${aliases} }`)).toMatchObject({ type: 'error', payload: [{ message: expect.stringContaining('Aliases limit'), extensions: { code: 'BAD_REQUEST' } }] });
  await socket.close();
});

test('a sign-out closes the sockets of that session, and of no other', async () => {
  const other = await server.anybody.signedIn(ADMIN.email, ADMIN.password);
  const [ending, staying] = [await greeted(other.token), await greeted(server.admin.token)];
  await other.get('mutation { signOut { signedOut } }');
  expect(await ending.closed).toBe(FORBIDDEN);
  expect(await asked(staying, '{ viewer { name } }')).toMatchObject({ type: 'next' });
  await staying.close();
});

const PROGRESS = 'subscription { smtpAccountTestProgress(testId: "nobody") { stage } }';

test('a subscription that is refused never attaches: it is answered once and over', async () => {
  const clerk = await hire(server, 'Clerk Without Accounts', [record('EMAILS', 'access')]);
  const socket = await greeted(clerk.api.token);
  socket.send({ id: 'progress', type: 'subscribe', payload: { query: PROGRESS } });
  expect(await socket.next()).toMatchObject({ id: 'progress', type: 'next', payload: { errors: [{ extensions: { code: 'FORBIDDEN' } }] } });
  expect(await socket.next()).toEqual({ id: 'progress', type: 'complete' });
  await socket.close();
});

test('a socket is closed as soon as rights are taken from its holder, and not when they are taken from another', async () => {
  const [losing, keeping] = [await hire(server, 'Losing', [record('SMTP_ACCOUNTS', 'access')]), await hire(server, 'Keeping', [record('SMTP_ACCOUNTS', 'access')])];
  const [closing, staying] = [await greeted(losing.api.token), await greeted(keeping.api.token)];
  expect(await asked(closing, '{ smtpAccounts { totalCount } }')).toMatchObject({ type: 'next', payload: { data: {} } });
  const { version } = await server.admin.get<{ version: number }>('query($id: ID!) { employee(id: $id) { version } }', { id: losing.id });
  expect((await setRecords(server.admin, 'EMPLOYEE', losing.id, [], version)).userErrors).toEqual([]);
  expect(await closing.closed).toBe(FORBIDDEN);
  expect(await asked(staying, '{ smtpAccounts { totalCount } }')).toMatchObject({ type: 'next', payload: { data: {} } });
  await staying.close();
});

test('a socket that says too much at once is closed', async () => {
  const socket = await greeted(server.admin.token);
  socket.send({ id: '1', type: 'subscribe', payload: { query: `{ viewer { name } } #${'x'.repeat(70 * 1024)}` } });
  expect(await socket.closed).toBe(1009);
});

test.each([
  ['a path that is no path', 'GET // HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'],
  ['another path', 'GET /elsewhere HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'],
  ['another site', 'GET /graphql HTTP/1.1\r\nHost: x\r\nOrigin: https://evil.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'],
])('an upgrade to %s ends that connection, reset or not, and never the process', async (_what, request) => {
  const refused = await rawConnection(server.url);
  await refused.write(request);
  expect(await refused.closed).toMatch(/^HTTP\/1\.1 403/);
  for (let times = 0; times < 20; times += 1) {
    const reset = await rawConnection(server.url);
    await reset.write(request);
    reset.socket.resetAndDestroy();
    await reset.closed;
  }
  expect((await fetch(`${server.url}/health`)).status).toBe(200);
  expect(server.child.exitCode).toBeNull();
});
