import { isIP } from 'node:net';

/**
 * Addresses or CIDRs, separated by commas, of the proxies whose `X-Forwarded-For` is believed; throws naming the bad entry.
 * Nobody else's is: it would let a guesser of passwords take another address for each guess.
 */
export const parseTrustedProxies = (text: string): string[] => text.split(',').map((entry) => {
  const trimmed = entry.trim();
  const [address = '', prefix, ...rest] = trimmed.split('/');
  const bits = isIP(address) === 6 ? 128 : 32;
  const whole = prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits);
  if (isIP(address) === 0 || !whole || rest.length > 0) throw new Error(`"${trimmed}" is no address and no CIDR`);
  return trimmed;
});
