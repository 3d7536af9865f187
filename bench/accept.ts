import type { Bench, Effort, Figure } from './harness/bench.ts';
import { benchFolder } from './harness/folder.ts';
import { openMailDesk, setPaused } from './harness/mail-desk.ts';
import { SEND_ONE } from './harness/message.ts';
import { Outbox } from './harness/outbox.ts';
import { startPostfix } from './harness/postfix.ts';
import { startPostroom } from './harness/postroom.ts';
import { fastest, pairsOf, sideBySide } from './harness/side-by-side.ts';
import { submit } from './harness/smtp-source.ts';
import { load } from './harness/wrk.ts';

const CONNECTIONS = 32;
/** About what Postfix takes in a second, so that its side lasts as long as ours. */
const POSTFIX_A_SECOND = 1_500;
/** A port on which nothing listens: nothing is delivered here. */
const NO_SERVER = 9;

/**
 * Durable emails a second, from call to answer. Mail is on and each email takes the whole way in; its account is paused, so that
 * nothing is delivered meanwhile. Postfix holds what it takes, so that no queue manager runs beside it either.
 */
export const accept: Bench = {
  name: 'accept',
  run: async ({ rounds, seconds }: Effort): Promise<readonly Figure[]> => {
    using folder = benchFolder('accept');
    using queue = benchFolder('accept-postfix');
    await using postroom = await startPostroom(folder.path);
    await using postfix = await startPostfix(queue.path, 'hold');
    using outbox = new Outbox(folder.path);
    const { accountId, token } = await openMailDesk(postroom.admin, NO_SERVER);
    await setPaused(postroom.admin, accountId, true);
    const ours = async (): Promise<number> => {
      const before = outbox.count('email', "status = 'PARKED'");
      const { answers, perSecond } = await load({ url: postroom.url, token, template: SEND_ONE, connections: CONNECTIONS, seconds });
      await outbox.still();
      const stored = outbox.count('email', "status = 'PARKED'") - before;
      if (stored < answers) throw new Error(`${answers} answers, but only ${stored} emails were stored`);
      return perSecond;
    };
    const theirs = (reuse: boolean) => async (): Promise<number> => {
      const messages = POSTFIX_A_SECOND * seconds;
      const took = await submit({ port: postfix.port, messages, connections: CONNECTIONS, reuse });
      if (postfix.queued() !== messages) throw new Error(`Postfix holds ${postfix.queued()} of ${messages} messages`);
      postfix.forget();
      return messages / took;
    };
    const seen = await sideBySide(rounds, { postroom: ours, 'postfix, connections reused': theirs(true), 'postfix, a connection each': theirs(false) });
    const best = fastest(seen['postfix, connections reused'], seen['postfix, a connection each']);
    return [{
      what: 'durable sendEmail over HTTP, one email a call, 32 connections', against: 'Postfix taking the same messages into its queue', unit: 'emails/s',
      pairs: pairsOf(seen.postroom, best), by: 'ratio', bound: { atLeast: 2, aim: 3 },
    }];
  },
};
