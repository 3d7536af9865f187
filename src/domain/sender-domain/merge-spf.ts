/** RFC 7208 section 4.6.1: a term that says what becomes of everybody else, or where that stands. */
const isLast = (term: string): boolean => /^[-~?+]?all$/i.test(term) || /^redirect=/i.test(term);

const termsOf = (record: string): string[] => record.split(' ').slice(1).filter((term) => term !== '');

/**
 * One SPF record out of those that are published and the mechanisms that are missing: a second record beside the first
 * would make all of it void (RFC 7208 section 4.5). Terms keep their order, repeated ones stand once, and what is said of
 * everybody else stays as it was; nothing published ends in `-all`.
 */
export const mergeSpf = (records: readonly string[], missing: readonly string[], last?: string): string => {
  const published = records.flatMap(termsOf);
  const ends = published.filter(isLast);
  const terms = [...published.filter((term) => !isLast(term)), ...missing];
  const once = terms.filter((term, at) => terms.findIndex((other) => other.toLowerCase() === term.toLowerCase()) === at);
  const end = last ?? ends.find((term) => /all$/i.test(term)) ?? ends[0] ?? '-all';
  return ['v=spf1', ...once, end].join(' ');
};
