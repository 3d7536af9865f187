import type { SignedInCaller } from '../../domain/caller.js';
import type { SendEmailInput } from '../../domain/email-input.js';
import type { Fault } from '../../domain/errors.js';
import { Problem } from '../../domain/errors.js';
import { may, mayInArea } from '../../domain/permission.js';

/** Whether a caller may send in some areas only; a token is also when it was made for areas that it has no rights in yet. */
export const limitedToAreas = (caller: SignedInCaller): boolean =>
  caller.rights.EMAILS.add !== 'all' || (caller.kind === 'APPLICATION_TOKEN' && caller.areas !== null);

/**
 * What a caller may not ask for: FORBIDDEN where the right is missing, faults for fields that a caller who is limited to
 * areas must or may not give. Such a caller names the area, and the area decides account and From.
 */
export const senderFaults = (caller: SignedInCaller, input: SendEmailInput, path: readonly string[]): Fault[] => {
  const limited = limitedToAreas(caller);
  if (limited && input.area == null) {
    return [{ code: 'INVALID', path: [...path, 'area'], message: 'Give the area: you may send in some areas only.' }];
  }
  if (!mayInArea(caller.rights, 'EMAILS', 'add', input.area ?? null)) throw new Problem('FORBIDDEN', `Needs EMAILS add in area ${input.area}`);
  const refused = (['from', 'accountId'] as const).filter((field) => limited && input[field] != null);
  if (refused.length > 0) {
    const message = 'It follows from the area: a caller that is limited to areas cannot give it.';
    return refused.map((field) => ({ code: 'INVALID', path: [...path, field], message }));
  }
  if (input.accountId != null && !may(caller.rights, 'SMTP_ACCOUNTS', 'access')) {
    throw new Problem('FORBIDDEN', 'Needs SMTP_ACCOUNTS access to choose an account');
  }
  return [];
};
