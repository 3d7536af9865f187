import type { RemedyStep } from '../diagnosis/vocabulary.js';
import type { Leaving, SenderDomainFacts } from './facts.js';
import type { FindingOutcome, SenderFinding } from './finding.js';
import { shown, shownAll, step, txtLine } from './finding.js';
import { mergeSpf } from './merge-spf.js';

/** RFC 7208 section 4.6.4. */
const LOOKUPS_MAX = 10;
const VOIDS_MAX = 2;

/** The mechanisms that let mail of this account pass. */
export const mechanismsFor = ({ provider, addresses }: Leaving): readonly string[] => (provider !== null
  ? [`include:${provider.spfName}`]
  : addresses.map((address) => `${address.includes(':') ? 'ip6' : 'ip4'}:${address}`));

type Judged = Pick<SenderFinding, 'outcome' | 'message' | 'remedy'>;

const judged = (outcome: FindingOutcome, message: string, remedy: readonly RemedyStep[] = []): Judged => ({ outcome, message, remedy });

/** Receivers give up on longer ones (RFC 7208 section 3.4), and a record cut off would say another thing. */
const RECORD_CHARACTERS_MAX = 2_000;

const publish = (facts: SenderDomainFacts, words: string, last?: string): RemedyStep => {
  const record = mergeSpf(facts.spf.records, mechanismsFor(facts.leaving), last);
  return step(words, record.length > RECORD_CHARACTERS_MAX ? null : txtLine(facts.domain, record));
};

const sentBy = ({ provider, addresses }: Leaving): string => provider?.name ?? addresses.join(', ');

const none = (facts: SenderDomainFacts): Judged => {
  const { domain, leaving } = facts;
  const words = `${domain} has no SPF record, so receivers cannot tell that its mail may come from here.`;
  if (mechanismsFor(leaving).length === 0) {
    return judged('FAILED', words, [step(`Publish one TXT record at ${domain} that names the server which sends to the world.`, txtLine(domain, 'v=spf1 mx -all'))]);
  }
  const remedy = [publish(facts, `Publish this TXT record at ${domain}.`)];
  if (leaving.provider?.ownEnvelope !== true) return judged('FAILED', words, remedy);
  return judged('WARNING', `${words} ${leaving.provider.name} puts its own domain into the envelope, for which its own SPF holds; this record helps where it does not.`, remedy);
};

/** Costs of the direct terms are what somebody can change. */
const costly = (record: string): string => shown(record.split(' ')
  .filter((term) => /^[-~?+]?(include:|a$|a[:/]|mx$|mx[:/]|ptr|exists:)|^redirect=/i.test(term)).join(', '));

/** RFC 7208 section 2.6.7: a permerror voids the whole record, also for mail that would have passed. */
const broken = (facts: SenderDomainFacts): Judged | null => {
  const { domain, spf: { records, lookups, lookupsCut, voids, voidNames, fault, strangersResult } } = facts;
  if (records.length > 1) {
    return judged('FAILED', `${domain} has ${records.length} SPF records. There may be one only: receivers ignore all of them (permerror).`,
      [publish(facts, `Remove all SPF records of ${domain} and publish this one in their place.`)]);
  }
  if (lookups > LOOKUPS_MAX) {
    const count = lookupsCut ? `more than ${lookups - 1}` : String(lookups);
    return judged('FAILED', `The record costs ${count} look-ups with all that it includes; ${LOOKUPS_MAX} are allowed, and receivers ignore it (permerror). A name that leads back to itself counts without end.`, [
      step(`Take out of the record what no longer sends for ${domain}, and replace a, mx and include of servers whose addresses do not change by ip4 and ip6. These terms cost look-ups: ${costly(records[0] ?? '')}.`),
    ]);
  }
  if (voids > VOIDS_MAX) {
    return judged('FAILED', `The record asks ${voids} times for names that have no record (${voidNames.slice(0, 5).map(shown).join(', ')}); ${VOIDS_MAX} are allowed, and receivers ignore it (permerror).`,
      [step('Take these names out of the record.')]);
  }
  return strangersResult === 'permerror'
    ? judged('FAILED', `Receivers cannot read the record and ignore it (permerror): ${shown(fault ?? 'it is malformed')}.`, [step('Mend or remove the term that it names.')])
    : null;
};

const refused = (facts: SenderDomainFacts): Judged => {
  const { domain, leaving, spf: { passages } } = facts;
  const results = [...new Set(passages.filter(({ result }) => result !== 'pass').map(({ result }) => result ?? 'unknown'))].join(', ');
  const words = `The record does not let mail pass that ${leaving.provider === null ? 'leaves from' : 'is sent by'} ${sentBy(leaving)} (${results}).`;
  const remedy = [publish(facts, `Replace the SPF record of ${domain} by this one.`)];
  if (leaving.provider?.ownEnvelope === true) {
    return judged('WARNING', `${words} ${leaving.provider.name} puts its own domain into the envelope, so this matters only where the domain is not authenticated there.`, remedy);
  }
  return leaving.certain ? judged('FAILED', words, remedy)
    : judged('WARNING', `${words} The server may send from other addresses than its own: ask who runs it what to include.`, remedy);
};

const passed = (facts: SenderDomainFacts): Judged => {
  const { domain, leaving, spf: { lookups, passages, strangersResult } } = facts;
  const cost = `${lookups} of ${LOOKUPS_MAX} look-ups`;
  if (strangersResult === 'neutral') {
    return judged('WARNING', `Mail from ${sentBy(leaving)} passes (${cost}), but the record says nothing of mail from elsewhere, so that anybody can pretend to be ${domain}.`,
      [publish(facts, 'End the record with -all, or with ~all while you are not sure of all senders.', '-all')]);
  }
  if (passages.some(({ named }) => !named)) {
    return judged('WARNING', `Mail from ${sentBy(leaving)} passes today (${cost}), because its addresses stand in the record; they change without notice.`,
      [publish(facts, `Include ${leaving.provider?.spfName ?? ''} by its name.`)]);
  }
  return judged('PASSED', `Mail from ${sentBy(leaving)} passes (${cost}).`);
};

const judge = (facts: SenderDomainFacts): Judged => {
  const { domain, leaving, spf } = facts;
  if (spf.error !== null) return judged('UNKNOWN', `The SPF record of ${domain} could not be read: ${spf.error}.`);
  if (spf.records.length === 0) return none(facts);
  const fault = broken(facts);
  if (fault !== null) return fault;
  if (spf.strangersResult === 'pass') {
    return judged('FAILED', `The record lets everybody send as ${domain}; receivers take it for spam.`, [publish(facts, 'End the record with -all in place of what lets everybody pass.', '-all')]);
  }
  if (spf.passages.length === 0) {
    return judged('UNKNOWN', `The record is sound (${spf.lookups} of ${LOOKUPS_MAX} look-ups), but it is not known from which address mail leaves.`,
      [step('Set POSTROOM_PUBLIC_ADDRESS to the address from which mail of this house reaches the world.')]);
  }
  if (spf.passages.some(({ result }) => result === null || result === 'temperror')) {
    return judged('UNKNOWN', `The record is there, but whether ${sentBy(leaving)} passes could not be found out: a name that it leads to did not answer.`);
  }
  return spf.passages.every(({ result }) => result === 'pass') ? passed(facts) : refused(facts);
};

/** Judges SPF of the envelope's domain, which is the From domain (RFC 7208). */
export const judgeSpf = (facts: SenderDomainFacts): SenderFinding => ({ check: 'SPF', record: shownAll(facts.spf.records), ...judge(facts) });

/** Whether SPF of the From domain would pass for mail of this account, whatever else is wrong; null: unknown. */
export const spfPasses = ({ spf, leaving }: Pick<SenderDomainFacts, 'spf' | 'leaving'>): boolean | null => {
  if (leaving.provider?.ownEnvelope === true) return false;
  if (spf.error !== null) return null;
  if (spf.records.length !== 1 || spf.lookups > LOOKUPS_MAX || spf.voids > VOIDS_MAX || spf.strangersResult === 'permerror') return false;
  if (spf.passages.length === 0 || spf.passages.some(({ result }) => result === null || result === 'temperror')) return null;
  return spf.passages.every(({ result }) => result === 'pass') ? true : leaving.certain ? false : null;
};
