import type { House } from '../app/house.js';
import type { Caller, SignedInCaller } from '../domain/caller.js';
import { Problem } from '../domain/errors.js';

/** What every resolver gets besides its arguments. */
export interface Context {
  readonly house: House;
  readonly caller: Caller;
  /** Looks the caller up anew, without any cache: for subscriptions, whose caller may have lost its rights meanwhile. */
  readonly recheck: () => Promise<Caller>;
  /** Sets or (null) clears the session cookie; does nothing over a WebSocket. */
  readonly setSessionCookie: (token: string | null, expiresAt: number) => void;
  /** Whatever else belongs to one operation: shield keeps its cache here. */
  _shield?: unknown;
}

/** The caller of a guarded operation. The rule has let it pass; this proves it to the types, and fails closed. */
export const signedIn = (context: Context): SignedInCaller => {
  if (context.caller.kind === 'SIGNED_OUT') throw new Problem('UNAUTHENTICATED', 'Sign in first');
  return context.caller;
};
