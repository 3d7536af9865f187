import type { SignedInCaller } from '../domain/caller.js';
import { Problem } from '../domain/errors.js';
import type { RecordType, Right } from '../domain/permission.js';
import { may } from '../domain/permission.js';
import type { Context } from './context.js';
import { rule } from './shield.js';

const UNAUTHENTICATED = new Problem('UNAUTHENTICATED', 'Sign in first');
const PASSWORD_FIRST = new Problem('FORBIDDEN', 'Change your one-time password first');

type Verdict = true | Error;

const judgedSignedIn = (context: Context, judge: (caller: SignedInCaller) => Verdict): Verdict => {
  const { caller } = context;
  if (caller.kind === 'SIGNED_OUT') return UNAUTHENTICATED;
  if (caller.kind === 'EMPLOYEE' && caller.mustChangePassword) return PASSWORD_FIRST;
  return judge(caller);
};

type Rule = ReturnType<ReturnType<typeof rule>>;

/** shield wants one definition a name, and the permission table is made from the names. */
const rules = new Map<string, Rule>();

const named = (name: string, check: (context: Context, parent: unknown) => Verdict): Rule => {
  const known = rules.get(name);
  if (known !== undefined) return known;
  const made = rule(name, { cache: 'no_cache' })((parent: unknown, _args: unknown, context: Context) => check(context, parent));
  rules.set(name, made);
  return made;
};

/** Anybody, even signed out: signing in, and nothing else. */
export const anybody = named('anybody', () => true);

/** Whoever is signed in, even with a one-time password: to see who one is, sign out, and change that password. */
export const signedInAtAll = named('signed in', (context) => (context.caller.kind === 'SIGNED_OUT' ? UNAUTHENTICATED : true));

/** Whoever is signed in and has no one-time password to change first. */
export const signedInFully = named('signed in, password changed', (context) => judgedSignedIn(context, () => true));

/** An employee, not a program: for what belongs to a person. */
export const employeeAtAll = named('employee', (context) => {
  if (context.caller.kind === 'SIGNED_OUT') return UNAUTHENTICATED;
  return context.caller.kind === 'EMPLOYEE' ? true : new Problem('FORBIDDEN', 'Only for employees');
});

/** Holds any one of the rights; where areas limit it, the use case looks at the record's own area. */
export const holds = (...wanted: readonly (readonly [type: RecordType, right: Right])[]) => {
  const name = wanted.map(([type, right]) => `${type} ${right}`).join(' or ');
  return named(name, (context) => judgedSignedIn(context, (caller) =>
    (wanted.some(([type, right]) => may(caller.rights, type, right)) ? true : new Problem('FORBIDDEN', `Needs ${name}`))));
};

/** As {@link holds} one right, and only for a person: a program never comes to it. */
export const employeeHolds = (type: RecordType, right: Right) =>
  named(`employee with ${type} ${right}`, (context) => judgedSignedIn(context, (caller) => {
    if (caller.kind !== 'EMPLOYEE') return new Problem('FORBIDDEN', 'Only for employees');
    return may(caller.rights, type, right) ? true : new Problem('FORBIDDEN', `Needs ${type} ${right}`);
  }));

/**
 * For a field that shows more than its record's own guard allows: its resolver answers null to whoever lacks the access,
 * by {@link maySee}, so that the rest of the record can still be read.
 */
export const nullWithout = (type: RecordType) => named(`${type} access, else null`, (context) => judgedSignedIn(context, () => true));

/** Whether the caller of an operation may see records of a type. */
export const maySee = ({ caller }: Context, type: RecordType): boolean => caller.kind !== 'SIGNED_OUT' && may(caller.rights, type, 'access');

/**
 * For a payload's field that leads into a guarded record: passes when the use case left the record out, or when the
 * caller may see such records.
 */
export const shownOnlyWith = (type: RecordType, field: string) => named(`${type} access where ${field} is given`, (context, parent) => {
  const value = typeof parent === 'object' && parent !== null ? (parent as Record<string, unknown>)[field] : null;
  if (value === null || value === undefined) return true;
  return judgedSignedIn(context, (caller) => (may(caller.rights, type, 'access') ? true : new Problem('FORBIDDEN', `Needs ${type} access`)));
});
