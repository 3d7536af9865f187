import type { Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { forgetPeak, peakMebibytes, residentMebibytes } from '../../bench/harness/memory.js';
import { byteByByte, WITHOUT_END } from '../contract/transport/misbehaviour.js';
import type { Act, Point, Script, ScriptedServer } from '../contract/transport/scripted-server.js';
import { scriptedServer } from '../contract/transport/scripted-server.js';
import { accountAt } from '../support/account-testing.js';
import { logged } from '../support/delivered.js';
import { eventually } from '../support/eventually.js';
import type { Email } from '../support/sending.js';
import { sent } from '../support/sending.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';

let server: TestServer;
let good: { readonly mail: ScriptedServer; readonly accountId: string };
const servers: ScriptedServer[] = [];

const company = async (script: Script): Promise<{ mail: ScriptedServer; accountId: string }> => {
  const mail = await scriptedServer(script);
  servers.push(mail);
  const settings = { server: '127.0.0.1', port: mail.port, security: 'NONE', authentication: 'NONE', emailFrom: 'billing@example.com' };
  return { mail, accountId: await accountAt(server.admin, settings) };
};

beforeAll(async () => {
  server = await startPostroom({ POSTROOM_CONNECT_ALLOW: '127.0.0.1:*' });
  good = await company({});
});
afterAll(async () => {
  await server.stop();
  await Promise.all(servers.map(async (one) => await one.stop()));
});

type Misdeed = string | Act;
/** Status, and how often the server had the message whole, by where it misbehaves. */
type Outcomes = Readonly<Partial<Record<Point, string>>>;

/** Before the dot the server cannot have it, after the dot only its own no says so. */
const CASES: readonly (readonly [string, Misdeed, Outcomes])[] = [
  ['hanging up', 'HANG_UP', { GREETING: 'QUEUED 0', EHLO: 'QUEUED 0', MAIL: 'QUEUED 0', RCPT: 'QUEUED 0', DATA: 'QUEUED 0', BODY: 'UNKNOWN 0', DOT: 'UNKNOWN 1' }],
  ['not now', '451 4.3.0 Try again later', { GREETING: 'QUEUED 0', EHLO: 'QUEUED 0', MAIL: 'QUEUED 0', RCPT: 'QUEUED 0', DATA: 'QUEUED 0', DOT: 'QUEUED 1' }],
  ['going down', '421 4.3.2 Service shutting down', { GREETING: 'QUEUED 0', EHLO: 'QUEUED 0', MAIL: 'QUEUED 0', RCPT: 'QUEUED 0', DATA: 'QUEUED 0', DOT: 'QUEUED 1' }],
  ['no such user', '550 5.1.1 User unknown', { RCPT: 'FAILED 0', DATA: 'FAILED 0', DOT: 'FAILED 1' }],
  // A no for good to the session is a fault of the account; one to the message is the message's own.
  ['no service', '554 5.3.2 No SMTP service here', { GREETING: 'PARKED 0', EHLO: 'PARKED 0', MAIL: 'PARKED 0', RCPT: 'FAILED 0', DATA: 'FAILED 0', DOT: 'FAILED 1' }],
  ...['lines of one reply', 'one line', 'blank lines', 'bytes of no meaning'].map((how) => [
    how, WITHOUT_END[how] ?? '', { GREETING: 'PARKED 0', EHLO: 'PARKED 0', MAIL: 'QUEUED 0', RCPT: 'QUEUED 0', DATA: 'QUEUED 0', DOT: 'UNKNOWN 1' },
  ] as const),
];

/** The most that the process may have in memory beside what it has at rest, in MiB: floods are cut off long before. */
const MEBIBYTES_MAX = 60;

/** What the process has in memory now; from here on its peak is recorded anew. */
const atRest = (): number => {
  const pid = server.child.pid ?? 0;
  forgetPeak(pid);
  return residentMebibytes(pid);
};
const grownSince = (before: number): number => peakMebibytes(server.child.pid ?? 0) - before;

interface Hostile { readonly point: Point; readonly mail: ScriptedServer; readonly email: Email }

/** An email to each of as many servers as there are points, all of them under way at the same time. */
const sentToHostile = async (misdeeds: Readonly<Partial<Record<Point, Misdeed>>>): Promise<Hostile[]> => {
  const companies = [];
  for (const [point, misdeed] of Object.entries(misdeeds) as [Point, Misdeed][]) companies.push({ point, ...await company({ [point]: misdeed }) });
  return await Promise.all(companies.map(async ({ accountId, ...one }) => ({ ...one, email: await sent(server.admin, { accountId }) })));
};
const sentToGood = async (): Promise<Email[]> =>
  await Promise.all(Array.from({ length: 5 }, async () => await sent(server.admin, { accountId: good.accountId })));
const expectDelivered = async (emails: readonly Email[]): Promise<void> => {
  for (const { id } of emails) {
    expect(await eventually(async () => await logged(server.admin, id), ({ status }) => status === 'SENT')).toMatchObject({ attempts: [{ outcome: 'ACCEPTED' }] });
  }
};
/** Where each email stands once its first try is over, and how often its server had it whole. */
const settledOnce = async (hostile: readonly Hostile[]) => await Promise.all(hostile.map(async ({ point, mail, email }) => {
  const { status, attempts } = await eventually(async () => await logged(server.admin, email.id), (one) => one.attempts.length > 0 && one.status !== 'SENDING');
  return [point, `${status} ${mail.messages.length}`, attempts.length] as const;
}));
const once = (outcomes: Outcomes) => Object.entries(outcomes).map(([point, outcome]) => [point, outcome, 1]);

test.each(CASES)('%s at any command: the email stands as it must, and other accounts go on', async (_how, misdeed, outcomes) => {
  const before = atRest();
  const hostile = await sentToHostile(Object.fromEntries(Object.keys(outcomes).map((point) => [point, misdeed])));
  const others = await sentToGood();
  expect(await settledOnce(hostile)).toEqual(once(outcomes));
  await expectDelivered(others);
  expect(grownSince(before)).toBeLessThan(MEBIBYTES_MAX);
});

/** Ways to stand still that last for minutes, by the times that RFC 5321 asks a client to wait. */
const STANDING_STILL: readonly (readonly [string, Act])[] = [['silence', { act: () => {} }], ['a byte a second', byteByByte('250-and more\r\n', 1_000)]];

test.each(STANDING_STILL)('%s at any command: other accounts go on meanwhile, and it stands as it must once the line is lost', async (_how, { act }) => {
  const before = atRest();
  const outcomes: Outcomes = CASES[0]?.[2] ?? {};
  const standing = new Set<Socket>();
  const still: Act = { act: (socket) => {
    standing.add(socket);
    act(socket);
  } };
  const hostile = await sentToHostile(Object.fromEntries(Object.keys(outcomes).map((point) => [point, still])));
  await eventually(async () => standing.size, (count) => count === hostile.length);
  await expectDelivered(await sentToGood());
  expect(await Promise.all(hostile.map(async ({ email }) => (await logged(server.admin, email.id)).status))).toEqual(hostile.map(() => 'SENDING'));
  for (const socket of standing) socket.destroy();
  expect(await settledOnce(hostile)).toEqual(once(outcomes));
  expect(grownSince(before)).toBeLessThan(MEBIBYTES_MAX);
});
