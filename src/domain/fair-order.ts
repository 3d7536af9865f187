/** What decides whose turn it is. `priority` 0 goes first. */
export interface InTurn { readonly id: string; readonly priority: number; readonly area: string | null; readonly dueAt: number }

const longestDueFirst = (one: InTurn, other: InTurn): number => one.dueAt - other.dueAt || (one.id < other.id ? -1 : 1);

/**
 * The order in which emails take what is scarce: HIGH before NORMAL before LOW, within a priority one of each area in turn,
 * within an area the longest due first. So an area with a hundred thousand waiting takes no more at a time than one with two.
 */
export const inFairOrder = <T extends InTurn>(all: readonly T[]): T[] => {
  const round = (ofPriority: readonly T[]): T[] => {
    const areas = [...Map.groupBy(ofPriority, ({ area }) => area).values()].map((ofArea) => ofArea.toSorted(longestDueFirst));
    return Array.from({ length: Math.max(0, ...areas.map(({ length }) => length)) }, (_, at) => areas.flatMap((ofArea) => ofArea.slice(at, at + 1))).flat();
  };
  return [...Map.groupBy(all, ({ priority }) => priority)].toSorted(([one], [other]) => one - other).flatMap(([, ofPriority]) => round(ofPriority));
};
