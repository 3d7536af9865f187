import type { SignedInCaller } from '../../domain/caller.js';
import type { SendEmailInput } from '../../domain/email-input.js';
import { validateEmail } from '../../domain/email-input.js';
import type { Fault } from '../../domain/errors.js';
import type { Posted } from '../../storage/outbox-entry.js';
import type { Outcome } from '../change.js';
import type { House } from '../house.js';
import { keepFiles, postWithFiles, uploadsNamed } from './files.js';
import type { CheckedEmail } from './posting.js';
import { emailsById } from './read.js';
import { senderFaults } from './sender-limits.js';
import type { EmailView } from './view.js';
import { emailViews } from './view.js';

/** Emails taken in one call. */
export const EMAILS_AT_MOST = 500;

/** An email that is checked, or why it is not accepted. */
type Checked = CheckedEmail | { readonly faults: readonly Fault[] };

const checkAll = async (
  house: House, caller: SignedInCaller, inputs: readonly { input: SendEmailInput; path: readonly string[] }[],
): Promise<Checked[]> => {
  const acceptedAt = house.now();
  // Rights first, and for all: a caller that asks for what it may not is told nothing else, and nothing is kept.
  const limits = inputs.map(({ input, path }) => senderFaults(caller, input, path));
  const uploads = await uploadsNamed(house, caller, inputs.map(({ input }) => input));
  const judged = inputs.map(({ input, path }, at) => {
    const { faults, email } = validateEmail(input, path, acceptedAt, uploads);
    return { path, email: limits[at]?.length === 0 ? email : null, faults: [...limits[at] ?? [], ...faults] };
  });
  const sha256s = await keepFiles(house, judged.flatMap(({ email }) => email ?? []));
  return judged.map(({ path, email, faults }) => (email === null ? { faults } : {
    email, path, acceptedAt, sha256s: sha256s.get(email) ?? [],
  }));
};

const faultsOf = (posted: Posted | undefined, path: readonly string[]): readonly Fault[] => {
  if (posted?.kind === 'REFUSED') return posted.faults;
  if (posted?.kind === 'FILES_GONE') return [{ code: 'NOT_FOUND', path: [...path, 'attachments'], message: 'An uploaded file is not there any more: upload it again' }];
  return posted?.kind === 'MISMATCH'
    ? [{ code: 'IDEMPOTENCY_MISMATCH', path: [...path, 'idempotencyKey'], message: 'This key was used before, for another email' }] : [];
};

/** The emails of an answer. What was written just now is shown as it was written: to read it back would show nothing else. */
const viewsOf = async (house: House, caller: SignedInCaller, posted: readonly Posted[]): Promise<ReadonlyMap<string, EmailView>> => {
  const known = posted.flatMap((one) => (one.kind === 'KNOWN' ? [one.id] : []));
  const written = emailViews(house, posted.flatMap((one) => (one.kind === 'WRITTEN' ? [one.row] : [])));
  const before = known.length === 0 ? [] : await emailsById(house, caller, known);
  return new Map([...before, ...written.map((view) => [view.id, view] as const)]);
};

const sendAll = async (
  house: House, caller: SignedInCaller, inputs: readonly { input: SendEmailInput; path: readonly string[] }[],
): Promise<Outcome<EmailView>[]> => {
  const checked = await checkAll(house, caller, inputs);
  const accepted = checked.filter((one) => 'email' in one);
  const posted = await postWithFiles(house, caller, accepted);
  const written = posted.flatMap((one) => (one.kind === 'WRITTEN' ? [one.id] : []));
  for (const id of written) house.announcements.emit('emailChanged', id);
  if (written.length > 0) house.wakeDelivery();
  const views = await viewsOf(house, caller, posted);
  const answers = new Map(accepted.map((one, at) => [one as Checked, posted[at]]));
  return checked.map((one) => {
    const answer = answers.get(one);
    const value = answer !== undefined && 'id' in answer ? views.get(answer.id) ?? null : null;
    return { value, faults: 'faults' in one ? one.faults : faultsOf(answer, one.path) };
  });
};

/**
 * Accepts an email: checked, written durably, then answered. Mail switched off, no route or a paused account do not turn
 * it away: it waits, PARKED. The same idempotency key with the same content answers the first email again.
 */
export const sendEmail = async (house: House, caller: SignedInCaller, input: SendEmailInput): Promise<Outcome<EmailView>> => {
  const [outcome] = await sendAll(house, caller, [{ input, path: ['input'] }]);
  if (outcome === undefined) throw new Error('One email has one outcome');
  return outcome;
};

/** As {@link sendEmail}, for many in one commit: each has its own outcome, in order, and one fault stops no other. */
export const sendEmails = async (
  house: House, caller: SignedInCaller, inputs: readonly SendEmailInput[],
): Promise<{ results: readonly Outcome<EmailView>[]; faults: readonly Fault[] }> => {
  if (inputs.length > EMAILS_AT_MOST) {
    const message = `There are ${inputs.length} emails; one call takes ${EMAILS_AT_MOST}.`;
    return { results: [], faults: [{ code: 'INVALID', path: ['inputs'], message }] };
  }
  return { results: await sendAll(house, caller, inputs.map((input, at) => ({ input, path: ['inputs', String(at)] }))), faults: [] };
};
