import type { Rights } from './permission.js';

/** A signed-in employee. `mustChangePassword` leaves it nothing but that. */
export interface EmployeeCaller {
  readonly kind: 'EMPLOYEE';
  readonly id: string;
  readonly name: string;
  readonly rights: Rights;
  readonly sessionId: string;
  readonly mustChangePassword: boolean;
  readonly address: string;
}

/** A program with an application token. `areas` non-null: limited to these, and may give neither From nor account. */
export interface TokenCaller {
  readonly kind: 'APPLICATION_TOKEN';
  readonly id: string;
  readonly name: string;
  readonly rights: Rights;
  readonly areas: readonly string[] | null;
  readonly address: string;
}

/** Nobody yet: may sign in. `address` is the network address, for limits and audit. */
export interface SignedOutCaller { readonly kind: 'SIGNED_OUT'; readonly address: string }

/** The command line on the machine itself, or Postroom's own first start: holds every right. */
export interface CommandCaller { readonly kind: 'COMMAND'; readonly id: null; readonly name: string; readonly rights: Rights }

export type SignedInCaller = EmployeeCaller | TokenCaller | CommandCaller;
export type Caller = SignedInCaller | SignedOutCaller;

/** Names a caller among all kinds of callers: whose idempotency keys and uploads they are. At most 40 characters. */
export const holderOf = (caller: SignedInCaller): string => (caller.kind === 'COMMAND' ? caller.kind : `${caller.kind.slice(0, 1)}:${caller.id}`);
