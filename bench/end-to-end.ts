import type { Bench, Effort, Figure } from './harness/bench.ts';
import { CONNECTIONS } from './harness/connections.ts';
import { benchFolder } from './harness/folder.ts';
import type { MailDesk } from './harness/mail-desk.ts';
import { openMailDesk } from './harness/mail-desk.ts';
import { SEND_ONE } from './harness/message.ts';
import { Outbox } from './harness/outbox.ts';
import type { Postfix } from './harness/postfix.ts';
import { startPostfix } from './harness/postfix.ts';
import type { Postroom } from './harness/postroom.ts';
import { startPostroom } from './harness/postroom.ts';
import type { Side } from './harness/side-by-side.ts';
import { fastest, pairsOf, sideBySide } from './harness/side-by-side.ts';
import type { Sink } from './harness/sink.ts';
import { startSink } from './harness/sink.ts';
import { submit } from './harness/smtp-source.ts';
import { loadUntil } from './harness/wrk.ts';

const EMAILS = 10_000;
const CALLERS = 32;

const throughPostroom = ({ url, folder }: Postroom, { token }: MailDesk, sink: Sink, emails: number): Side => async () => {
  using outbox = new Outbox(folder);
  const [storedBefore, takenBefore] = [outbox.count('email'), sink.taken()];
  const begun = performance.now();
  await loadUntil({ url, token, template: SEND_ONE, connections: CALLERS, answers: emails });
  await outbox.empty();
  const seconds = (performance.now() - begun) / 1000;
  // The last calls of wrk may have been stored and their answers not awaited.
  const stored = outbox.count('email') - storedBefore;
  await sink.has(takenBefore + stored);
  const [sent, attempts] = [outbox.count('email', "status = 'SENT'"), outbox.count('attempt')];
  if (stored < emails || sent !== attempts || sent !== storedBefore + stored) throw new Error(`${stored} stored, ${sent} sent in all by ${attempts} attempts`);
  return stored / seconds;
};

const throughPostfix = ({ port }: Postfix, sink: Sink, emails: number, reuse: boolean): Side => async () => {
  const takenBefore = sink.taken();
  const begun = performance.now();
  await submit({ port, messages: emails, connections: CALLERS, reuse });
  await sink.has(takenBefore + emails);
  return emails / ((performance.now() - begun) / 1000);
};

/**
 * Emails a second from the first call until the last is SENT: stored durably, delivered to the sink, with attempts, marks and
 * states recorded. Postfix is done when the sink has its last message. Both deliver over as many connections.
 */
export const endToEnd: Bench = {
  name: 'end-to-end',
  run: async ({ rounds, share }: Effort): Promise<readonly Figure[]> => {
    const emails = Math.round(EMAILS * share);
    using folder = benchFolder('end-to-end');
    using queue = benchFolder('end-to-end-postfix');
    await using sink = await startSink();
    await using postroom = await startPostroom(folder.path);
    await using postfix = await startPostfix(queue.path, { relayPort: sink.port, connections: CONNECTIONS });
    const desk = await openMailDesk(postroom.admin, sink.port);
    const seen = await sideBySide(rounds, {
      postroom: throughPostroom(postroom, desk, sink, emails),
      'postfix, connections reused': throughPostfix(postfix, sink, emails, true),
      'postfix, a connection each': throughPostfix(postfix, sink, emails, false),
    });
    const best = fastest(seen['postfix, connections reused'], seen['postfix, a connection each']);
    return [{
      what: `${emails.toLocaleString('en-US')} emails accepted over HTTP and delivered over ${CONNECTIONS} connections, first call to last SENT`,
      against: 'Postfix, queue → sink', unit: 'emails/s', pairs: pairsOf(seen.postroom, best), by: 'ratio', bound: { atLeast: 1.75, aim: 2.5 },
    }];
  },
};
