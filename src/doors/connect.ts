import ipaddr from 'ipaddr.js';
import { isPublic, readAddress, refusedKind, type RefusedKind } from './address-kind.js';
import { lookupBy, type Lookup } from './resolver.js';

/** How connections outwards are made. Plain data, so that it can be posted to a thread. */
export interface ConnectPolicy {
  /** What is opened besides the mail ports of ordinary addresses: `POSTROOM_CONNECT_ALLOW`, parsed. */
  readonly allow: readonly { readonly cidr: string; readonly port: number | '*' }[];
  /** Who is asked for names: `POSTROOM_DNS_SERVERS`; left out or null: the machine. */
  readonly dnsServers?: readonly string[] | null;
}

/** An address that was checked. Connect to it as it stands: a second resolution could answer differently. */
export interface CheckedAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

/** The ports on which mail servers take submissions: RFC 5321, RFC 6409, RFC 8314, and the common alternates. */
export const MAIL_PORTS: readonly number[] = [25, 465, 587, 2465, 2525, 2587];

/** No connection was tried: the policy forbids this address or port. The message names the setting to open it. */
export class ConnectRefused extends Error {
  readonly code = 'ECONNECTPOLICY';
  override readonly name = 'ConnectRefused';
}

/** No setting opens these: nothing that takes mail lives there, and clouds hand out credentials on some. */
const NEVER: readonly RefusedKind[] = ['metadata', 'multicast', 'unspecified', 'broadcast'];

const inBrackets = (address: string, port: number | '*'): string =>
  address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;

const parseEntry = (entry: string): ConnectPolicy['allow'][number] => {
  const parts = /^(?:\[([^\]]+)\](\/\d+)?|([^[\]:]+)):(\*|\d{1,5})$/.exec(entry);
  const host = parts?.[1] === undefined ? parts?.[3] : `${parts[1]}${parts[2] ?? ''}`;
  const port = parts?.[4] === '*' ? '*' : Number(parts?.[4]);
  if (host === undefined || (port !== '*' && (port < 1 || port > 65_535))) throw badEntry(entry);
  const bits = ipaddr.IPv4.isValidFourPartDecimal(host) ? '/32' : ipaddr.IPv6.isValid(host) ? '/128' : '';
  const cidr = `${host}${bits}`;
  const sound = ipaddr.IPv4.isValidCIDRFourPartDecimal(cidr) || ipaddr.IPv6.isValidCIDR(cidr);
  if (!sound) throw badEntry(entry);
  return { cidr, port };
};

const badEntry = (entry: string): Error => new Error(
  `"${entry}" is not ADDRESS:PORT, CIDR:PORT or either with :* (IPv6 in brackets, such as [::1]:25 or [fd00::/8]:*)`);

/**
 * Reads `POSTROOM_CONNECT_ALLOW`: entries separated by commas, each ADDRESS or CIDR followed by :PORT or :*, IPv6 in
 * brackets. Blank opens nothing. Throws an Error that names the first bad entry.
 */
export const parseConnectAllow = (text: string): ConnectPolicy => ({
  allow: text.split(',').map((entry) => entry.trim()).filter((entry) => entry !== '').map(parseEntry),
});

/** The port of HTTPS, which is open only to who says that the web is its purpose. */
const WEB_PORT = 443;

/** What a connection is for, where it is not for a mail server. */
interface Purpose {
  /** The catcher on this machine: any port of loopback. */
  readonly sandbox?: boolean;
  /** A page that anybody may name: HTTPS, and addresses of the internet only, so that no name leads into the house. */
  readonly web?: boolean;
}

const isOpened = (address: ipaddr.IPv4 | ipaddr.IPv6, port: number, policy: ConnectPolicy): boolean =>
  policy.allow.some((entry) => {
    const network = ipaddr.parseCIDR(entry.cidr);
    if (entry.port !== '*' && entry.port !== port) return false;
    return network[0].kind() === address.kind() && address.match(network);
  });

/** Says why an address and port are refused; null when a connection may be made. */
const reasonAgainst = (text: string, port: number, policy: ConnectPolicy, { sandbox = false, web = false }: Purpose): string | null => {
  const address = readAddress(text);
  const kind = refusedKind(address);
  if (kind !== null && NEVER.includes(kind)) return `${text} is a ${kind} address; no setting opens these`;
  if (sandbox && address.range() === 'loopback') return null;
  if (isOpened(address, port, policy)) return null;
  const setting = `POSTROOM_CONNECT_ALLOW=${inBrackets(address.toString(), port)} would open it`;
  if (kind !== null) return `${text} is a ${kind} address; ${setting}`;
  if (web && !isPublic(address)) return `${text} is not an address of the internet; ${setting}`;
  if (web && port === WEB_PORT) return null;
  if (web) return `port ${port} of ${text} is not that of HTTPS (${WEB_PORT}); ${setting}`;
  if (MAIL_PORTS.includes(port)) return null;
  return `port ${port} of ${text} is not a mail port (${MAIL_PORTS.join(', ')}); ${setting}`;
};

/**
 * Resolves a host once, through the policy's DNS servers, and keeps the addresses that may be connected to, in the resolver's order. Refused are
 * link-local, metadata, multicast, unspecified and broadcast addresses, in every IPv6 spelling of them; loopback but
 * for the sandbox (`sandbox: true`, any port) and the allow-list; ports that are not mail's unless the allow-list opens
 * them. Private ranges are allowed, but for the web: that is where a company's own server stands.
 * Throws ConnectRefused when none is left; errors of the resolver pass with their code (`ENOTFOUND`, `EAI_AGAIN`).
 */
export const resolveChecked = async (
  host: string,
  port: number,
  policy: ConnectPolicy,
  options: Purpose & { readonly lookup?: Lookup } = {},
): Promise<readonly CheckedAddress[]> => {
  const found = await (options.lookup ?? lookupBy(policy.dnsServers))(host.replace(/^\[(.*)\]$/, '$1'), { all: true });
  const judged = found.map(({ address, family }) => ({
    checked: { address, family: family === 6 ? 6 : 4 } as const,
    reason: reasonAgainst(address, port, policy, options),
  }));
  const allowed = judged.filter(({ reason }) => reason === null).map(({ checked }) => checked);
  if (allowed.length > 0) return allowed;
  const [first] = judged;
  const reason = first?.reason ?? 'the name has no address';
  throw new ConnectRefused(`Not connecting to ${inBrackets(host, port)}: ${reason}.`);
};
