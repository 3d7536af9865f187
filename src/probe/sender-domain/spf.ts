import type { Leaving, SpfFacts, SpfPassage } from '../../domain/sender-domain/facts.js';
import { mechanismsTried, proposalHolds, proposedSpf } from '../../domain/sender-domain/spf-proposal.js';
import { inWords, saysNone, type Questions } from './questions.js';
import { samplesOf } from './spf-sample.js';
import { NOBODY, sampleAt, senderAt, TRUE_LIMITS, walk, type Walk, type WalkOptions } from './spf-walk.js';

/** So many look-ups are counted, to say how far beyond the limit a record is. */
const COUNTED_MAX = 30;
/** Neither limit ends this walk: it is judged by what it counted. */
const WHOLE_RECORD: WalkOptions = { lookupsMax: COUNTED_MAX, voidsMax: Number.MAX_SAFE_INTEGER };

const NOTHING: SpfFacts = {
  error: null, records: [], strangersResult: 'none', fault: null, lookups: 0, lookupsCut: false, voids: 0, voidNames: [], passages: [], proposal: null,
};

/** What several addresses of one provider come to: the first that does not pass. */
const together = (results: readonly string[]): string => results.find((result) => result !== 'pass' && result !== 'temperror') ?? results.find((result) => result !== 'pass') ?? 'pass';

/** The provider's addresses are tried by some of them. */
const providersPassage = async (questions: Questions, domain: string, name: string, whole: Walk, options: WalkOptions): Promise<SpfPassage> => {
  const mechanism = `include:${name}`;
  const samples = await samplesOf(questions, name).catch(() => null);
  const walks = await Promise.all((samples ?? []).map(async (address) => await walk(questions, domain, sampleAt(address), options)));
  const named = [whole, ...walks].some(({ met }) => met.has(name));
  if (walks.length > 0) return { mechanism, result: together(walks.map(({ result }) => result)), named };
  // Without an address to try, being named in a record that is sound is all that can be seen.
  const known = samples !== null && whole.result !== 'permerror';
  return { mechanism, result: named ? (known ? 'pass' : null) : samples === null ? null : 'fail', named };
};

/** Tries the ways by which mail leaves, each within the limits of a receiver. */
const passagesOf = async (questions: Questions, domain: string, leaving: Leaving, whole: Walk, options = TRUE_LIMITS): Promise<SpfPassage[]> =>
  await Promise.all(mechanismsTried(leaving).map(async (mechanism) => {
    const [, kind, value = ''] = /^(include|ip4|ip6):(.*)$/.exec(mechanism) ?? [];
    if (kind === 'include') return await providersPassage(questions, domain, value, whole, options);
    return { mechanism, result: (await walk(questions, domain, senderAt(value), options)).result, named: true };
  }));

/** The record that would do, after it was tried in place of what is published. */
const tried = async (questions: Questions, domain: string, leaving: Leaving, spf: SpfFacts): Promise<string | null> => {
  const record = proposedSpf({ spf, leaving });
  if (record === null) return null;
  const options = { ...TRUE_LIMITS, record };
  const whole = await walk(questions, domain, NOBODY, options);
  const passages = await passagesOf(questions, domain, leaving, whole, options);
  return proposalHolds({ spf, leaving }, { strangersResult: whole.result, passages }) ? record : null;
};

const found = async (questions: Questions, domain: string, leaving: Leaving, records: readonly string[]): Promise<SpfFacts> => {
  if (records.length === 0) return NOTHING;
  const whole = await walk(questions, domain, NOBODY, WHOLE_RECORD);
  const { result, fault, lookups, voids, voidNames } = whole;
  if (result === 'temperror') return { ...NOTHING, records, error: 'a name that it leads to did not answer' };
  return {
    ...NOTHING, records, strangersResult: result, fault, lookups, lookupsCut: lookups > COUNTED_MAX, voids, voidNames,
    passages: await passagesOf(questions, domain, leaving, whole),
  };
};

/** Follows the SPF record of a domain through all that it includes, and tries how mail of the account leaves (RFC 7208). */
export const gatherSpf = async (questions: Questions, domain: string, leaving: Leaving): Promise<SpfFacts> => {
  let texts: readonly string[] = [];
  try {
    texts = await questions.texts(domain);
  } catch (error) {
    if (!saysNone(error)) return { ...NOTHING, error: inWords(error) };
  }
  const spf = await found(questions, domain, leaving, texts.filter((text) => /^v=spf1( |$)/i.test(text)));
  return spf.error === null ? { ...spf, proposal: await tried(questions, domain, leaving, spf) } : spf;
};
