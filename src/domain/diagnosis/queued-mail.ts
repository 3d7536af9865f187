import type { Diagnosis, Scope } from './vocabulary.js';

const PAUSED = 'The account is paused and its emails wait. They go by themselves, in their order, once settings are posted, a test of '
  + 'what is posted passes, or somebody resumes the account. Nothing is lost.';

/** A fault that has to be mended, by what shares it; see `pauses` in settlement.ts for what is paused. */
const KEPT: Readonly<Record<Scope, string>> = {
  ACCOUNT: PAUSED,
  SERVER: PAUSED,
  APP: PAUSED,
  SENDER: "Emails with this From wait until somebody retries them. Where it is the account's own From, the account is paused, and they go "
    + 'by themselves once settings are posted, a test passes, or somebody resumes it.',
  RECIPIENT: 'The email waits for this recipient until somebody retries or cancels it. Others go on.',
  MESSAGE: 'The email waits until somebody retries or cancels it. Others go on.',
};

/** Will never be taken. */
const FAILED: Readonly<Record<Scope, string>> = {
  ACCOUNT: 'Each email that meets this fails.',
  SERVER: 'Each email that meets this fails.',
  APP: 'Each email that meets this fails.',
  SENDER: 'Emails with this From fail. Others go on.',
  RECIPIENT: 'The email fails for this recipient, and goes on for its others. Other emails go on.',
  MESSAGE: 'The email fails and is not tried again. Others go on.',
};

/** What becomes of emails that wait, or that meet this fault, in a plain sentence. */
export const queuedMail = ({ verdict, scope }: Pick<Diagnosis, 'verdict' | 'scope'>): string => {
  switch (verdict) {
    case 'PARK': return KEPT[scope];
    case 'NEVER': return FAILED[scope];
    case 'BACKOFF': return 'Emails are tried again by themselves, with growing pauses, until the time at which the account gives up.';
    case 'AFTER_RESET': return 'Emails wait, and are tried again by themselves when the quota has been renewed.';
    case 'UNKNOWN_OUTCOME': return 'The email is kept as UNKNOWN and not sent again by itself, until somebody says whether it arrived. Others go on.';
    case 'SPLIT': return 'The email goes again by itself, in parts with fewer recipients.';
  }
};
