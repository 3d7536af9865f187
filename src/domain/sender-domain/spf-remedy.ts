import type { RemedyStep } from '../diagnosis/vocabulary.js';
import type { Leaving, SenderDomainFacts } from './facts.js';
import { step, txtLine } from './finding.js';
import { LOOKUPS_MAX } from './spf-fault.js';
import { mechanismsNeeded } from './spf-proposal.js';

/** The record that was tried and holds, as a step; else what to do without one. */
export const publish = ({ domain, spf: { proposal } }: SenderDomainFacts, words: string, otherwise: readonly RemedyStep[] = []): readonly RemedyStep[] =>
  (proposal === null ? otherwise : [step(words, txtLine(domain, proposal))]);

/** What to do where it is not known what a record has to name. */
export const findOut = ({ provider, certain }: Leaving): RemedyStep => {
  if (provider?.spfName === null || provider?.envelope === 'SET_UP') return step(`Publish what ${provider.name} shows for the domain that is set up there, merged into the record that there is.`);
  return certain ? step('Set POSTROOM_PUBLIC_ADDRESS to the address from which mail of this house reaches the world.')
    : step('Ask the provider, whoever runs the server, what SPF has to include.');
};

/** Where no record can be told that would do with what stands there now. */
export const byHand = ({ leaving }: SenderDomainFacts): readonly RemedyStep[] => (mechanismsNeeded(leaving).length === 0 ? [findOut(leaving)]
  : [step(`Let the record name ${mechanismsNeeded(leaving).join(' and ')}. Something in it has to go first: with what stands there now that would still be no sound record of ${LOOKUPS_MAX} look-ups at most.`)]);
