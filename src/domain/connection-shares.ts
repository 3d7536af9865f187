/**
 * Connections of one account are parted among the processes that have emails of it in hand. Who comes alone gets all. Who
 * comes later asks, and gets what is free; who has more than its part then takes nothing new, gives its connections back when
 * the last of its emails is through, and takes its part. So there are never more than the account allows, at any moment.
 */
export const partOf = (most: number, sharers: number): number => Math.ceil(most / Math.max(1, sharers));

/** What a process gets now that others have these: its part, as far as that is free. */
export const grantedBeside = (most: number, others: readonly number[]): number =>
  Math.max(0, Math.min(partOf(most, others.length + 1), most - others.reduce((sum, connections) => sum + connections, 0)));

/** Whether one that has `mine` has to give back, since another of those that share lacks what it could have. */
export const hasTooMany = (most: number, mine: number, others: readonly number[]): boolean =>
  mine > partOf(most, others.length + 1) && others.some((connections) => connections < Math.floor(most / (others.length + 1)));
