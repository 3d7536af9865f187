import { chooseRoute } from '../../domain/routing.js';
import { markHandOvers } from '../../storage/dispatch.store.js';
import type { Session } from '../../storage/orm.js';
import { postingWorld } from '../../storage/posting-world.js';
import { writeSettlements } from '../../storage/settlement.store.js';
import type { House } from '../house.js';
import { countUnknown } from '../relaying/unknown-replies.js';
import type { Claimed } from './claim.js';
import { withFailOver } from './fail-over.js';
import type { PauseOutcome } from './pause-by-fault.js';
import { pauseByFault } from './pause-by-fault.js';
import { beyondLimit } from './renew-tokens.js';
import type { JudgedTry } from './settled-email.js';
import { goesAgain, settledEmail } from './settled-email.js';
import { giveTokensBack } from './tokens.js';
import { unknownEvidence } from './unknown-evidence.js';

/** Whose way now leads elsewhere than to the account that they would be parked for. The ways hold until the commit. */
const rerouted = async (session: Session, parked: readonly JudgedTry[]): Promise<Set<JudgedTry>> => {
  if (parked.length === 0) return new Set();
  const emails = parked.map(({ tried: { toSend: { email } } }) => email);
  const world = await postingWorld(session, {
    areas: [...new Set(emails.flatMap(({ area }) => area ?? []))], accountIds: emails.flatMap((email) => email.pinned_account_id ?? []),
  });
  return new Set(parked.filter(({ tried: { claimed, toSend: { email } } }) =>
    chooseRoute({ area: email.area, pinnedAccountId: email.pinned_account_id, from: null }, world).account?.id !== claimed.account.id));
};

/** Pauses each account that a fault asks for, once, and lets go again what was tried with settings, or on a way, of yesterday. */
const withPauses = async (house: House, session: Session, all: readonly JudgedTry[]): Promise<JudgedTry[]> => {
  const elsewhere = await rerouted(session, all.filter(({ settlement }) => settlement.status === 'PARKED'));
  const outcomes = new Map<string, PauseOutcome>();
  const pausing = all.filter(({ settlement }) => settlement.pauseAccount)
    .toSorted((one, other) => one.tried.claimed.account.id.localeCompare(other.tried.claimed.account.id));
  for (const { tried: { claimed: { account }, report: { evidence: { stage } } }, diagnosis } of pausing) {
    const key = `${account.id} ${account.version}`;
    if (outcomes.has(key)) continue;
    outcomes.set(key, await pauseByFault(house, session, { accountId: account.id, version: account.version, diagnosisId: diagnosis?.id ?? null, diagnosis, stage }));
  }
  return all.map((judged) => {
    const { account } = judged.tried.claimed;
    const mended = judged.settlement.pauseAccount && outcomes.get(`${account.id} ${account.version}`) === 'MENDED';
    return elsewhere.has(judged) || (mended && judged.settlement.status === 'PARKED') ? goesAgain(judged) : judged;
  });
};

/**
 * Marks in one transaction at most. A message waits at the server's door for each; when all connections came with the answer to one long
 * transaction, they would all work, and all wait, at the same time.
 */
const MARKS_AT_MOST = 25;
/** Nobody waits for a settlement but whoever looks at the email. */
const SETTLEMENT_PATIENCE_MS = 5;
/** So that a mark never waits for long behind them. */
const SETTLEMENTS_AT_MOST = 50;

/**
 * Where deliveries write: hand-over marks and settlements of all that are under way, joined into shared transactions.
 * Each call resolves after its commit.
 */
export class Book {
  /** False when the claim was lost meanwhile: nothing was written. */
  readonly settle: (judged: JudgedTry) => Promise<boolean>;
  /** True when the hand-over is durably marked, the claim still held, mail switched on and no limit reached: the message may leave. */
  readonly mark: (held: Claimed) => Promise<boolean>;

  constructor(house: House) {
    // Settlements lock accounts, marks only emails: accounts come first, as everywhere, so that two transactions never wait for one another.
    this.settle = house.deliveries.line({
      patienceMs: SETTLEMENT_PATIENCE_MS,
      jobsAtMost: SETTLEMENTS_AT_MOST,
      write: async (session, tries: readonly JudgedTry[]) => {
        const now = house.now();
        const judged = await withFailOver(session, await withPauses(house, session, tries));
        const settlements = judged.map((one) => settledEmail(one, now));
        const standing = new Set(await writeSettlements(session, settlements));
        await giveTokensBack(session, judged.flatMap(({ tried }, at) => {
          const settled = settlements[at];
          return settled !== undefined && standing.has(settled) && !tried.marked ? tried.claimed.tokens : [];
        }));
        await countUnknown({ session, now }, judged.flatMap((one, at) => {
          const settled = settlements[at];
          return settled !== undefined && standing.has(settled) ? unknownEvidence(one) : [];
        }));
        return settlements.map((one) => standing.has(one));
      },
    });
    this.mark = house.deliveries.line({
      patienceMs: 0,
      jobsAtMost: MARKS_AT_MOST,
      write: async (session, marks: readonly Claimed[]) => {
        const now = house.now();
        const beyond = await beyondLimit(session, marks, now);
        const answers = (await markHandOvers(session, marks.filter((one) => !beyond.has(one)), now)).values();
        return marks.map((one) => !beyond.has(one) && answers.next().value === true);
      },
    });
  }
}
