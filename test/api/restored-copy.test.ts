import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Api } from '../support/api.js';
import { runCommand } from '../support/command.js';
import { CompanyServer } from '../support/company-server.js';
import { copiedDatabase } from '../support/copied-database.js';
import { changeMany, logged, mend, settled } from '../support/delivered.js';
import { eventually } from '../support/eventually.js';
import { countOf, sent } from '../support/sending.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';
import { sql } from '../support/sql.js';
import { testAccount } from '../support/test-account.js';

const OPEN = { POSTROOM_CONNECT_ALLOW: '127.0.0.1:*' };
const COPIED = { parkedReason: ['RESTORED_COPY'] };

let company: CompanyServer;
let server: TestServer;
let accountId: string;
/** What a test starts or makes beside, to be ended after it, last first. */
let after: (() => Promise<unknown> | void)[];
beforeEach(async () => {
  after = [];
  company = await CompanyServer.start();
  server = await startPostroom(OPEN);
  accountId = await testAccount(server, 'Company', company.settings);
});
afterEach(async () => {
  for (const end of after.toReversed()) await end();
  await server.stop();
  await company.stop();
});

const emptyFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'postroom-'));
  after.push(() => { rmSync(folder, { recursive: true, force: true }); });
  return folder;
};

const backup = async (): Promise<string> => {
  const copy = await copiedDatabase(server.environment['POSTROOM_DATABASE_URL'] ?? '', emptyFolder());
  after.push(async () => await copy.drop());
  return copy.url;
};

/** Starts on another database or data folder than its own. */
const startOn = async (place: { database?: string; folder?: string }): Promise<TestServer> => {
  const started = await startPostroom({
    ...OPEN, POSTROOM_DATA_DIR: place.folder ?? server.folder,
    POSTROOM_DATABASE_URL: place.database ?? server.environment['POSTROOM_DATABASE_URL'] ?? '',
  });
  after.push(async () => await started.stop());
  return started;
};

/** Starts what was started last anew; that one is then ended in its place. */
const restarted = async (last: TestServer, how: 'SIGTERM' | 'SIGKILL'): Promise<TestServer> => {
  const again = await last.restart(how);
  after.splice(-1, 1, async () => await again.stop());
  return again;
};

/** Stops the server without taking its data away. */
const stopServing = async (how: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> => {
  server.child.kill(how);
  await eventually(async () => server.child.exitCode ?? server.child.signalCode, (end) => end !== null);
};

const confirm = async (of: TestServer, ...options: string[]) => await runCommand(['confirm-instance', ...options], of.environment);
const copyState = async (api: Api) => await api.get<{ restoredCopy: boolean; restoredCopyReason: string | null; deliversOutside: boolean }>(
  '{ smtpConfiguration { restoredCopy restoredCopyReason deliversOutside } }');
const setPaused = async (api: Api, paused: boolean): Promise<void> => {
  await api.get(`mutation($id: ID!) { ${paused ? 'pause' : 'resume'}SmtpAccount(id: $id) { userErrors { code } } }`, { id: accountId });
};

/** An email that waits in the backup and was sent since; the backup stands in the original's data folder. */
const restored = async () => {
  await setPaused(server.admin, true);
  const email = await sent(server.admin, { accountId });
  expect(email.parkedReason).toBe('ACCOUNT_PAUSED');
  const database = await backup();
  await setPaused(server.admin, false);
  await settled(server.admin, email.id, 'SENT');
  await stopServing();
  return { email, database, copy: await startOn({ database }) };
};

test('a restored backup sends nothing: what waits is parked, what comes in too, whatever is switched on, and it says so', async () => {
  const { email, copy } = await restored();
  expect(copy.output()).toMatch(/NOTHING IS SENT: this database is taken for a copy/);
  expect(await copyState(copy.admin)).toEqual({ restoredCopy: true, restoredCopyReason: expect.stringMatching(/restored from a backup/), deliversOutside: false });
  expect(await logged(copy.admin, email.id)).toMatchObject({ status: 'PARKED', parkedReason: 'RESTORED_COPY' });
  await setPaused(copy.admin, false);
  const late = await sent(copy.admin, { accountId });
  expect(late).toMatchObject({ status: 'PARKED', parkedReason: 'RESTORED_COPY', route: { reason: expect.stringMatching(/^Nothing is sent until "postroom confirm-instance"/) } });
  expect(await changeMany(copy.admin, COPIED, 'RELEASE')).toMatchObject({ changed: 0, userErrors: [{ code: 'WRONG_STATE', path: ['action'] }] });
  expect(await changeMany(copy.admin, COPIED, 'REROUTE')).toMatchObject({ changed: 0, userErrors: [{ code: 'WRONG_STATE', path: ['action'] }] });
  expect(await mend(copy.admin, 'retryEmail', email.id)).toMatchObject({ userErrors: [{ code: 'WRONG_STATE', path: ['id'] }] });
  const again = await restarted(copy, 'SIGKILL');
  expect(again.output()).toMatch(/NOTHING IS SENT/);
  expect(await countOf(again.admin, COPIED)).toBe(2);
  expect([email, late].map(({ messageId }) => company.timesArrived(messageId))).toEqual([1, 0]);
});

test('confirmed, it goes on without a restart; what was parked stays for a person to release or cancel', async () => {
  const { email, copy } = await restored();
  const late = await sent(copy.admin, { accountId });
  expect(await confirm(copy)).toMatchObject({ code: 1, stdout: expect.stringMatching(/2 emails that wait stay parked/), stderr: expect.stringMatching(/give --yes/) });
  expect((await copyState(copy.admin)).restoredCopy).toBe(true);
  expect(await confirm(copy, '--yes')).toMatchObject({ code: 0, stderr: '' });
  expect(await copyState(copy.admin)).toMatchObject({ restoredCopy: false, restoredCopyReason: null });
  await setPaused(copy.admin, false);
  const next = await sent(copy.admin, { accountId });
  await settled(copy.admin, next.id, 'SENT');
  expect(await countOf(copy.admin, COPIED)).toBe(2);
  expect(await mend(copy.admin, 'cancelEmail', email.id)).toMatchObject({ email: { status: 'CANCELLED' } });
  expect(await changeMany(copy.admin, COPIED, 'RELEASE')).toMatchObject({ changed: 1, userErrors: [] });
  await settled(copy.admin, late.id, 'SENT');
  const events = await copy.admin.get<{ edges: { node: { action: string } }[] }>('{ auditEvents(first: 200) { edges { node { action } } } }');
  expect(events.edges.map(({ node }) => node.action)).toEqual(expect.arrayContaining(['TAKEN_FOR_COPY', 'INSTANCE_CONFIRMED']));
  const again = await restarted(copy, 'SIGTERM');
  expect(again.output()).not.toMatch(/NOTHING IS SENT/);
  expect(await confirm(again, '--yes')).toMatchObject({ code: 0, stdout: expect.stringMatching(/nothing to confirm/) });
  expect([email, late, next].map(({ messageId }) => company.timesArrived(messageId))).toEqual([1, 1, 1]);
});

/** A copy of a database that was in use is not started while leases of its original would tell that somebody works on it. */
const cloneOfTheDead = async (): Promise<TestServer> => {
  const database = await backup();
  const cloned = { ...server, environment: { ...server.environment, POSTROOM_DATABASE_URL: database } };
  for (const statement of ['update lease set expires_at = 0', 'update dispatch set lease_expires_at = 1 where lease_expires_at is not null']) await sql(cloned, statement, []);
  const folder = emptyFolder();
  // The keys come along with whoever takes a copy of the database to use it.
  copyFileSync(join(server.folder, 'secret-keys'), join(folder, 'secret-keys'));
  return await startOn({ database, folder });
};

test('a clone in another place parks what was in hand, and what was handed over is UNKNOWN; cancelled, nothing of it goes', async () => {
  const never = Promise.withResolvers<null>();
  company.behaviour.message = async () => await never.promise;
  const handedOver = await sent(server.admin, { accountId });
  await eventually(async () => company.timesArrived(handedOver.messageId), (times) => times === 1);
  let reached = false;
  company.behaviour.recipient = async () => {
    reached = true;
    return await never.promise;
  };
  const inHand = await sent(server.admin, { accountId });
  await eventually(async () => reached, Boolean);
  await stopServing('SIGKILL');
  never.resolve(null);
  company.behave();
  const clone = await cloneOfTheDead();
  expect(await copyState(clone.admin)).toMatchObject({ restoredCopy: true, restoredCopyReason: expect.stringMatching(/does not know this database/) });
  expect(await logged(clone.admin, handedOver.id)).toMatchObject({ status: 'UNKNOWN' });
  expect(await logged(clone.admin, inHand.id)).toMatchObject({ status: 'PARKED', parkedReason: 'RESTORED_COPY' });
  expect(await confirm(clone, '--yes', '--cancel')).toMatchObject({ code: 0, stdout: expect.stringMatching(/1 emails cancelled/) });
  expect(await logged(clone.admin, inHand.id)).toMatchObject({ status: 'CANCELLED' });
  const own = await sent(clone.admin, { accountId });
  await settled(clone.admin, own.id, 'SENT');
  expect([handedOver, inHand, own].map(({ messageId }) => company.timesArrived(messageId))).toEqual([1, 0, 1]);
});

test('confirmed with --release, what waits in a copy is sent', async () => {
  await setPaused(server.admin, true);
  const email = await sent(server.admin, { accountId });
  await stopServing();
  const clone = await cloneOfTheDead();
  await setPaused(clone.admin, false);
  expect(await confirm(clone, '--yes', '--release')).toMatchObject({ code: 0, stdout: expect.stringMatching(/1 emails released/) });
  await settled(clone.admin, email.id, 'SENT');
});

test('a data folder of another database is not taken for its own, and is after it was confirmed', async () => {
  const other = await startPostroom(OPEN);
  after.push(async () => await other.stop());
  await sent(other.admin);
  other.child.kill('SIGTERM');
  await eventually(async () => other.child.exitCode, (code) => code !== null);
  await stopServing();
  const mixed = await startOn({ database: other.environment['POSTROOM_DATABASE_URL'] ?? '' });
  expect(await copyState(mixed.admin)).toMatchObject({ restoredCopy: true, restoredCopyReason: expect.stringMatching(/belongs to another database/) });
  expect(await confirm(mixed, '--yes')).toMatchObject({ code: 0 });
  expect((await copyState(mixed.admin)).restoredCopy).toBe(false);
});

test('an installation from before there were marks is taken as it is, and a new one too', async () => {
  expect((await copyState(server.admin)).restoredCopy).toBe(false);
  const { id } = await sent(server.admin, { accountId });
  await settled(server.admin, id, 'SENT');
  await stopServing();
  rmSync(join(server.folder, 'instance'), { recursive: true });
  await sql(server, 'delete from installation', []);
  const upgraded = await startOn({});
  expect((await copyState(upgraded.admin)).restoredCopy).toBe(false);
  const next = await sent(upgraded.admin, { accountId });
  await settled(upgraded.admin, next.id, 'SENT');
});

test('a process that joins a living installation with another data folder is refused in words, and parks nobody\'s mail', async () => {
  const { id } = await sent(server.admin, { accountId });
  await settled(server.admin, id, 'SENT');
  const joining = await runCommand(['start'], { ...server.environment, POSTROOM_DATA_DIR: emptyFolder() });
  expect(joining).toMatchObject({ code: 1, stderr: expect.stringMatching(/work on this database with another data folder .* set POSTROOM_DATA_DIR/) });
  expect((await copyState(server.admin)).restoredCopy).toBe(false);
  const next = await sent(server.admin, { accountId });
  await settled(server.admin, next.id, 'SENT');
});
