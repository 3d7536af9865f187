import ipaddr from 'ipaddr.js';
import type { Destination } from '../../domain/delivery-order.js';
import { providerOfHost } from '../../domain/diagnosis/provider.js';
import type { Leaving } from '../../domain/sender-domain/facts.js';
import { SENDER_PROVIDERS, type SenderProvider } from '../../domain/sender-domain/provider.js';
import { readAddress } from '../../doors/address-kind.js';
import { lookupBy } from '../../doors/resolver.js';
import { aliasesOf } from '../aliases.js';
import type { Questions } from './questions.js';

/** Where an account hands its mail to, as far as SPF cares. */
export type Gate = { readonly kind: 'SENDGRID' } | Pick<Extract<Destination, { kind: 'SMTP' }>, 'kind' | 'server' | 'port' | 'sandbox'>;

interface Asking { readonly dnsServers: readonly string[] | null; readonly publicAddress: string | null; readonly signal: AbortSignal }

const providerBy = (names: readonly string[]): SenderProvider | null => {
  const ids = names.map(providerOfHost);
  return SENDER_PROVIDERS.find(({ id }) => ids.includes(id)) ?? null;
};

/** RFC 6890: an address that others can see. */
const isPublic = (text: string): boolean => ipaddr.isValid(text) && readAddress(text).range() === 'unicast';

const ADDRESSES_MAX = 4;

/** The machine's own resolver cannot be cancelled, only left alone. */
const addressesOf = async (server: string, dnsServers: readonly string[] | null, signal: AbortSignal): Promise<readonly string[]> => {
  const stopped = Promise.withResolvers<readonly string[]>();
  const stop = (): void => stopped.resolve([]);
  signal.addEventListener('abort', stop, { once: true });
  const found = lookupBy(dnsServers)(server.replace(/^\[(.*)\]$/, '$1'), { all: true }).then((all) => all.map(({ address }) => address), () => []);
  const addresses = await Promise.race([found, stopped.promise]);
  signal.removeEventListener('abort', stop);
  return addresses;
};

/**
 * Finds how mail that is handed over there reaches the world: by a provider that the server's name, or what it is an
 * alias of, tells; through port 25 or a server within the house from the house's own address; else probably from the server's.
 */
export const leavingBy = async (
  gate: Gate, questions: Questions, { dnsServers, publicAddress, signal }: Asking,
): Promise<Leaving> => {
  if (gate.kind === 'SENDGRID') return { provider: SENDER_PROVIDERS.find(({ id }) => id === 'SENDGRID') ?? null, addresses: [], certain: true };
  if (gate.sandbox) return { provider: null, addresses: [], certain: false };
  const { server, port } = gate;
  const provider = providerBy([server, ...await aliasesOf(server, questions)]);
  if (provider !== null) return { provider, addresses: [], certain: true };
  const outside = (await addressesOf(server, dnsServers, signal)).filter(isPublic).slice(0, ADDRESSES_MAX);
  const ours = port === 25 || outside.length === 0;
  if (ours && publicAddress !== null) return { provider: null, addresses: [publicAddress], certain: true };
  return { provider: null, addresses: outside, certain: ours };
};
