import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** Why an address is not an ordinary mail server's; null where it may be one. */
export type RefusedKind = 'loopback' | 'link-local' | 'metadata' | 'multicast' | 'unspecified' | 'broadcast';

/** Where clouds answer with credentials: AWS, Google, Azure (link-local, IPv6 twins), Alibaba, Oracle, Azure again. */
const METADATA = ['169.254.169.254', 'fd00:ec2::254', 'fd20:ce::254', '100.100.100.200', '192.0.0.192', '168.63.129.16']
  .map((text) => ipaddr.parse(text).toNormalizedString());

const KINDS: Readonly<Record<string, RefusedKind>> = {
  loopback: 'loopback', linkLocal: 'link-local', deprecatedSiteLocal: 'link-local', multicast: 'multicast',
  unspecified: 'unspecified', broadcast: 'broadcast',
};

const ipv4At = (bytes: readonly number[], positions: readonly number[], invert = 0): ipaddr.IPv4 =>
  new ipaddr.IPv4(positions.map((position) => (bytes[position] ?? 0) ^ invert));

/**
 * The IPv4 addresses that an IPv6 address leads to by translation or tunnel: NAT64 (RFC 6052, RFC 8215), stateless
 * translation (RFC 7915), 6to4 (RFC 3056), Teredo (RFC 4380), ISATAP (RFC 5214), IPv4-compatible (RFC 4291).
 */
const carried = (address: ipaddr.IPv6): readonly ipaddr.IPv4[] => {
  const bytes = address.toByteArray();
  const last = ipv4At(bytes, [12, 13, 14, 15]);
  const range: string = address.range();
  // The local prefix may be 48, 56, 64 or 96 bits long (RFC 6052 section 2.2); the well-known one has 96.
  if (range === 'rfc6052' && bytes[5] === 1) {
    return [last, ipv4At(bytes, [6, 7, 9, 10]), ipv4At(bytes, [7, 9, 10, 11]), ipv4At(bytes, [9, 10, 11, 12])];
  }
  if (range === 'rfc6052') return [last];
  if (range === 'rfc6145') return [last];
  if (range === '6to4') return [ipv4At(bytes, [2, 3, 4, 5])];
  if (range === 'teredo') return [ipv4At(bytes, [12, 13, 14, 15], 0xff)];
  const isatap = (bytes[8] === 0 || bytes[8] === 2) && bytes[9] === 0 && bytes[10] === 0x5e && bytes[11] === 0xfe;
  const compatible = range === 'unicast' && bytes.slice(0, 12).every((byte) => byte === 0);
  return isatap || compatible ? [last] : [];
};

/** Reads a literal address; `::ffff:a.b.c.d` becomes the IPv4 address that it is another spelling of. */
export const readAddress = (text: string): Address => ipaddr.process(text);

/** Tells what an address leads to, seen through every form that wraps an IPv4 address in an IPv6 one. */
export const refusedKind = (address: Address): RefusedKind | null => {
  if (METADATA.includes(address.toNormalizedString().replace(/%.*$/, ''))) return 'metadata';
  const range: string = address.range();
  const own = KINDS[range];
  if (own !== undefined) return own;
  if (address instanceof ipaddr.IPv4) return null;
  // No gateway carries a packet to 0.0.0.0/8, and where the position is a guess, zeros say nothing.
  return carried(address).map(refusedKind).find((kind) => kind !== null && kind !== 'unspecified') ?? null;
};

/** Whether an address is one of the internet's, by every form that carries an IPv4 address: no network of somebody's own stands behind it. */
export const isPublic = (address: Address): boolean => {
  const range: string = address.range();
  if (address instanceof ipaddr.IPv4) return range === 'unicast';
  const inside = carried(address);
  return range === 'unicast' ? inside.every(isPublic) : range === 'rfc6052' && inside.length === 1 && inside.every(isPublic);
};
