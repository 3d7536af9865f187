/** The accounts that step in for one, nearest first, each once: a circle, should there be one, ends where it began. */
export const fallbackChain = (accountId: string, fallbackOf: (id: string) => string | null): string[] => {
  const chain: string[] = [];
  for (let next = fallbackOf(accountId); next !== null && next !== accountId && !chain.includes(next); next = fallbackOf(next)) chain.push(next);
  return chain;
};

/** Whether somebody who follows the fallbacks of an account comes round: an email could be passed on for ever. */
export const runsInCircle = (accountId: string, fallbackOf: (id: string) => string | null): boolean => {
  const last = [accountId, ...fallbackChain(accountId, fallbackOf)].at(-1) ?? accountId;
  return fallbackOf(last) !== null;
};
