import type { Edits, Posted } from './fields.js';
import { isSecret } from './fields.js';

/** Edits that are not posted, and what was posted when they were begun. */
export interface Draft { readonly edits: Edits; readonly seen: Posted | null; readonly version: number }

const keyOf = (accountId: string): string => `postroom draft ${accountId}`;

/** Unposted edits outlive the page, in this tab only; secrets never do. */
export const keepDraft = (accountId: string, draft: Draft): void => {
  const edits = Object.fromEntries(Object.entries(draft.edits).filter(([name]) => !isSecret(name)));
  if (Object.keys(edits).length === 0) sessionStorage.removeItem(keyOf(accountId));
  else sessionStorage.setItem(keyOf(accountId), JSON.stringify({ ...draft, edits }));
};

export const keptDraft = (accountId: string): Draft | null => {
  const kept = sessionStorage.getItem(keyOf(accountId));
  return kept === null ? null : JSON.parse(kept) as Draft;
};
