/**
 * The closed table of what can be wrong with what a user asked. Each becomes a `UserError` in the payload of a
 * mutation: something that a form can mend. What no form can mend is one of {@link ProblemCode}.
 */
export const USER_ERROR_CODES = [
  'INVALID', 'NOT_FOUND', 'STALE_VERSION', 'NUMBER_TAKEN', 'NAME_TAKEN', 'RECORD_IN_USE', 'PASSWORD_REQUIRED',
  'NOT_POSTED', 'FROM_NOT_ALLOWED', 'IDEMPOTENCY_MISMATCH', 'TOO_LARGE', 'WRONG_STATE', 'LAST_ADMINISTRATOR',
  'RIGHT_NOT_HELD',
] as const;
export type UserErrorCode = (typeof USER_ERROR_CODES)[number];

/** A record that stands in the way, named so that a person finds it: type in words, id, and name. */
export interface RecordRef { readonly type: string; readonly id: string; readonly name: string }

/** One fault of an input. `path` leads from the arguments of the operation to the field, list positions as digits. */
export interface Fault {
  readonly code: UserErrorCode;
  readonly message: string;
  readonly path: readonly string[];
  readonly usedBy?: readonly RecordRef[];
}

/**
 * Thrown by a use case that turns a request down: its transaction is rolled back, and the faults are the answer.
 * `current` is the record as it now stands, which a stale caller needs to see what the other person changed.
 */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly faults: readonly Fault[];
  readonly current: unknown;

  constructor(faults: readonly Fault[], current?: unknown) {
    super(faults.map((fault) => `${fault.path.join('.')}: ${fault.message}`).join('; '));
    this.faults = faults;
    this.current = current;
  }
}

/** Throws when there are faults: the one line between validating an input and acting on it. */
export const refuseIfAny = (faults: readonly Fault[]): void => {
  if (faults.length > 0) throw new Refused(faults);
};

/** A single fault, thrown. */
export const refuse = (code: UserErrorCode, path: readonly string[], message: string, usedBy?: readonly RecordRef[]): never => {
  throw new Refused([{ code, message, path, ...(usedBy ? { usedBy } : {}) }]);
};

/** Top-level errors: what no form can mend. */
export const PROBLEM_CODES = ['UNAUTHENTICATED', 'FORBIDDEN', 'RATE_LIMITED', 'BAD_REQUEST', 'INTERNAL'] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** Thrown where a caller may not go on at all; mapped to a GraphQL error with `extensions.code`. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  /** Seconds after which asking again makes sense; only with RATE_LIMITED. */
  readonly retryAfterSeconds: number | null;

  constructor(code: ProblemCode, message: string, retryAfterSeconds: number | null = null) {
    super(message);
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
