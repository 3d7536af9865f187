const PREFIX = 'postroom draft ';

/** Whose draft of what it is: the next person in this tab must not take it for its own. */
const keyOf = (viewerId: string, of: string): string => `${PREFIX}${viewerId} ${of}`;

/** Keeps what was edited and not posted, in this tab only; null: nothing is left of it. */
export const keepDraft = (viewerId: string, of: string, draft: object | null): void => {
  if (draft === null) sessionStorage.removeItem(keyOf(viewerId, of));
  else sessionStorage.setItem(keyOf(viewerId, of), JSON.stringify(draft));
};

/** What was kept, as it was given. */
export const keptDraft = <T extends object>(viewerId: string, of: string): T | null => {
  const kept = sessionStorage.getItem(keyOf(viewerId, of));
  return kept === null ? null : JSON.parse(kept) as T;
};

/** Whoever used this tab is gone. */
export const forgetDrafts = (): void => {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
};
