import { dkimSigns } from './dkim.js';
import type { SenderDomainFacts } from './facts.js';
import type { SenderFinding } from './finding.js';
import { shown, shownAll, step, txtLine } from './finding.js';
import { spfPasses } from './spf.js';

type Judged = Pick<SenderFinding, 'outcome' | 'message' | 'remedy'>;

const first = (domain: string): string => txtLine(`_dmarc.${domain}`, `v=DMARC1; p=none; rua=mailto:dmarc@${domain}`);

const missing = ({ domain, dmarc: { ownRecords } }: SenderDomainFacts): Judged => {
  if (ownRecords.length > 1) {
    return { outcome: 'FAILED', message: `_dmarc.${domain} has ${ownRecords.length} records; there may be one only, and receivers ignore all of them.`, remedy: [step(`Leave one of them at _dmarc.${domain}.`, txtLine(`_dmarc.${domain}`, shown(ownRecords[0] ?? '')))] };
  }
  if (ownRecords.length === 1) {
    return { outcome: 'FAILED', message: `Receivers cannot read the record at _dmarc.${domain} and ignore it.`, remedy: [step('Replace it by one that begins with v=DMARC1 and has a policy.', first(domain))] };
  }
  return {
    outcome: 'WARNING', message: `Neither ${domain} nor a domain above it has a DMARC record. Google, Yahoo and Microsoft ask for one from who sends much.`,
    remedy: [step(`Publish this record to begin with, with a mailbox that exists; make it p=quarantine or p=reject when the reports show that all of your mail aligns.`, first(domain))],
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
    ? `neither SPF nor DKIM passes for ${domain}${leaving.provider?.ownEnvelope === true ? `, since the envelope is ${leaving.provider.name}'s and nothing is signed for this domain` : ''}`
    : `mail is signed for ${elsewhere.domain}, and adkim=s asks for ${domain} itself`;
  const effect = policy === 'none' ? 'it is reported only (p=none), but the mail looks forged' : `receivers ${policy === 'reject' ? 'refuse the mail' : 'put the mail into junk'} (p=${policy})`;
  return {
    outcome: policy === 'none' ? 'WARNING' : 'FAILED', message: `Mail of ${domain} does not align: ${because}; ${effect}.`,
    remedy: [elsewhere === undefined ? step(`Sign with DKIM for ${domain}, as the DKIM check says; for SPF let the envelope have ${domain}.`)
      : step('Sign for the From domain itself, or take adkim=s out of the record.')],
  };
};

const judge = (facts: SenderDomainFacts): Judged => {
  const { domain, dmarc } = facts;
  if (dmarc.error !== null) return { outcome: 'UNKNOWN', message: `The DMARC record of ${domain} could not be read: ${dmarc.error}.`, remedy: [] };
  if (dmarc.record === null) return missing(facts);
  if (dmarc.alignedBy.length === 0) return unaligned(facts);
  const where = dmarc.recordDomain === domain ? '' : `, by the record of ${dmarc.recordDomain}`;
  const more = dmarc.policy === 'none' ? ' The policy only asks for reports, so that others can still pretend to be you.' : '';
  return { outcome: 'PASSED', message: `Mail of ${domain} aligns by ${dmarc.alignedBy.join(' and ')}; the policy is ${dmarc.policy ?? 'none'}${where}.${more}`, remedy: [] };
};

/** Judges DMARC (RFC 9989): whether the domain of From is the one that SPF or DKIM passes for, and what becomes of mail where not. */
export const judgeDmarc = (facts: SenderDomainFacts): SenderFinding => ({
  check: 'DMARC', record: facts.dmarc.record === null ? shownAll(facts.dmarc.ownRecords) : shown(facts.dmarc.record), ...judge(facts),
});
