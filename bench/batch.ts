import type { Bench, Effort, Figure } from './harness/bench.ts';
import { benchFolder } from './harness/folder.ts';
import { openMailDesk } from './harness/mail-desk.ts';
import { SEND_ONE, sendMany } from './harness/message.ts';
import { Outbox } from './harness/outbox.ts';
import { startPostroom } from './harness/postroom.ts';
import { pairsOf, sideBySide } from './harness/side-by-side.ts';
import { load } from './harness/wrk.ts';

const EMAILS_A_CALL = 100;
const CONNECTIONS = 32;
/** A port on which nothing listens: nothing is delivered here. */
const NO_SERVER = 9;

/** Durable emails a second, handed in by hundreds and one by one, over as many connections, to one and the same process. */
export const batch: Bench = {
  name: 'batch',
  run: async ({ rounds, seconds }: Effort): Promise<readonly Figure[]> => {
    using folder = benchFolder('batch');
    await using postroom = await startPostroom(folder.path, { POSTROOM_ROLE: 'api' });
    using outbox = new Outbox(folder.path);
    const { token } = await openMailDesk(postroom.admin, NO_SERVER);
    const side = (template: string, emails: number) => async (): Promise<number> => {
      const before = outbox.count('email');
      const { answers, perSecond } = await load({ url: postroom.url, token, template, connections: CONNECTIONS, seconds });
      await outbox.still();
      const stored = outbox.count('email') - before;
      if (stored < answers * emails) throw new Error(`${answers} answers, but only ${stored} emails were stored`);
      return perSecond * emails;
    };
    const seen = await sideBySide(rounds, { 'sendEmails of 100': side(sendMany(EMAILS_A_CALL), EMAILS_A_CALL), sendEmail: side(SEND_ONE, 1) });
    return [{
      what: `sendEmails of ${EMAILS_A_CALL} over ${CONNECTIONS} connections`, against: 'single sendEmail', unit: 'emails/s',
      pairs: pairsOf(seen['sendEmails of 100'], seen.sendEmail), by: 'ratio', bound: { atLeast: 5, aim: 10 },
    }];
  },
};
