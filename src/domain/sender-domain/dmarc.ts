import { dkimSigns } from './dkim.js';
import type { SenderDomainFacts } from './facts.js';
import type { SenderFinding } from './finding.js';
import { shown, shownAll, step, txtLine } from './finding.js';
import { spfPasses } from './spf-passes.js';

type Judged = Pick<SenderFinding, 'outcome' | 'message' | 'remedy'>;

const first = (domain: string, policy: string): string => txtLine(`_dmarc.${domain}`, `v=DMARC1; p=${policy}; rua=mailto:dmarc@${domain}`);

/** What is wrong with what stands at the domain itself, where receivers cannot use it; null: nothing stands there. */
const broken = ({ domain, dmarc: { ownRecords, policy } }: SenderDomainFacts): Pick<Judged, 'message' | 'remedy'> | null => {
  if (ownRecords.length > 1) {
    return { message: `_dmarc.${domain} has ${ownRecords.length} records; there may be one only, and receivers ignore all of them.`, remedy: [step(`Leave one of them at _dmarc.${domain}.`, txtLine(`_dmarc.${domain}`, shown(ownRecords[0] ?? '')))] };
  }
  return ownRecords.length === 0 ? null
    : { message: `Receivers cannot read the record at _dmarc.${domain} and ignore it.`, remedy: [step('Replace it by one that begins with v=DMARC1 and has a policy.', first(domain, policy ?? 'none'))] };
};

const missing = (facts: SenderDomainFacts): Judged => {
  const { domain } = facts;
  const fault = broken(facts);
  if (fault !== null) return { outcome: 'FAILED', ...fault };
  return {
    outcome: 'WARNING', message: `Neither ${domain} nor a domain above it has a DMARC record. Google, Yahoo and Microsoft ask for one from who sends much.`,
    remedy: [step(`Publish this record to begin with, with a mailbox that exists; make it p=quarantine or p=reject when the reports show that all of your mail aligns.`, first(domain, 'none'))],
  };
};

const unaligned = (facts: SenderDomainFacts): Judged => {
  const { domain, leaving, dkim, dmarc } = facts;
  const policy = dmarc.policy ?? 'none';
  if ((spfPasses(facts) === null || dkimSigns(facts) === null) && !dmarc.alignedBy.includes('SPF')) {
    return {
      outcome: 'UNKNOWN', message: `The policy is ${policy}. Neither SPF nor DKIM is known to pass for ${domain}; one of them must, or mail fails DMARC.`,
      remedy: [step('Mend what SPF and DKIM show, and check again.')],
    };
  }
  const elsewhere = dmarc.strictDkim ? dkim.keys.find(({ state, domain: signer }) => state === 'GOOD' && signer !== domain) : undefined;
  const because = elsewhere === undefined
    ? `neither SPF nor DKIM passes for ${domain}${leaving.provider?.envelope === 'OWN' ? `, since the envelope is ${leaving.provider.name}'s and nothing is signed for this domain` : ''}`
    : `mail is signed for ${elsewhere.domain}, and adkim=s asks for ${domain} itself`;
  const effect = policy === 'none' ? 'it is reported only (p=none), but the mail looks forged' : `receivers ${policy === 'reject' ? 'refuse the mail' : 'put the mail into junk'} (p=${policy})`;
  return {
    outcome: policy === 'none' ? 'WARNING' : 'FAILED', message: `Mail of ${domain} does not align: ${because}; ${effect}.`,
    remedy: [elsewhere === undefined ? step(`Sign with DKIM for ${domain}, as the DKIM check says; for SPF let the envelope have ${domain}.`)
      : step('Sign for the From domain itself, or take adkim=s out of the record.')],
  };
};

const byRecord = (facts: SenderDomainFacts): Judged => {
  const { domain, dmarc } = facts;
  if (dmarc.alignedBy.length === 0) return unaligned(facts);
  const where = dmarc.recordDomain === domain ? '' : `, by the record of ${dmarc.recordDomain}`;
  const more = dmarc.policy === 'none' ? ' The policy only asks for reports, so that others can still pretend to be you.' : '';
  return { outcome: 'PASSED', message: `Mail of ${domain} aligns by ${dmarc.alignedBy.join(' and ')}; the policy is ${dmarc.policy ?? 'none'}${where}.${more}`, remedy: [] };
};

const judge = (facts: SenderDomainFacts): Judged => {
  const { domain, dmarc } = facts;
  if (dmarc.error !== null) return { outcome: 'UNKNOWN', message: `The DMARC record of ${domain} could not be read: ${dmarc.error}.`, remedy: [] };
  if (dmarc.record === null) return missing(facts);
  const judged = byRecord(facts);
  const hidden = dmarc.recordDomain === domain ? null : broken(facts);
  if (hidden === null) return judged;
  // RFC 7489 section 6.6.3 ends there, without DMARC; RFC 9989 section 4.10 discards what cannot be used and walks on.
  return {
    outcome: judged.outcome === 'FAILED' ? 'FAILED' : 'WARNING', remedy: [...hidden.remedy, ...judged.remedy],
    message: `${hidden.message} Some look no further and apply no policy (RFC 7489), others take the record of ${dmarc.recordDomain ?? 'a domain above'} (RFC 9989). ${judged.message}`,
  };
};

/** Judges DMARC (RFC 9989): whether the domain of From is the one that SPF or DKIM passes for, and what becomes of mail where not. */
export const judgeDmarc = (facts: SenderDomainFacts): SenderFinding => ({
  check: 'DMARC', record: facts.dmarc.record === null ? shownAll(facts.dmarc.ownRecords) : shown(facts.dmarc.record), ...judge(facts),
});
