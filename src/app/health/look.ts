import { senderOf } from '../../domain/account-settings.js';
import { BLANK_SETTINGS, SECRET_FIELDS } from '../../domain/account-settings.js';
import type { SmtpAccount } from '../../domain/account.js';
import { domainOf } from '../../domain/address.js';
import { diagnose } from '../../domain/diagnosis.js';
import { asciiDomain } from '../../domain/domain-name.js';
import type { Look } from '../../domain/health.js';
import { pausedDiagnosis } from '../../domain/health.js';
import type { Evidence } from '../../domain/stage.js';
import type { ProbeResult } from '../../probe/probe.js';
import { probe } from '../../probe/probe.js';
import { accountForChange } from '../../storage/account.store.js';
import { lookSoon } from '../../storage/health.store.js';
import { tokenForTest } from '../accounts/token-for-test.js';
import { notTried } from '../delivery/not-tried.js';
import { openForUse } from '../delivery/open-secrets.js';
import { destinationFor } from '../delivery/order.js';
import type { House } from '../house.js';
import { lookBasis } from './basis.js';
import { noteLook } from './note.js';
import { seenOf } from './seen.js';

/** Less than a test may take: nobody waits for it, and others do. */
const LIMIT_SECONDS = 60;

const ask = async (house: House, account: SmtpAccount, signal: AbortSignal): Promise<ProbeResult> => {
  const settings = account.settings ?? BLANK_SETTINGS;
  const { address, name } = senderOf(settings);
  const from = { address: address ?? '', name };
  const fetchToken = tokenForTest(house, settings, openForUse(house.secrets, account, settings, SECRET_FIELDS.filter((field) => field.startsWith('oauth'))));
  const { ehloName, connectPolicy: policy, sendGridBaseUrl } = house.config;
  return await probe({
    destination: destinationFor(house, account, null), from, to: from.address, mode: 'LOOK', ehloName, policy, limitSeconds: LIMIT_SECONDS, signal,
    message: { messageId: `${house.newId()}@${asciiDomain(domainOf(from.address)) ?? 'postroom.invalid'}`, subject: 'Look', text: '', dateMs: house.now() },
    ...(sendGridBaseUrl === null ? {} : { sendGridBaseUrl }), ...(fetchToken === null ? {} : { fetchToken }),
  }, () => {});
};

const faultOf = (house: House, { settings }: SmtpAccount, evidence: Evidence | null): Look['fault'] => (evidence === null ? null : {
  stage: evidence.stage,
  diagnosis: diagnose(evidence, {
    user: settings?.accountName ?? null, from: settings === null ? null : senderOf(settings).address, ehloName: house.config.ehloName, publicAddress: house.config.publicAddress,
  }),
});

/**
 * Looks at the server of an account as it is posted, up to MAIL: a recipient is not known, and none is bothered. An account that
 * delivery paused for a fault is not looked at: it would log on with what was just refused, and lock the account.
 */
const look = async (house: House, account: SmtpAccount, signal: AbortSignal): Promise<Look | null> => {
  const basis = await lookBasis(house, account);
  if (account.pauseReason === 'FAULT') {
    return { ...basis, fault: { stage: 'AUTH', diagnosis: pausedDiagnosis(account.pauseDiagnosisId) }, certificateUntil: null, networks: [] };
  }
  try {
    const result = await ask(house, account, signal);
    if (result.outcome === 'CANCELLED') return null;
    return { ...basis, fault: faultOf(house, account, result.outcome === 'PASSED' ? null : result.evidence), ...seenOf(result) };
  } catch (error) {
    return { ...basis, fault: faultOf(house, account, notTried(error, account).evidence), certificateUntil: null, networks: [] };
  }
};

/** Looks at an account and writes down what it came to; what was posted meanwhile is looked at soon in its place. */
export const lookAt = async (house: House, account: SmtpAccount, signal: AbortSignal): Promise<void> => {
  const seen = await look(house, account, signal);
  if (seen === null) return;
  await house.storage.transaction(async (session) => {
    const now = await accountForChange(session, account.id);
    if (now === null) return;
    if (now.version === account.version) await noteLook(house, session, now, seen);
    else await lookSoon(session, account.id, house.now());
  });
  house.wakeHealth();
};
