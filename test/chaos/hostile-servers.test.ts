import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { WITHOUT_END } from '../contract/transport/misbehaviour.js';
import type { Act, Point, Script, ScriptedServer } from '../contract/transport/scripted-server.js';
import { scriptedServer } from '../contract/transport/scripted-server.js';
import { accountAt } from '../support/account-testing.js';
import { logged } from '../support/delivered.js';
import { eventually } from '../support/eventually.js';
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

/** The most memory that the process ever had, in MiB. */
const peakMemory = (): number => Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${server.child.pid}/status`, 'utf8'))?.[1]) / 1_024;

test.each(CASES)('%s at any command: the email stands as it must, and other accounts go on', async (_how, misdeed, outcomes) => {
  const before = peakMemory();
  const companies = [];
  for (const point of Object.keys(outcomes) as Point[]) companies.push({ point, ...await company({ [point]: misdeed }) });
  const hostile = await Promise.all(companies.map(async ({ accountId, ...one }) => ({ ...one, email: await sent(server.admin, { accountId }) })));
  const others = await Promise.all(Array.from({ length: 5 }, async () => await sent(server.admin, { accountId: good.accountId })));
  const settledOnce = await Promise.all(hostile.map(async ({ point, mail, email }) => {
    const { status, attempts } = await eventually(async () => await logged(server.admin, email.id), (one) => one.attempts.length > 0 && one.status !== 'SENDING');
    return [point, `${status} ${mail.messages.length}`, attempts.length] as const;
  }));
  expect(settledOnce).toEqual(Object.entries(outcomes).map(([point, outcome]) => [point, outcome, 1]));
  for (const { id } of others) {
    expect(await eventually(async () => await logged(server.admin, id), ({ status }) => status === 'SENT')).toMatchObject({ attempts: [{ outcome: 'ACCEPTED' }] });
  }
  expect(peakMemory() - before).toBeLessThan(200);
});
