import type { SmtpAccount } from '../../domain/account.js';
import type { AccountHealth, HealthFault } from '../../domain/health.js';
import type { Stage } from '../../domain/stage.js';
import { standingFault } from '../../domain/standing-fault.js';
import { gotThroughSince } from '../../storage/email-fallback.store.js';
import type { Session } from '../../storage/orm.js';

/** The fault that an account is known to have, as {@link standingFault}; an email that it got through by itself meanwhile shows that it is gone. */
export const faultThatStands = async (session: Session, before: AccountHealth, account: SmtpAccount, reached: Stage | null): Promise<HealthFault | null> => {
  const standing = standingFault(before, account, reached);
  if (standing === null || account.pauseReason === 'FAULT') return standing;
  return await gotThroughSince(session, account.id, before.checkedAt ?? before.since) ? null : standing;
};
