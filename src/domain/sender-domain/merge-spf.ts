const isAll = (term: string): boolean => /^[-~?+]?all$/i.test(term);
const isRedirect = (term: string): boolean => /^redirect=/i.test(term);
const isExplanation = (term: string): boolean => /^exp=/i.test(term);
const isModifier = (term: string): boolean => /^[a-z][\w.-]*=/i.test(term);
const letsEverybodyPass = (term: string): boolean => /^\+?all$/i.test(term);
const refuses = (term: string): boolean => /^[-~?]/.test(term);

/** `+` is what stands there where nothing does (RFC 7208 section 4.6.2). */
const sameness = (term: string): string => term.toLowerCase().replace(/^\+/, '');

const once = (terms: readonly string[]): string[] =>
  terms.filter((term, at) => terms.findIndex((other) => sameness(other) === sameness(term)) === at);

/** The terms of a record that are in force: behind `all` none is, and beside it no redirect (RFC 7208 sections 5.1 and 6.1). */
const termsInForce = (record: string): string[] => {
  const terms = record.split(' ').slice(1).filter((term) => term !== '');
  const end = terms.findIndex(isAll);
  return end < 0 ? terms : terms.filter((term, at) => (isModifier(term) ? !isRedirect(term) : at <= end));
};

/** Where a record leads for all that it does not name itself; null: it says that by itself, or not at all. */
export const redirectOf = (record: string): string | null => termsInForce(record).find(isRedirect)?.slice('redirect='.length) ?? null;

/** What is missing stands before the first term that does not let pass, which might meet the same sender. */
const withMissing = (mechanisms: readonly string[], missing: readonly string[]): string[] => {
  const at = mechanisms.findIndex(refuses);
  return at < 0 ? [...mechanisms, ...missing] : [...mechanisms.slice(0, at), ...missing, ...mechanisms.slice(at)];
};

/**
 * One SPF record out of those that are published and the mechanisms that are missing: a second record beside the first
 * would make all of it void (RFC 7208 section 4.5). Terms keep their order, repeated ones stand once, and what is said of
 * everybody else stays as it was, unless `last` says it; nothing published ends in `-all`. A redirect beside `all` would be
 * ignored, and two are an error (section 6): such a one becomes an `include`, by which the same senders pass.
 */
export const mergeSpf = (records: readonly string[], missing: readonly string[], last?: string): string => {
  const published = once(records.flatMap(termsInForce));
  const ends = published.filter(isAll);
  const redirects = published.filter(isRedirect);
  const fallback = records.length === 0 || ends.length > 0 ? '-all' : redirects.at(-1);
  const end = last ?? ends.find((term) => !letsEverybodyPass(term)) ?? fallback;
  const included = redirects.filter((term) => term !== end).map((term) => `include:${term.slice('redirect='.length)}`);
  const mechanisms = published.filter((term) => !isAll(term) && !isModifier(term));
  const explanation = published.find(isExplanation);
  const others = published.filter((term) => isModifier(term) && !isRedirect(term) && (!isExplanation(term) || term === explanation));
  return ['v=spf1', ...once([...withMissing(mechanisms, missing), ...included]), ...others, ...(end === undefined ? [] : [end])].join(' ');
};
