import { raw } from '@mikro-orm/core';
import { textKey } from '../domain/normalise.js';

/**
 * The condition that a normalised column holds a text, whatever its case. Not LIKE: SQLite has no escape character in a
 * pattern unless one is named, so a `%` that a person typed could not be looked for in the same way on every database.
 */
export const contains = (column: 'search_key', text: string): object => ({ [raw(`instr(${column}, ?)`, [textKey(text)])]: { $gt: 0 } });
