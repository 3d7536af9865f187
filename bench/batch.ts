import type { Bench, Effort, Figure } from './harness/bench.ts';
import { benchFolder } from './harness/folder.ts';
import { openMailDesk, setPaused } from './harness/mail-desk.ts';
import { SEND_ONE, sendMany } from './harness/message.ts';
import { Outbox } from './harness/outbox.ts';
import { startPostroom } from './harness/postroom.ts';
import { pairsOf, sideBySide } from './harness/side-by-side.ts';
import { load } from './harness/wrk.ts';

const EMAILS_A_CALL = 100;
const MANY_CALLERS = 32;
/** A port on which nothing listens: nothing is delivered here. */
const NO_SERVER = 9;

/**
 * Durable emails a second, handed in by hundreds and one by one, to one and the same process, which delivers none meanwhile. By one
 * caller, as a program sends its run: one call after the other, each answered after its commit. And by 32 at a time, where single
 * calls share their commits too, so that a batch spares only what a call costs by itself.
 */
export const batch: Bench = {
  name: 'batch',
  run: async ({ rounds, seconds }: Effort): Promise<readonly Figure[]> => {
    using folder = benchFolder('batch');
    await using postroom = await startPostroom(folder.path);
    using outbox = new Outbox(folder.path);
    const { accountId, token } = await openMailDesk(postroom.admin, NO_SERVER);
    await setPaused(postroom.admin, accountId, true);
    const side = (template: string, emails: number, connections: number) => async (): Promise<number> => {
      const before = outbox.count('email');
      const { answers, perSecond } = await load({ url: postroom.url, token, template, connections, seconds });
      await outbox.still();
      const stored = outbox.count('email') - before;
      if (stored < answers * emails) throw new Error(`${answers} answers, but only ${stored} emails were stored`);
      return perSecond * emails;
    };
    const many = sendMany(EMAILS_A_CALL);
    const seen = await sideBySide(rounds, {
      'sendEmails of 100': side(many, EMAILS_A_CALL, 1), sendEmail: side(SEND_ONE, 1, 1),
      'sendEmails of 100, many callers': side(many, EMAILS_A_CALL, MANY_CALLERS), 'sendEmail, many callers': side(SEND_ONE, 1, MANY_CALLERS),
    });
    const common = { unit: 'emails/s', by: 'ratio', against: 'single sendEmail' } as const;
    const bound = { atLeast: 5, aim: 10 };
    return [
      { ...common, what: `sendEmails of ${EMAILS_A_CALL}, one caller`, pairs: pairsOf(seen['sendEmails of 100'], seen.sendEmail), bound },
      { ...common, what: `sendEmails of ${EMAILS_A_CALL}, ${MANY_CALLERS} callers at a time`, pairs: pairsOf(seen['sendEmails of 100, many callers'], seen['sendEmail, many callers']), bound },
    ];
  },
};
