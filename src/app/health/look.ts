import { BLANK_SETTINGS, secretNeeded, senderOf } from '../../domain/account-settings.js';
import type { SmtpAccount } from '../../domain/account.js';
import { domainOf } from '../../domain/address.js';
import { diagnose } from '../../domain/diagnosis.js';
import { factsOf } from '../../domain/diagnosis-facts.js';
import { asciiDomain } from '../../domain/domain-name.js';
import type { HealthFault, Seen } from '../../domain/health.js';
import { AccountHealth, notAsked } from '../../domain/health.js';
import type { Evidence } from '../../domain/stage.js';
import type { ProbeResult } from '../../probe/probe.js';
import { probe } from '../../probe/probe.js';
import { accountForChange } from '../../storage/account.store.js';
import { healthOf } from '../../storage/health.store.js';
import { tokenForTest } from '../accounts/token-for-test.js';
import { usesToken } from '../accounts/token-source.js';
import { notTried } from '../delivery/not-tried.js';
import { openForUse } from '../delivery/open-secrets.js';
import { destinationFor } from '../delivery/order.js';
import type { House } from '../house.js';
import { noteLook } from './note.js';
import { seenOf } from './seen.js';
import { faultThatStands } from './standing.js';

/** Less than a test may take: nobody waits for it, and others do. */
const LIMIT_SECONDS = 60;

const ask = async (house: House, account: SmtpAccount, signal: AbortSignal): Promise<ProbeResult> => {
  const settings = account.settings ?? BLANK_SETTINGS;
  const { address, name } = senderOf(settings);
  const from = { address: address ?? '', name };
  const needed = usesToken(settings) ? secretNeeded(settings) : null;
  const fetchToken = tokenForTest(house, settings, openForUse(house.secrets, account, settings, needed === null ? [] : [needed]));
  const { ehloName, connectPolicy: policy, sendGridBaseUrl } = house.config;
  return await probe({
    destination: destinationFor(house, account, null), from, to: from.address, mode: 'LOOK', ehloName, policy, limitSeconds: LIMIT_SECONDS, signal,
    message: { messageId: `${house.newId()}@${asciiDomain(domainOf(from.address)) ?? 'postroom.invalid'}`, subject: 'Look', text: '', dateMs: house.now() },
    ...(sendGridBaseUrl === null ? {} : { sendGridBaseUrl }), ...(fetchToken === null ? {} : { fetchToken }),
  }, () => {});
};

const faultOf = (house: House, { settings }: SmtpAccount, evidence: Evidence | null, stages: ProbeResult['stages']): HealthFault | null => (evidence === null ? null : {
  stage: evidence.stage, diagnosis: diagnose(evidence, factsOf(house.config, settings, settings === null ? null : senderOf(settings).address, stages)),
});

/** Looks at the server of an account as it is posted, up to MAIL: a recipient is not known, and none is bothered. Null: it was given up. */
const look = async (house: House, account: SmtpAccount, signal: AbortSignal): Promise<Seen | null> => {
  try {
    const { outcome, evidence, stages } = await ask(house, account, signal);
    return outcome === 'CANCELLED' ? null : seenOf({ stages }, faultOf(house, account, evidence, stages));
  } catch (error) {
    return seenOf({ stages: [] }, faultOf(house, account, notTried(error, account).evidence, []));
  }
};

/**
 * The fault for which an account is not looked at: the pause that a fault caused, or a refused log-on. A look would log on once more with
 * what was just refused, and a directory locks the account for that.
 */
const keptFromLooking = async (house: House, account: SmtpAccount, asked: boolean): Promise<HealthFault | null> => {
  const session = house.storage.read();
  const before = await healthOf(session, account.id) ?? new AccountHealth();
  const fault = await faultThatStands(session, before, account, null);
  if (fault === null || account.pauseReason === 'FAULT') return fault;
  return fault.stage === 'AUTH' && !asked ? fault : null;
};

/**
 * Looks at an account and writes down what it came to. What was posted meanwhile was not looked at: it is due still. `asked`: a
 * person asks for it.
 */
export const lookAt = async (house: House, account: SmtpAccount, { signal, asked }: { signal: AbortSignal; asked: boolean }): Promise<void> => {
  const kept = await keptFromLooking(house, account, asked);
  const seen = kept === null ? await look(house, account, signal) : notAsked(kept);
  if (seen === null) return;
  await house.storage.transaction(async (session) => {
    const now = await accountForChange(session, account.id);
    if (now !== null && now.version === account.version) await noteLook(house, session, now, seen);
  });
  house.wakeHealth();
};
