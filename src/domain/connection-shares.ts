/**
 * Connections of one account are parted among the processes that have emails of it in hand. Who comes alone gets all. Who
 * comes later asks, and gets what is free; who has more than its part then takes nothing new, gives its connections back when
 * the last of its emails is through, and takes its part. So there are never more than the account allows, at any moment.
 */

/** The part of a process that shares with others: as much as each, and one more where some are over and not taken. */
export const partBeside = (most: number, others: readonly number[]): number => {
  const each = Math.floor(most / (others.length + 1));
  const over = most - each * (others.length + 1);
  return each + (others.filter((connections) => connections > each).length < over ? 1 : 0);
};

/** What a process gets now that others have these: its part, as far as that is free. */
export const grantedBeside = (most: number, others: readonly number[]): number =>
  Math.max(0, Math.min(partBeside(most, others), most - others.reduce((sum, connections) => sum + connections, 0)));

/** Whether one that has `mine` has to give back: it has more than its part, and another would be nearer to its own. */
export const hasTooMany = (most: number, mine: number, others: readonly number[]): boolean =>
  mine > partBeside(most, others) && others.some((connections) => connections < mine - 1);
