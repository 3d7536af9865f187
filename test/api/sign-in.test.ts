import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import type { Person, UserError } from '../support/people.js';
import { hire, record } from '../support/people.js';
import type { TestServer } from '../support/server.js';
import { ADMIN, startPostroom } from '../support/server.js';
import { sql } from '../support/sql.js';

let server: TestServer;
let person: Person;
beforeAll(async () => {
  server = await startPostroom();
  person = await hire(server, 'Person', [record('EMPLOYEES', 'access')]);
});
afterAll(async () => { await server.stop(); });
/** All tests call from one address, whose limit they would use up together. */
afterEach(async () => { await sql(server, 'delete from sign_in_failure where count > ?', [0]); });

interface SignedIn { token: string | null; expiresAt: string | null; viewer: { name: string; rights: unknown[] } | null; userErrors: UserError[] }
const SIGN_IN = `mutation($email: String!, $password: String!, $cookie: Boolean! = false) { signIn(email: $email, password: $password, cookie: $cookie) {
  token expiresAt viewer { name rights { right } } userErrors { code path message } } }`;
const CHANGE = 'mutation($current: String!, $next: String!) { changePassword(current: $current, next: $next) { changed userErrors { code path message } } }';
const signIn = async (email: string, password: string): Promise<SignedIn> => await server.anybody.get<SignedIn>(SIGN_IN, { email, password });
const change = async (api: Person['api'], current: string, next: string) => await api.get<{ changed: boolean; userErrors: UserError[] }>(CHANGE, { current, next });
const pathsOf = ({ userErrors }: { userErrors: UserError[] }) => userErrors.map(({ code, path }) => `${code} ${path.join('.')}`);
const post = async (headers: Readonly<Record<string, string>>, query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Response> =>
  await fetch(`${server.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query, variables }) });

test('an employee signs in by its address, however it is written, and learns what it may do', async () => {
  const signedIn = await signIn(` ${ADMIN.email.toUpperCase()} `, ADMIN.password);
  expect(signedIn).toMatchObject({ viewer: { name: 'Administrator' }, userErrors: [] });
  expect(signedIn.viewer?.rights).toHaveLength(32);
  expect(signedIn.token).toMatch(/^prs_[\w-]{43}$/);
  expect(Date.parse(signedIn.expiresAt ?? '')).toBeGreaterThan(Date.now());
});

test('a wrong password and an unknown, inactive or passwordless employee are told in the same words', async () => {
  await server.admin.get('mutation { createEmployee(input: { name: "Passwordless", email: "passwordless@postroom.example" }) { userErrors { code } } }');
  const gone = await hire(server, 'Gone');
  await sql(server, 'update employee set active = ? where id = ?', [0, gone.id]);
  const answers = await Promise.all([
    signIn(person.email, 'not the password'), signIn('nobody@postroom.example', 'not the password'), signIn(gone.email, gone.password),
    signIn('passwordless@postroom.example', ''), signIn('', ''), signIn('\u0000\ud800', 'x'), signIn('?\\?\'', '\u0000'),
  ]);
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]).toMatchObject({ token: null, expiresAt: null, viewer: null, userErrors: [{ code: 'INVALID', path: ['password'], message: 'Email or password is wrong' }] });
});

test('after five wrong passwords the account waits, even with the right one; others do not', async () => {
  const guessed = await hire(server, 'Guessed');
  for (let guess = 0; guess < 5; guess += 1) expect(pathsOf(await signIn(guessed.email, `guess ${guess}`))).toEqual(['INVALID password']);
  const { errors } = await server.anybody.ask(SIGN_IN, { email: guessed.email, password: guessed.password });
  expect(errors?.[0]?.extensions).toEqual({ code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) });
  expect((await signIn(person.email, person.password)).token).not.toBeNull();
});

test('an address that guesses at many accounts waits with all of them', async () => {
  for (let guess = 0; guess < 30; guess += 1) expect(pathsOf(await signIn(`nobody${guess}@postroom.example`, 'x'))).toEqual(['INVALID password']);
  expect(await server.anybody.code(SIGN_IN, { email: 'nobody@postroom.example', password: 'x' })).toBe('RATE_LIMITED');
  expect(await server.anybody.code(SIGN_IN, { email: person.email, password: person.password })).toBe('RATE_LIMITED');
});

test('guesses made all at once do not outrun their count', async () => {
  const codes = await Promise.all(Array.from({ length: 30 }, async () => await server.anybody.code(SIGN_IN, { email: person.email, password: 'guess' })));
  // Two are looked at side by side, so that one more than five may pass.
  expect(codes.filter((code) => code === null).length).toBeLessThanOrEqual(6);
  expect(codes.filter((code) => code === 'RATE_LIMITED').length).toBeGreaterThanOrEqual(24);
});

test('a right password forgets the wrong ones of the account, not those of the address', async () => {
  for (let guess = 0; guess < 4; guess += 1) await signIn(person.email, 'guess');
  expect((await signIn(person.email, person.password)).token).not.toBeNull();
  for (let guess = 0; guess < 5; guess += 1) expect(pathsOf(await signIn(person.email, 'guess'))).toEqual(['INVALID password']);
  await sql(server, 'delete from sign_in_failure where count < ?', [9]);
  for (let guess = 0; guess < 21; guess += 1) await signIn(`other${guess}@postroom.example`, 'x');
  expect(await server.anybody.code(SIGN_IN, { email: 'other@postroom.example', password: 'x' })).toBe('RATE_LIMITED');
});

test('a session ends with its time', async () => {
  const api = await server.anybody.signedIn(person.email, person.password);
  await sql(server, 'update session set expires_at = ? where employee_id = ?', [Date.now() + 2_000, person.id]);
  expect(await api.code('{ viewer { id } }')).toBeNull();
  await eventually(async () => await api.code('{ viewer { id } }'), (code) => code === 'UNAUTHENTICATED');
});

test('a cookie keeps the session out of reach of scripts, and of other sites; sign-out clears it', async () => {
  const answer = await post({}, SIGN_IN, { email: person.email, password: person.password, cookie: true });
  const body = await answer.text();
  expect(JSON.parse(body)).toMatchObject({ data: { signIn: { token: null, viewer: { name: 'Person' } } } });
  const [cookie] = answer.headers.getSetCookie();
  expect(cookie).toMatch(/^postroom_session=prs_[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Expires=/);
  const value = cookie?.split(';')[0] ?? '';
  expect(body).not.toContain(value.split('=')[1]);
  const whoAmI = '{ viewer { name } }';
  expect(await (await post({ cookie: value, origin: server.url }, whoAmI)).json()).toEqual({ data: { viewer: { name: 'Person' } } });
  const foreign = await post({ cookie: value, origin: 'https://evil.example' }, whoAmI);
  expect(foreign.status).toBe(403);
  expect(await foreign.text()).not.toContain('Person');
  const out = await post({ cookie: value, origin: server.url }, 'mutation { signOut { signedOut } }');
  expect(await out.json()).toEqual({ data: { signOut: { signedOut: true } } });
  expect(out.headers.getSetCookie()).toEqual(['postroom_session=; Path=/; HttpOnly; SameSite=Strict; Expires=Thu, 01 Jan 1970 00:00:00 GMT']);
  expect(await (await post({ cookie: value }, whoAmI)).json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
});

test('signing in from another site\'s page is refused', async () => {
  const answer = await post({ origin: 'https://evil.example' }, SIGN_IN, { email: person.email, password: person.password, cookie: true });
  expect(answer.status).toBe(403);
  expect(answer.headers.getSetCookie()).toEqual([]);
});

test('a changed password ends all other sessions, and only the new one opens another', async () => {
  const changer = await hire(server, 'Changer');
  const other = await server.anybody.signedIn(changer.email, changer.password);
  expect(await change(changer.api, changer.password, 'größer als zuvor')).toEqual({ changed: true, userErrors: [] });
  expect(await changer.api.code('{ viewer { id } }')).toBeNull();
  expect(await other.code('{ viewer { id } }')).toBe('UNAUTHENTICATED');
  expect(pathsOf(await signIn(changer.email, changer.password))).toEqual(['INVALID password']);
  expect((await signIn(changer.email, 'größer als zuvor'.normalize('NFD'))).token).not.toBeNull();
});

test('a short, long, masked or guessable password is no new one, and the old one stays', async () => {
  const api = await server.anybody.signedIn(person.email, person.password);
  const { email, password } = person;
  for (const next of ['nine char', 'xy'.repeat(513), '••••••••••••', email, email.toUpperCase(), password]) {
    expect(await change(api, password, next)).toMatchObject({ changed: false, userErrors: [{ code: 'INVALID', path: ['next'] }] });
  }
  expect((await signIn(email, password)).token).not.toBeNull();
});

test('a wrong current password is refused beside other faults, and counts as a failed sign-in', async () => {
  const api = await server.anybody.signedIn(person.email, person.password);
  expect(pathsOf(await change(api, 'not the password', 'short'))).toEqual(['INVALID current', 'INVALID next']);
  for (let guess = 0; guess < 4; guess += 1) expect(pathsOf(await change(api, `guess ${guess}`, 'a password of my own'))).toEqual(['INVALID current']);
  expect(await api.code(CHANGE, { current: person.password, next: 'a password of my own' })).toBe('RATE_LIMITED');
  expect(await server.anybody.code(SIGN_IN, { email: person.email, password: person.password })).toBe('RATE_LIMITED');
});
