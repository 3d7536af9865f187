interface Kept<T> { readonly askedAt: number; readonly answer: Promise<T> }

/**
 * Lets callers who ask the same thing share one answer, also while it is made, for as long as it is good. An answer that failed is
 * not kept. By owner, so that two of them in one process share nothing.
 */
export const sharedAnswers = <O extends object, T>() => {
  const byOwner = new WeakMap<O, Map<string, Kept<T>>>();
  return async (owner: O, key: string, { now, goodForMs }: { readonly now: number; readonly goodForMs: number }, make: () => Promise<T>): Promise<T> => {
    const kept = byOwner.get(owner) ?? new Map<string, Kept<T>>();
    byOwner.set(owner, kept);
    const known = kept.get(key);
    if (known !== undefined && now - known.askedAt < goodForMs) return await known.answer;
    const answer = make();
    kept.set(key, { askedAt: now, answer });
    // One for each set of areas that somebody is limited to; those that nobody asks for any more go.
    for (const [other, { askedAt }] of kept) if (now - askedAt > 10 * 60_000) kept.delete(other);
    try {
      return await answer;
    } catch (error) {
      if (kept.get(key)?.answer === answer) kept.delete(key);
      throw error;
    }
  };
};
