import type { SenderDomainFacts } from './facts.js';
import type { SenderFinding } from './finding.js';
import { shown, step } from './finding.js';

type Judged = Pick<SenderFinding, 'outcome' | 'message' | 'remedy'>;

const judge = ({ domain, mx: { error, exchanges, nullMx, hasAddress } }: SenderDomainFacts): Judged => {
  const publish = step(`Publish an MX record at ${domain} that names the server which takes its mail.`, `${domain}. IN MX 10 MAIL-SERVER.`);
  if (error !== null) return { outcome: 'UNKNOWN', message: `The MX records of ${domain} could not be read: ${error}.`, remedy: [] };
  if (nullMx) {
    return { outcome: 'FAILED', message: `${domain} says that it takes no mail (a null MX, RFC 7505), and receivers refuse mail that nobody can answer (550 5.7.27).`, remedy: [publish, step('Or send from a domain that takes mail.')] };
  }
  const names = exchanges.slice(0, 3).map(shown).join(', ');
  if (hasAddress === null) {
    return { outcome: 'UNKNOWN', message: `No address was found for the mail servers of ${domain} (${names === '' ? domain : names}), but not every one was asked or answered.`, remedy: [] };
  }
  if (exchanges.length > 0) {
    return hasAddress ? { outcome: 'PASSED', message: `Answers and bounces go to ${names}.`, remedy: [] }
      : { outcome: 'FAILED', message: `The mail servers that ${domain} names have no address (${names}), so that answers and bounces reach nobody.`, remedy: [publish] };
  }
  return hasAddress
    ? { outcome: 'WARNING', message: `${domain} has no MX record; answers go to its own address (RFC 5321 section 5.1), where often no mail server is.`, remedy: [publish] }
    : { outcome: 'FAILED', message: `${domain} has neither MX record nor address, so that receivers refuse it as a sender that does not exist.`, remedy: [publish] };
};

/** Judges whether the From domain can be answered (RFC 5321 section 5.1, RFC 7505). */
export const judgeMailExchange = (facts: SenderDomainFacts): SenderFinding => {
  const { exchanges, nullMx } = facts.mx;
  const record = nullMx ? '0 .' : exchanges.slice(0, 5).map(shown).join('\n');
  return { check: 'MX', record: record === '' ? null : record, ...judge(facts) };
};
