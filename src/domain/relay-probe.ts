import { domainOf } from './address.js';
import { asciiDomain } from './domain-name.js';

/** Whom to name to a server to learn whether it relays; or why there is no need to ask. */
export type RelayQuestion =
  | { readonly ask: true; readonly to: string }
  | { readonly ask: false; readonly because: string };

const domain = (address: string): string => asciiDomain(domainOf(address)) ?? domainOf(address).toLowerCase();

/**
 * A server that takes a recipient of its own domain may still refuse all others, and says so only when one is named:
 * an email that is tested inside works, and every invoice fails. Where the test goes outside the sender's domain its own
 * recipient answers the question.
 */
export const relayQuestion = (test: {
  readonly from: string; readonly to: string; readonly probeAddress: string; readonly wanted: boolean; readonly sandbox: boolean;
}): RelayQuestion => {
  if (test.sandbox) return { ask: false, because: 'The sandbox relays nothing' };
  if (!test.wanted) return { ask: false, because: 'Not asked for' };
  if (domain(test.to) !== domain(test.from)) {
    return { ask: false, because: `${test.to} is outside ${domainOf(test.from)}: RCPT_TO has shown whether the server relays` };
  }
  if (domain(test.probeAddress) === domain(test.from)) {
    return { ask: false, because: `The relay probe's address, ${test.probeAddress}, is inside ${domainOf(test.from)}` };
  }
  return { ask: true, to: test.probeAddress };
};
