const IPV4_MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** The eight groups of an IPv6 address in full, or null where it is none. */
const groupsOf = (address: string): string[] | null => {
  const [before = '', after, ...rest] = address.split('%')[0]?.split('::') ?? [];
  if (rest.length > 0) return null;
  const left = before === '' ? [] : before.split(':');
  const right = after === undefined || after === '' ? [] : after.split(':');
  const groups = after === undefined ? left : [...left, ...Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0'), ...right];
  return groups.length === 8 && groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group)) ? groups : null;
};

/**
 * What limits by address count: an IPv4 address itself, and of an IPv6 address its /64, for one line has 2^64 addresses
 * (RFC 4291 section 2.5.4) and could take another for each guess. What is neither stays as it is.
 */
export const networkOf = (address: string): string => {
  const mapped = IPV4_MAPPED.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const groups = address.includes(':') ? groupsOf(address) : null;
  if (groups === null) return address;
  return `${groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
};

/** The network that an address is in, as far as a provider moves within it: /24 of IPv4, /48 of IPv6. */
export const providerNetworkOf = (address: string): string => {
  const groups = address.includes(':') ? groupsOf(address) : null;
  if (groups === null) return `${address.split('.').slice(0, 3).join('.')}.0/24`;
  return `${groups.slice(0, 3).map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/48`;
};
