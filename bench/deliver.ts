import { fill } from './harness/backlog.ts';
import type { Bench, Effort, Figure } from './harness/bench.ts';
import { CONNECTIONS } from './harness/connections.ts';
import { benchFolder } from './harness/folder.ts';
import { openMailDesk, setPaused } from './harness/mail-desk.ts';
import { Outbox } from './harness/outbox.ts';
import { startPeer } from './harness/peer.ts';
import { startPostroom } from './harness/postroom.ts';
import { pairsOf, sideBySide } from './harness/side-by-side.ts';
import { startSink } from './harness/sink.ts';
import type { Order } from './peers/nodemailer-loop.ts';

const BACKLOG = 20_000;

/**
 * Emails a second from the call that resumes a paused account, for which a backlog waits, until the last is SENT, with all that is
 * recorded on the way. Against nodemailer's pool in a loop, which knows what it sends from the start and records nothing.
 */
export const deliver: Bench = {
  name: 'deliver',
  run: async ({ rounds, share }: Effort): Promise<readonly Figure[]> => {
    const emails = Math.round(BACKLOG * share);
    using folder = benchFolder('deliver');
    await using sink = await startSink();
    await using postroom = await startPostroom(folder.path);
    await using loop = startPeer<Order, number>('nodemailer-loop.ts');
    using outbox = new Outbox(folder.path);
    const desk = await openMailDesk(postroom.admin, sink.port);
    const ours = async (): Promise<number> => {
      await setPaused(postroom.admin, desk.accountId, true);
      await fill(postroom.url, desk, emails);
      const takenBefore = sink.taken();
      const begun = performance.now();
      await setPaused(postroom.admin, desk.accountId, false);
      await outbox.empty();
      const seconds = (performance.now() - begun) / 1000;
      await sink.has(takenBefore + emails);
      const [all, sent] = [outbox.count('email'), outbox.count('email', "status = 'SENT'")];
      if (sent !== all || sink.taken() !== takenBefore + emails) throw new Error(`Of ${all} emails ${sent} were sent, and the sink took ${sink.taken() - takenBefore} of ${emails}`);
      return emails / seconds;
    };
    const theirs = async (): Promise<number> => emails / await loop.ask({ port: sink.port, connections: CONNECTIONS, messages: emails });
    const seen = await sideBySide(rounds, { postroom: ours, 'nodemailer loop': theirs });
    return [{
      what: `a backlog of ${emails.toLocaleString('en-US')} to the sink over ${CONNECTIONS} connections, states recorded`,
      against: 'a bare nodemailer pool in a loop, nothing recorded', unit: 'emails/s',
      pairs: pairsOf(seen.postroom, seen['nodemailer loop']), by: 'ratio', bound: { atLeast: 0.7, aim: 0.9 },
    }];
  },
};
