import { isIPv4 } from 'node:net';
import { spf, type SPFResult } from 'mailauth/lib/spf/index.js';
import type { Leaving, SpfFacts, SpfPassage } from '../../domain/sender-domain/facts.js';
import { codeOf, inWords, NoAnswer, saysNone, type Questions } from './questions.js';

/** Nobody has it (RFC 1112 section 4, class E), so that no mechanism ends the walk before the end of the record. */
const NOBODYS_ADDRESS = '240.0.0.1';
/** How the address stands in names that macros make of it (RFC 7208 section 7.3); a true sender's would lead elsewhere. */
const NOBODYS_NAMES = /(^|[.-])(240\.0\.0\.1|1\.0\.0\.240|240-0-0-1)([.-]|$)/;

/** RFC 7208 section 4.6.4 lets 10 look-ups pass; so many are counted, to say how far beyond a record is. */
const COUNTED_MAX = 30;
const INCLUDES_DEEP_MAX = 3;

const NOTHING: SpfFacts = {
  error: null, records: [], strangersResult: 'none', fault: null, lookups: 0, lookupsCut: false, voids: 0, voidNames: [], passages: [],
};

type Ask = NonNullable<Parameters<typeof spf>[0]['resolver']>;

/** Void look-ups are counted apart, and the count of look-ups is judged by the domain: neither limit ends the walk. */
const evaluate = async (ask: Ask, domain: string, address: string): Promise<SPFResult> => await spf({
  sender: `postmaster@${domain}`, ip: address, helo: domain, mta: 'postroom.invalid', resolver: ask, strict: true,
  maxResolveCount: COUNTED_MAX, maxVoidCount: Number.MAX_SAFE_INTEGER,
});

/** The library puts why into a comment, behind whose mail it is about. */
const faultOf = ({ status }: SPFResult, domain: string): string | null =>
  (status.result === 'permerror' ? status.comment?.split(`lookup of postmaster@${domain}: `, 2)[1] ?? null : null);

/** An IPv4 address out of a provider's record, which stands for all that it sends from. */
const sampleOf = async (questions: Questions, name: string, deep = 0): Promise<string | null> => {
  const [record = ''] = (await questions.texts(name)).filter((text) => /^v=spf1( |$)/i.test(text));
  const terms = record.split(' ');
  for (const term of terms) {
    const address = /^\+?ip4:([\d.]+)(?:\/\d+)?$/i.exec(term)?.[1];
    if (address !== undefined && isIPv4(address)) return address;
  }
  const next = /^(?:\+?include:|redirect=)(.+)$/i.exec(terms.find((term) => /^(?:\+?include:|redirect=)/i.test(term)) ?? '')?.[1];
  return next === undefined || deep >= INCLUDES_DEEP_MAX ? null : await sampleOf(questions, next, deep + 1);
};

const passagesOf = async (questions: Questions, ask: Ask, domain: string, leaving: Leaving, met: ReadonlySet<string>): Promise<SpfPassage[]> => {
  const tried = async (way: string, address: string, named: boolean): Promise<SpfPassage> =>
    ({ way, result: (await evaluate(ask, domain, address)).status.result, named });
  if (leaving.provider === null) return await Promise.all(leaving.addresses.map(async (address) => await tried(address, address, true)));
  const { spfName } = leaving.provider;
  const named = met.has(spfName);
  const sample = await sampleOf(questions, spfName).catch((error: unknown) => (saysNone(error) ? null : codeOf(error)));
  // Without an address to try, being named is all that can be seen.
  if (sample === null) return [{ way: spfName, result: named ? 'pass' : 'fail', named }];
  return [isIPv4(sample) ? await tried(spfName, sample, named) : { way: spfName, result: null, named }];
};

/** Follows the SPF record of a domain through all that it includes, as a receiver would (RFC 7208). */
export const gatherSpf = async (questions: Questions, domain: string, leaving: Leaving): Promise<SpfFacts> => {
  const met = new Set<string>();
  const voidNames = new Set<string>();
  const strangersVoids = new Set<string>();
  const ask: Ask = async (name, type) => {
    if (type === 'TXT') met.add(name.toLowerCase());
    try {
      return await questions.ask(name, type) as string[][] | string[];
    } catch (error) {
      if (saysNone(error)) (NOBODYS_NAMES.test(name) ? strangersVoids : voidNames).add(`${type} ${name}`);
      // The library writes onto the error it gets, and a remembered one is another's too.
      throw new NoAnswer(codeOf(error), inWords(error));
    }
  };
  let texts: readonly string[];
  try {
    texts = await questions.texts(domain);
  } catch (error) {
    return saysNone(error) ? NOTHING : { ...NOTHING, error: inWords(error) };
  }
  const records = texts.filter((text) => /^v=spf1( |$)/i.test(text));
  if (records.length === 0) return NOTHING;
  const walk = await evaluate(ask, domain, NOBODYS_ADDRESS);
  const metByWalk = new Set(met);
  const voids = { voids: Math.max(0, (walk.lookups?.void ?? 0) - strangersVoids.size), voidNames: [...voidNames] };
  const lookups = walk.lookups?.count ?? 0;
  if (walk.status.result === 'temperror') return { ...NOTHING, records, error: 'a name that it leads to did not answer' };
  return {
    error: null, records, strangersResult: walk.status.result, fault: faultOf(walk, domain), lookups, lookupsCut: lookups > COUNTED_MAX,
    ...voids, passages: await passagesOf(questions, ask, domain, leaving, metByWalk),
  };
};
