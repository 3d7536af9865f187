import type { Caller, EmployeeCaller } from '../../domain/caller.js';
import { Problem, refuse } from '../../domain/errors.js';
import { effectiveRights } from '../../domain/permission.js';
import { SessionRow } from '../../storage/entities/people.entity.js';
import type { Session } from '../../storage/orm.js';
import { addSession, employeeByEmail, grantsReaching } from '../../storage/people.store.js';
import { clearFailures, countFailure, failuresOf } from '../../storage/sign-in-failure.store.js';
import type { Outcome } from '../change.js';
import { change } from '../change.js';
import type { House } from '../house.js';
import { hashOf, newCredential, SESSION_PREFIX } from './bearer.js';
import { passwordMatches } from './password.js';

export interface SignedIn { readonly token: string; readonly expiresAt: number; readonly caller: EmployeeCaller }

/** Limits go by address, and by address with account: never by account alone, or anybody could lock IT out. */
const keysFor = (email: string, address: string) => ({ both: `${address} ${email.trim().toLowerCase()}`, address });

const refuseIfLimited = async (house: House, session: Session, keys: { both: string; address: string }): Promise<void> => {
  const { signInFailuresPerAccountAndAddress, signInFailuresPerAddress } = house.config.limits;
  const now = house.now();
  for (const [key, most] of [[keys.both, signInFailuresPerAccountAndAddress], [keys.address, signInFailuresPerAddress]] as const) {
    const failures = await failuresOf(session, key, now);
    if (failures !== null && failures.count >= most) {
      throw new Problem('RATE_LIMITED', 'Too many failed sign-ins; try again later', Math.ceil((failures.windowEndsAt - now) / 1000));
    }
  }
};

/**
 * Signs in by password. A wrong password and an unknown, inactive or passwordless employee are answered with the same
 * words after the same time. Failures are counted and audited before the answer leaves.
 */
export const signIn = async (house: House, caller: Caller, input: { email: string; password: string }): Promise<Outcome<SignedIn>> => {
  const address = caller.kind === 'COMMAND' ? 'command' : caller.address;
  const keys = keysFor(input.email, address);
  const reading = house.storage.read();
  await refuseIfLimited(house, reading, keys);
  const employee = await employeeByEmail(reading, input.email);
  const matches = await passwordMatches(input.password.slice(0, 1024), employee?.active ? employee.passwordHash : null);
  if (employee === null || !matches) {
    await change(house, caller, async (desk) => {
      for (const key of [keys.both, keys.address]) await countFailure(desk.session, key, desk.now, house.config.limits.signInWindowSeconds);
      desk.audit('SIGN_IN_REFUSED', { type: 'SESSION', id: null, name: input.email });
    });
    return await change(house, caller, async () => refuse('INVALID', ['password'], 'Email or password is wrong'));
  }
  return await change(house, caller, async (desk) => {
    const token = newCredential(SESSION_PREFIX);
    const row = Object.assign(new SessionRow(), {
      id: desk.newId(), tokenHash: hashOf(token), employeeId: employee.id, createdAt: desk.now, address,
      expiresAt: desk.now + house.config.limits.sessionHours * 3_600_000,
    });
    addSession(desk.session, row);
    await clearFailures(desk.session, keys.both);
    const signedIn: EmployeeCaller = {
      kind: 'EMPLOYEE', id: employee.id, name: employee.name, address, sessionId: row.id,
      mustChangePassword: employee.mustChangePassword, rights: effectiveRights(await grantsReaching(desk.session, employee.id)),
    };
    desk.audit('SIGNED_IN', { type: 'SESSION', id: row.id, name: employee.name });
    return { token, expiresAt: row.expiresAt, caller: signedIn };
  });
};
