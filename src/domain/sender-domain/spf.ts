import type { RemedyStep } from '../diagnosis/vocabulary.js';
import type { Leaving, SenderDomainFacts, SpfPassage } from './facts.js';
import type { FindingOutcome, SenderFinding } from './finding.js';
import { shown, shownAll, step } from './finding.js';
import { redirectOf } from './merge-spf.js';
import { faultOfSpf, LOOKUPS_MAX, type SpfFault } from './spf-fault.js';
import { isAsked, isOpen, isPassedOn, passes } from './spf-passes.js';
import { mechanismsNeeded } from './spf-proposal.js';
import { byHand, findOut, publish } from './spf-remedy.js';

type Judged = Pick<SenderFinding, 'outcome' | 'message' | 'remedy'>;

const judged = (outcome: FindingOutcome, message: string, remedy: readonly RemedyStep[] = []): Judged => ({ outcome, message, remedy });

const worst = (leaving: Leaving): FindingOutcome => (isAsked(leaving) ? 'FAILED' : 'WARNING');

const sentBy = ({ provider }: Leaving, passages: readonly SpfPassage[]): string =>
  passages.map(({ mechanism }) => (mechanism.startsWith('include:') ? provider?.name ?? mechanism : mechanism.slice('ip4:'.length))).join(' and ');

/** The domain that SPF is asked of is that which was set up at the provider, and only the customer knows which that is. */
const ofSetUp = (facts: SenderDomainFacts, words: string): Judged => {
  const { domain, leaving } = facts;
  return judged('UNKNOWN', `${words} That matters only where ${domain} itself is set up at ${leaving.provider?.name ?? 'the provider'}: SPF is asked of the domain that is.`, [findOut(leaving)]);
};

const none = (facts: SenderDomainFacts): Judged => {
  const { domain, leaving } = facts;
  const words = `${domain} has no SPF record, so receivers cannot tell that its mail may come from here.`;
  if (leaving.provider?.envelope === 'SET_UP') return ofSetUp(facts, words);
  return judged(worst(leaving), words, publish(facts, `Publish this TXT record at ${domain}.`, byHand(facts)));
};

/** What of it is wrong for all mail is mended by the record that was tried, which names no more than is known. */
const mend = (facts: SenderDomainFacts, { steps, ofAll }: SpfFault): readonly RemedyStep[] =>
  (ofAll ? publish(facts, `Remove all SPF records of ${facts.domain} and publish this one in their place.`, steps) : steps);

const broken = (facts: SenderDomainFacts, fault: SpfFault): Judged => {
  const { leaving, spf: { passages } } = facts;
  const { words, ofAll } = fault;
  const remedy = [...mend(facts, fault), ...(mechanismsNeeded(leaving).length === 0 ? [findOut(leaving)] : [])];
  if (!ofAll && passages.length > 0 && passages.every(passes)) {
    return judged('WARNING', `Mail from ${sentBy(leaving, passages)} passes, since it is met before receivers give up; mail from others of the record is not (permerror): ${words}.`, remedy);
  }
  // Who is not known may stand before what is wrong.
  const open = !ofAll && (passages.length === 0 || passages.some(isOpen));
  return judged(open ? 'WARNING' : worst(leaving), `Receivers ignore the record${open ? ' for mail that is not met before' : ''} (permerror): ${words}.`, remedy);
};

const everybody = (facts: SenderDomainFacts): Judged => {
  const target = redirectOf(facts.spf.records[0] ?? '');
  const otherwise = target === null
    ? step('Take out of the record what lets everybody pass: +all, a network such as ip4:0.0.0.0/0, an exists that always holds, or the include of a record that has one of these.')
    : step(`Mend the record of ${shown(target)}, which it redirects to.`);
  return judged(worst(facts.leaving), `The record lets everybody send as ${facts.domain}; receivers take it for spam.`,
    publish(facts, 'End the record with -all in place of what lets everybody pass.', [otherwise, ...(mechanismsNeeded(facts.leaving).length === 0 ? [findOut(facts.leaving)] : [])]));
};

const refused = (facts: SenderDomainFacts): Judged => {
  const { domain, leaving, spf: { passages } } = facts;
  const { provider } = leaving;
  const failing = passages.filter((one) => !passes(one) && !isOpen(one));
  const results = [...new Set(failing.map(({ result }) => result))].join(', ');
  const words = `The record does not let mail pass that ${failing.every(({ mechanism }) => mechanism.startsWith('include:')) ? 'is sent by' : 'leaves from'} ${sentBy(leaving, failing)} (${results}).`;
  if (provider?.envelope === 'SET_UP') return ofSetUp(facts, words);
  const remedy = publish(facts, `Replace the SPF record of ${domain} by this one.`, byHand(facts));
  if (!leaving.certain) return judged('WARNING', `${words} The server may send from other addresses than its own: ask who runs it what to include.`, remedy);
  return failing.every((one) => isPassedOn(leaving, one)) ? judged('WARNING', `${words} It does so only where a connector passes mail on to others.`, remedy)
    : judged('FAILED', words, remedy);
};

const passed = (facts: SenderDomainFacts): Judged => {
  const { domain, leaving, spf: { lookups, passages, strangersResult, records } } = facts;
  const words = `Mail from ${sentBy(leaving, passages)} passes`;
  const cost = `${lookups} of ${LOOKUPS_MAX} look-ups`;
  if (strangersResult === 'neutral') {
    const target = redirectOf(records[0] ?? '');
    return judged('WARNING', `${words} (${cost}), but the record says nothing of mail from elsewhere, so that anybody can pretend to be ${domain}.`,
      publish(facts, 'End the record with -all, or with ~all while you are not sure of all senders.', [target !== null ? step(`Mend the end of the record of ${shown(target)}, which it redirects to.`)
        : leaving.certain ? step('Let the record refuse what it does not name: with -all at its end, and without ? before other terms.') : findOut(leaving)]));
  }
  if (passages.some(({ named }) => !named)) {
    return judged('WARNING', `${words} today (${cost}), because its addresses stand in the record; they change without notice.`,
      publish(facts, `Include ${leaving.provider?.spfName ?? ''} by its name.`, byHand(facts)));
  }
  return judged('PASSED', `${words} (${cost}).${leaving.certain ? '' : ' Whether the server sends from other addresses too, only who runs it can say.'}`);
};

/** The provider has a domain of its own in the envelope, so that this record is not asked for. */
const ofOther = (facts: SenderDomainFacts, fault: SpfFault | null): Judged => {
  const { domain, leaving: { provider }, spf: { strangersResult } } = facts;
  const words = `${provider?.name ?? 'The provider'} puts a domain of its own into the envelope, or one that was set up there to lead to it, and SPF is asked of that: mail of this account does not need this record, and DMARC rests on DKIM.`;
  if (fault !== null) return judged('WARNING', `${words} For other mail of ${domain} receivers ignore it (permerror): ${fault.words}.`, mend(facts, fault));
  return strangersResult === 'pass' ? judged('WARNING', `${words} But it lets everybody send as ${domain}.`, [step('End the record with -all in place of what lets everybody pass, and name before it all that does send.')])
    : judged('PASSED', words);
};

const judge = (facts: SenderDomainFacts): Judged => {
  const { domain, leaving, spf } = facts;
  const { error, records, passages, lookups, strangersResult } = spf;
  const fault = faultOfSpf(facts);
  if (leaving.provider?.envelope === 'OWN') return ofOther(facts, fault);
  if (error !== null) return judged('UNKNOWN', `The SPF record of ${domain} could not be read: ${error}.`);
  if (records.length === 0) return none(facts);
  if (fault !== null) return broken(facts, fault);
  if (strangersResult === 'pass') return everybody(facts);
  const houseUnknown = leaving.toExchanger && leaving.addresses.length === 0;
  if (!houseUnknown && passages.some((one) => !passes(one) && !isOpen(one))) return refused(facts);
  if (houseUnknown || passages.length === 0) {
    const what = leaving.provider !== null && !leaving.toExchanger ? `what ${leaving.provider.name} has this domain include` : 'from which address mail leaves';
    return judged('UNKNOWN', `The record is sound (${lookups} of ${LOOKUPS_MAX} look-ups), but it is not known ${what}.`, [findOut(leaving)]);
  }
  if (passages.some(isOpen)) {
    return judged('UNKNOWN', `The record is there, but whether ${sentBy(leaving, passages)} passes could not be found out: a name that it leads to did not answer.`);
  }
  return passed(facts);
};

/** Judges SPF of the envelope's domain, which is the From domain unless the provider has another (RFC 7208). */
export const judgeSpf = (facts: SenderDomainFacts): SenderFinding => ({ check: 'SPF', record: shownAll(facts.spf.records), ...judge(facts) });
