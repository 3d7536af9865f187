import type { SmtpAccount } from '../../domain/account.js';
import { sendGridSizeFault } from '../../domain/sendgrid-limit.js';
import { accountsByIds } from '../../storage/account.store.js';
import type { Session } from '../../storage/orm.js';
import { usableFor, withFallbacks } from './detour.js';
import type { JudgedTry } from './settled-email.js';

/**
 * A fault that passes by itself, of the server or the account and not of this email; before anything was handed over. An
 * email whose account was chosen by its caller stays with that.
 */
const mayFailOver = ({ tried: { marked, report, toSend }, settlement, diagnosis }: JudgedTry): boolean => !marked && report.outcome === 'REFUSED'
  && settlement.status === 'QUEUED' && toSend.email.pinned_account_id === null && diagnosis?.verdict === 'BACKOFF'
  && (diagnosis.scope === 'SERVER' || diagnosis.scope === 'ACCOUNT');

const takesFilesOf = ({ tried: { toSend: { attachments } } }: JudgedTry, { settings }: SmtpAccount): boolean =>
  settings?.useSendGrid !== true || sendGridSizeFault(attachments.map(({ size_bytes: sizeBytes }) => ({ sizeBytes }))) === null;

/**
 * Sends emails whose account fails for now through its fallback at once; where that fails too, through its own, and when
 * none is left, they wait and begin with their own account again. Reads nothing where no account has a fallback.
 */
export const withFailOver = async (session: Session, all: readonly JudgedTry[]): Promise<JudgedTry[]> => {
  const failing = new Set(all.filter((one) => one.tried.claimed.account.fallbackId !== null && mayFailOver(one)));
  if (failing.size === 0) return [...all];
  const known = await withFallbacks(session, [...failing].map(({ tried: { claimed } }) => claimed.account), accountsByIds);
  return all.map((judged) => {
    const { claimed: { account, from }, endedAt } = judged.tried;
    const [next] = failing.has(judged) ? usableFor(from.address, account, known).filter((one) => takesFilesOf(judged, one)) : [];
    return next === undefined ? judged : { ...judged, fallbackId: next.id, settlement: { ...judged.settlement, retryAtMs: endedAt } };
  });
};
