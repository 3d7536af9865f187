import { promises as dns, Resolver as CallbackResolver } from 'node:dns';
import { isIP } from 'node:net';

/** What asks for records: a resolver of its own for each task, so that its questions can be cancelled with it. */
export type Resolver = dns.Resolver;

/** An address that a name has. */
export interface FoundAddress { readonly address: string; readonly family: number }

/** Finds the addresses of a name, as `dns.lookup` with `all: true` does. */
export type Lookup = (host: string, options: { readonly all: true }) => Promise<readonly FoundAddress[]>;

/** A server is asked twice, 2 s each time: a lost packet costs little, and a dead server no whole stage of 20 s. */
const WAITS = { timeout: 2_000, maxTimeout: 2_000, tries: 2 };

/** What says that there is no address: no name, no record of that kind, or a name that cannot be one. */
const NO_SUCH_NAME = ['ENOTFOUND', 'ENODATA', 'EBADNAME'];

/** RFC 6761 section 6.3: these never leave the machine. */
const LOCALHOST = /^(?:.+\.)?localhost\.?$/i;
const LOOPBACK: readonly FoundAddress[] = [{ address: '127.0.0.1', family: 4 }, { address: '::1', family: 6 }];

const badServer = (entry: string): Error =>
  new Error(`"${entry}" is no address of a DNS server (10.0.0.53, 10.0.0.53:5353, 2001:db8::53 or [2001:db8::53]:5353)`);

const parseServer = (entry: string): string => {
  const parts = /^(?:\[([^\]]+)\]|([^[\]:]+))(?::(\d{1,5}))?$/.exec(entry);
  const address = parts?.[1] ?? parts?.[2] ?? entry;
  const port = Number(parts?.[3] ?? 53);
  const family = isIP(address);
  if (family === 0 || port < 1 || port > 65_535 || (parts?.[1] !== undefined && family !== 6)) throw badServer(entry);
  return family === 6 ? `[${address}]:${port}` : `${address}:${port}`;
};

/**
 * Reads `POSTROOM_DNS_SERVERS`: addresses separated by commas, each with a port where it is not 53. Throws an Error that
 * names the first bad entry.
 */
export const parseDnsServers = (text: string): readonly string[] => {
  const servers = text.split(',').map((entry) => parseServer(entry.trim()));
  // What c-ares does not take must stop the start, not the first email.
  new CallbackResolver().setServers(servers);
  return servers;
};

/**
 * A resolver that asks these servers in their order, or the machine's own where there are none. It asks DNS only and
 * reads no hosts file. Errors have the codes of `node:dns`: `ENOTFOUND`, `ENODATA`, `ESERVFAIL`, `ETIMEOUT`, `ECANCELLED`.
 */
export const openResolver = (servers: readonly string[] | null | undefined): Resolver => {
  const resolver = new dns.Resolver(WAITS);
  if (servers != null) resolver.setServers(servers);
  return resolver;
};

/** IPv4 first: a network that has no IPv6 is met more often than one that has nothing else. */
const askFor = async (resolver: Resolver, host: string): Promise<readonly FoundAddress[]> => {
  const [v4, v6] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
  const found = [v4, v6].flatMap((answer, at) =>
    (answer.status === 'fulfilled' ? answer.value.map((address) => ({ address, family: at === 0 ? 4 : 6 })) : []));
  if (found.length > 0) return found;
  const errors = [v4, v6].flatMap((answer) => (answer.status === 'rejected' ? [answer.reason as NodeJS.ErrnoException] : []));
  // A server that failed for one kind may have had an address of that kind: this is not "no such name".
  const failed = errors.find(({ code }) => !NO_SUCH_NAME.includes(code ?? ''));
  throw failed ?? Object.assign(new Error(`queryA ENOTFOUND ${host}`), { code: 'ENOTFOUND', hostname: host });
};

/**
 * Finds addresses through these servers; through the machine (hosts file, search domains and all) where there are none.
 * Addresses and names of loopback are the machine's in any case. Throws as `dns.lookup` does, or with the codes above.
 */
export const lookupBy = (servers: readonly string[] | null | undefined): Lookup => async (host, options) => {
  if (servers == null || isIP(host) !== 0 || LOCALHOST.test(host)) return await dns.lookup(host, options);
  return await askFor(openResolver(servers), host);
};

/**
 * Finds addresses in DNS alone, through these servers or the machine's own, and gives up with the signal, whose reason it throws. For names that anybody
 * may think of: the machine's look-up, which cannot be ended, would hold one of the few threads that deliveries look
 * up with for as long as a silent server likes. No hosts file and no search domain counts.
 */
export const lookupUntil = (signal: AbortSignal, servers: readonly string[] | null | undefined): Lookup => async (host) => {
  signal.throwIfAborted();
  const family = isIP(host);
  if (family !== 0) return [{ address: host, family }];
  if (LOCALHOST.test(host)) return LOOPBACK;
  const resolver = openResolver(servers);
  const cancel = (): void => resolver.cancel();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    return await askFor(resolver, host);
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', cancel);
  }
};
