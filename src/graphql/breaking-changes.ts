import { buildSchema, findBreakingChanges } from 'graphql';

/** What a client of the released schema would stumble over in the present one, in words; empty when nothing. */
export const breakingChanges = (released: string, present: string): string[] =>
  findBreakingChanges(buildSchema(released), buildSchema(present)).map(({ description }) => description);
