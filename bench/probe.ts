import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import type { Api } from '../test/support/api.ts';
import { fill } from './harness/backlog.ts';
import type { Bench, Effort, Figure } from './harness/bench.ts';
import { benchFolder } from './harness/folder.ts';
import { openMailDesk, setPaused } from './harness/mail-desk.ts';
import { Outbox } from './harness/outbox.ts';
import { startPostroom, type Postroom } from './harness/postroom.ts';
import { median, pairsOf, sideBySide } from './harness/side-by-side.ts';
import { startSink } from './harness/sink.ts';

const BACKLOG = 5_000;
/** As many as one caller may start in a minute. */
const TESTS_EACH = 20;
const AT_ONCE = 10;
/** Of tests beside a delivery: more would be a bench of tests. */
const HANDFULS = 6;
/** A dry run asks for the same: a sender, a recipient, and both taken back. */
const LINES = ['EHLO bench.example', 'MAIL FROM:<office@example.com>', 'RCPT TO:<someone@example.net>', 'RSET', 'QUIT'];

const TOKEN = `mutation($input: ApplicationTokenInput!) { createApplicationToken(input: $input) { secret userErrors { code } } }`;
const TEST = `mutation($id: ID!) { testSmtpAccount(id: $id, input: { emailTestTo: "someone@example.net", mode: DRY_RUN }) { test { state } } }`;

let testers = 0;
/** A program that may test accounts, and has not yet. */
const tester = async ({ admin }: Postroom): Promise<Api> => {
  const records = [{ recordType: 'SMTP_ACCOUNTS', access: true, modify: true, add: false, erase: false }];
  const { secret } = await admin.get<{ secret: string }>(TOKEN, { input: { name: `Tester ${testers += 1}`, records } });
  return admin.as(secret);
};

const dryRun = async (api: Api, id: string): Promise<void> => {
  const { test } = await api.get<{ test: { state: string } }>(TEST, { id });
  if (test.state !== 'PASSED') throw new Error(`A test ended as ${test.state}`);
};

/** The same conversation with nothing around it. */
const converse = async (port: number): Promise<void> => {
  const socket = connect(port, '127.0.0.1');
  const replies = createInterface({ input: socket })[Symbol.asyncIterator]();
  const whole = async (): Promise<void> => { while (/^\d{3}-/.test(String((await replies.next()).value))); };
  await whole();
  for (const line of LINES) {
    socket.write(`${line}\r\n`);
    await whole();
  }
  socket.destroy();
  await once(socket, 'close');
};

const millisecondsOf = async (work: () => Promise<void>): Promise<number> => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};

const medianOf = async (times: number, work: () => Promise<void>): Promise<number> => {
  const seen: number[] = [];
  for (let at = 0; at < times; at += 1) seen.push(await millisecondsOf(work));
  return median(seen);
};

/** What a test costs beyond the server's own time, and what tests cost deliveries that go on beside them. */
export const probe: Bench = {
  name: 'probe',
  run: async ({ rounds, share }: Effort): Promise<readonly Figure[]> => {
    const emails = Math.round(BACKLOG * share);
    using folder = benchFolder('probe');
    await using sink = await startSink();
    await using postroom = await startPostroom(folder.path);
    using outbox = new Outbox(folder.path);
    const desk = await openMailDesk(postroom.admin, sink.port);
    const alone = await sideBySide(rounds, {
      postroom: async () => {
        const api = await tester(postroom);
        return await medianOf(TESTS_EACH, async () => await dryRun(api, desk.accountId));
      },
      'the same conversation': async () => await medianOf(TESTS_EACH, async () => await converse(sink.port)),
    });
    const delivered = async (beside: () => Promise<void>): Promise<number> => {
      await setPaused(postroom.admin, desk.accountId, true);
      await fill(postroom.url, desk, emails);
      const begun = performance.now();
      await setPaused(postroom.admin, desk.accountId, false);
      const [seconds] = await Promise.all([outbox.empty().then(() => (performance.now() - begun) / 1_000), beside()]);
      return emails / seconds;
    };
    const beside = await sideBySide(rounds, {
      postroom: async () => {
        const apis = await Promise.all(Array.from({ length: Math.ceil(HANDFULS * AT_ONCE / TESTS_EACH) }, async () => await tester(postroom)));
        return await delivered(async () => {
          for (let handful = 0; handful < HANDFULS; handful += 1) {
            await Promise.all(Array.from({ length: AT_ONCE }, async (_, at) => await dryRun(apis[(handful * AT_ONCE + at) % apis.length] as Api, desk.accountId)));
          }
        });
      },
      'without tests': async () => await delivered(async () => {}),
    });
    return [
      {
        what: 'a dry run of an account, asked for over HTTP, with all that is written down of it', against: 'the same conversation with nothing around it', unit: 'ms',
        pairs: pairsOf(alone.postroom, alone['the same conversation']), by: 'difference', bound: { atMost: 50, aim: 10 },
      },
      {
        what: `a backlog of ${emails.toLocaleString('en-US')} to the sink, beside ${HANDFULS} × ${AT_ONCE} tests at once`, against: 'the same without tests', unit: 'emails/s',
        pairs: pairsOf(beside.postroom, beside['without tests']), by: 'ratio', bound: { atLeast: 0.9, aim: 1 },
      },
    ];
  },
};
