import ipaddr from 'ipaddr.js';
import type { ReverseFacts } from '../../domain/sender-domain/facts.js';
import { readAddress } from '../../doors/address-kind.js';
import { inWords, type Questions } from './questions.js';

/** Names that are followed back; one that is right is enough. */
const FOLLOWED_MAX = 5;

/** The name that an address's PTR record stands at (RFC 1035 section 3.5, RFC 3596 section 2.5). */
export const reverseName = (text: string): string => {
  const address = readAddress(text);
  const bytes = address.toByteArray();
  if (address instanceof ipaddr.IPv4) return `${bytes.toReversed().join('.')}.in-addr.arpa`;
  return `${bytes.flatMap((byte) => [byte >> 4, byte & 15]).toReversed().map((nibble) => nibble.toString(16)).join('.')}.ip6.arpa`;
};

const leadsTo = async (questions: Questions, name: string, text: string): Promise<boolean> => {
  const address = readAddress(text);
  const found = await questions.names(name, address instanceof ipaddr.IPv4 ? 'A' : 'AAAA');
  return found.some((one) => ipaddr.isValid(one) && readAddress(one).toNormalizedString() === address.toNormalizedString());
};

/** Asks what an address is called, and whether those names lead back to it (FCrDNS, RFC 1912 section 2.1). Asks DNS only: a hosts file is no one else's. */
export const gatherReverseName = async (questions: Questions, address: string): Promise<ReverseFacts> => {
  let names: readonly string[] = [];
  try {
    names = await questions.names(reverseName(address), 'PTR');
    const followed = names.slice(0, FOLLOWED_MAX);
    const back = await Promise.all(followed.map(async (name) => await leadsTo(questions, name, address)));
    return { address, error: null, names, confirmed: followed.filter((_, at) => back[at]) };
  } catch (error) {
    return { address, error: inWords(error), names, confirmed: [] };
  }
};
