/**
 * Keys for uniqueness and sorting. Databases disagree on what is equal (MySQL's collations hold `ü` = `u` and one emoji
 * equal to any other; SQLite's do not), so Postroom compares keys that it makes itself, in binary columns.
 */

/** Two texts with the same key are the same to a person: compatibility forms folded, case and outer blanks dropped. */
export const textKey = (text: string): string => text.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();

/**
 * A number so written that binary order is natural order: each run of digits is stripped of leading zeros and preceded
 * by its length, so `A2` sorts before `A10`. The original is appended so that `01` and `1` keep a fixed order.
 */
export const naturalSortKey = (number: string): string => {
  const key = number.toLowerCase();
  const padded = key.replace(/\d+/g, (digits) => {
    const significant = digits.replace(/^0+(?=\d)/, '');
    return `${String(significant.length).padStart(2, '0')}${significant}`;
  });
  return `${padded} ${key}`;
};
