/** Stops one part. */
type Step = () => Promise<void> | void;

/**
 * Stops parts group by group, those of a group at the same time. A part that fails to stop keeps none of the others from
 * being stopped. Answers the failures, first come first; it never throws.
 */
export const stopInOrder = async (...groups: readonly (readonly Step[])[]): Promise<readonly unknown[]> => {
  const failures: unknown[] = [];
  for (const group of groups) {
    const ends = await Promise.allSettled(group.map(async (step) => { await step(); }));
    failures.push(...ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : [])));
  }
  return failures;
};
