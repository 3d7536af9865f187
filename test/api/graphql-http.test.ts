import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';

let server: TestServer;
beforeAll(async () => { server = await startPostroom(); });
afterAll(async () => { await server.stop(); });

/** The audits of GraphQL over HTTP (https://graphql.github.io/graphql-over-http/draft/), called with a credential or without. */
const auditsWith = (credential: () => string | null) => serverAudits({
  url: () => `${server.url}/graphql`,
  fetchFn: async (url: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    const token = credential();
    if (token !== null) headers.set('authorization', `Bearer ${token}`);
    return await fetch(url, { ...init, headers });
  },
});

/** These two ask for `__type`, and a signed-out caller learns nothing of the schema. */
const ASK_FOR_THE_SCHEMA = ['2EA1', '28B9'];
const callers = [
  ['signed in', () => server.admin.token, []],
  ['signed out', () => null, ASK_FOR_THE_SCHEMA],
] as const;

test.each(callers)('every MUST and SHOULD of GraphQL over HTTP is kept for a caller that is %s', async (_who, credential, refused) => {
  const results = await Promise.all(auditsWith(credential).filter(({ name }) => !name.startsWith('MAY')).map(async (audit) => await audit.fn()));
  expect(results.length).toBeGreaterThan(30);
  expect(results.filter(({ status }) => status !== 'ok').map(({ id }) => id).toSorted()).toEqual([...refused].toSorted());
});

/** MAYs that are not kept, each with its reason; a new one is looked at before it is written here. */
const NOT_KEPT: Readonly<Record<string, string>> = {
  '5A70': 'A GET without a header that scripts alone can set may come from any page',
  D6D5: 'As 5A70',
  '6A70': 'As 5A70',
};

test('what only MAY be is kept too, but for what is named', async () => {
  const results = await Promise.all(auditsWith(() => server.admin.token).filter(({ name }) => name.startsWith('MAY')).map(async (audit) => await audit.fn()));
  expect(results.filter(({ status, id }) => status !== 'ok' && !(id in NOT_KEPT)).map(({ id, name }) => `${id} ${name}`)).toEqual([]);
});
