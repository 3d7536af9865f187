import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Person } from '../support/people.js';
import { ERRORS, hire, record } from '../support/people.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';

let server: TestServer;
let auditor: Person;
beforeAll(async () => {
  server = await startPostroom();
  auditor = await hire(server, 'Auditor', [record('AUDIT', 'access')]);
});
afterAll(async () => { await server.stop(); });

interface Event { id: string; at: string; actorKind: string; actorId: string | null; actorName: string; address: string | null; action: string; subject: string; subjectId: string | null; subjectName: string | null; changes: { field: string; before: string | null; after: string | null }[] }
interface Page { edges: { node: Event; cursor: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean }; totalCount: number }
const QUERY = `query($filter: AuditFilter, $first: Int, $after: String) { auditEvents(filter: $filter, first: $first, after: $after) {
  edges { node { id at actorKind actorId actorName address action subject subjectId subjectName changes { field before after } } cursor } pageInfo { endCursor hasNextPage } totalCount } }`;
const page = async (filter: Record<string, unknown>, more: Record<string, unknown> = {}): Promise<Page> => await auditor.api.get<Page>(QUERY, { filter, ...more });
const events = async (filter: Record<string, unknown>): Promise<Event[]> => (await page(filter, { first: 200 })).edges.map(({ node }) => node);

const role = async (name: string) => (await server.admin.get<{ role: { id: string } }>(`mutation($name: String!) { createRole(input: { name: $name }) { role { id } ${ERRORS} } }`, { name })).role;

test('an event says who did what to which record, with each field before and after', async () => {
  const { id } = await role('Written down');
  await server.admin.get(`mutation($id: ID!) { updateRole(id: $id, input: { name: "Crossed out", records: [{ recordType: AUDIT, access: true, modify: false, add: false, erase: false }] }, version: 1) { ${ERRORS} } }`, { id });
  const [updated, created] = await events({ subject: 'ROLE', subjectId: id });
  const viewer = await server.admin.get<{ id: string }>('{ viewer { id } }');
  expect(updated).toMatchObject({
    actorKind: 'EMPLOYEE', actorId: viewer.id, actorName: 'Administrator', address: '127.0.0.1', action: 'UPDATED', subjectName: 'Crossed out',
    changes: [{ field: 'name', before: 'Written down', after: 'Crossed out' }, { field: 'AUDIT', before: null, after: 'access' }],
  });
  expect(created).toMatchObject({ action: 'CREATED', subjectName: 'Written down' });
});

test('a change that was refused leaves no event', async () => {
  await role('Only once');
  await server.admin.get(`mutation { createRole(input: { name: "Only once" }) { ${ERRORS} } }`);
  expect(await events({ subject: 'ROLE', text: 'only once' })).toHaveLength(1);
});

test('sign-ins, refused ones and sign-outs are written down; passwords are never shown', async () => {
  const person = await hire(server, 'Watched');
  await expect(server.anybody.signedIn(person.email, 'wrong guess')).rejects.toThrow('Email or password is wrong');
  await person.api.get('mutation { signOut { signedOut } }');
  expect((await events({ actorId: person.id })).map(({ action }) => action)).toEqual(['SIGNED_OUT', 'PASSWORD_CHANGED', 'SIGNED_IN']);
  expect(await events({ action: 'SIGNED_IN', actorId: person.id })).toMatchObject([{ actorKind: 'EMPLOYEE', actorName: person.name, subject: 'SESSION' }]);
  expect(await events({ action: 'SIGN_IN_REFUSED', text: person.email.toUpperCase() })).toMatchObject([{ actorKind: 'SIGNED_OUT', actorId: null, subject: 'SESSION' }]);
  expect(await events({ action: 'PASSWORD_CHANGED', subjectId: person.id })).toMatchObject([{ changes: [{ field: 'password', before: 'changed', after: 'changed' }] }]);
  const everything = JSON.stringify(await events({}));
  for (const secret of [person.password, 'chosen by another', 'wrong guess', 'argon2']) expect(everything).not.toContain(secret);
});

test('pages go from the newest to the oldest, each event once', async () => {
  for (const name of ['First', 'Second', 'Third', 'Fourth', 'Fifth']) await role(`Paged ${name}`);
  const seen: Event[] = [];
  let after: string | null = null;
  do {
    const next: Page = await page({ subject: 'ROLE', text: 'pAGED' }, { first: 2, after });
    expect(next.totalCount).toBe(5);
    seen.push(...next.edges.map(({ node }) => node));
    after = next.pageInfo.hasNextPage ? next.pageInfo.endCursor : null;
  } while (after !== null);
  expect(seen.map(({ subjectName }) => subjectName)).toEqual(['Paged Fifth', 'Paged Fourth', 'Paged Third', 'Paged Second', 'Paged First']);
});

test('a span of time begins with its first moment and ends before its last', async () => {
  await role('In time');
  const [event] = await events({ text: 'in time' });
  const at = event?.at ?? '';
  const later = new Date(Date.parse(at) + 1).toISOString();
  expect(await events({ text: 'in time', from: at, before: later })).toHaveLength(1);
  expect(await events({ text: 'in time', before: at })).toEqual([]);
  expect(await events({ text: 'in time', from: later })).toEqual([]);
});

test('text is found whatever the case, in any alphabet, and is no pattern', async () => {
  await role('Überweisung 100%? \\ "it\'s"');
  for (const text of ['ÜBERWEISUNG 100%', '0%?', '\\ "IT\'S"']) expect(await events({ subject: 'ROLE', text })).toHaveLength(1);
  expect(await events({ subject: 'ROLE', text: 'uberweisung' })).toEqual([]);
  expect(await events({ subject: 'ROLE', text: '100_' })).toEqual([]);
});

test('without the right, the audit is closed; a wrong page is a bad request', async () => {
  const plain = await hire(server, 'Plain', [record('EMPLOYEES', 'access modify add erase')]);
  expect(await plain.api.code('{ auditEvents { totalCount } }')).toBe('FORBIDDEN');
  expect(await server.anybody.code('{ auditEvents { totalCount } }')).toBe('UNAUTHENTICATED');
  expect(await auditor.api.code(QUERY, { first: 0 })).toBe('BAD_REQUEST');
  expect(await auditor.api.code(QUERY, { after: 'bm9uc2Vuc2U' })).toBe('BAD_REQUEST');
});
