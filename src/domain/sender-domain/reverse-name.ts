import type { ReverseFacts, SenderDomainFacts } from './facts.js';
import type { SenderFinding } from './finding.js';
import { shown, step } from './finding.js';

const WHO = 'whoever provides the internet line or the machine';

const judgeOne = ({ address, error, names, confirmed }: ReverseFacts): Omit<SenderFinding, 'check'> => {
  const record = names.length === 0 ? null : names.slice(0, 5).map(shown).join('\n');
  if (error !== null) return { outcome: 'UNKNOWN', record, message: `The reverse name of ${address} could not be read: ${error}.`, remedy: [] };
  if (names.length === 0) {
    return { outcome: 'FAILED', record, message: `${address} has no reverse name (PTR), and large receivers refuse mail from such an address.`, remedy: [step(`Ask ${WHO} to give ${address} the name of your mail server, and let that name lead to ${address}.`)] };
  }
  const [name = ''] = names.map(shown);
  return confirmed.length > 0
    ? { outcome: 'PASSED', record, message: `${address} is called ${shown(confirmed[0] ?? '')}, and that name leads back to it.`, remedy: [] }
    : {
      outcome: 'FAILED', record, message: `${address} is called ${name}, but that name does not lead back to it, so that receivers do not believe it (FCrDNS).`,
      remedy: [step(`Let ${name} lead to ${address}, or ask ${WHO} for a name that does.`, `${name}. IN ${address.includes(':') ? 'AAAA' : 'A'} ${address}`)],
    };
};

/** Judges the reverse names of the addresses that receivers see of the house; none where a provider, known or not, sends all of its mail. */
export const judgeReverseNames = ({ reverse, leaving }: SenderDomainFacts): readonly SenderFinding[] => {
  if (!leaving.certain || (leaving.provider !== null && !leaving.toExchanger)) return [];
  if (reverse.length > 0) return reverse.map((facts) => ({ check: 'PTR', ...judgeOne(facts) }));
  return [{
    check: 'PTR', outcome: 'UNKNOWN', record: null, message: 'It is not known from which address mail leaves.',
    remedy: [step('Set POSTROOM_PUBLIC_ADDRESS to the address from which mail of this house reaches the world.')],
  }];
};
