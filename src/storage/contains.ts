import { raw } from '@mikro-orm/core';
import { textKey } from '../domain/normalise.js';

/**
 * The condition that a normalised column holds a text, whatever its case. Not LIKE: SQLite has no escape character in a
 * pattern unless one is named, so a `%` that a person typed could not be looked for in the same way on every database.
 * The text goes in as hexadecimal: MikroORM looks for `?` once more in a raw fragment whose values it has filled in, and
 * would put other values into a text that has one.
 */
export const contains = (column: 'search_key', text: string): object =>
  ({ [raw(`instr(${column}, X'${Buffer.from(textKey(text), 'utf8').toString('hex')}')`)]: { $gt: 0 } });
