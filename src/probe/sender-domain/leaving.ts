import ipaddr from 'ipaddr.js';
import type { Destination } from '../../domain/delivery-order.js';
import type { Leaving } from '../../domain/sender-domain/facts.js';
import { providerBy, SENDGRID } from '../../domain/sender-domain/known-providers.js';
import { readAddress } from '../../doors/address-kind.js';
import { lookupBy } from '../../doors/resolver.js';
import { aliasesOf } from '../aliases.js';
import type { Questions } from './questions.js';

/** Where an account hands its mail to, as far as SPF cares. */
export type Gate = { readonly kind: 'SENDGRID' } | Pick<Extract<Destination, { kind: 'SMTP' }>, 'kind' | 'server' | 'port' | 'authentication' | 'sandbox'>;

interface Asking { readonly dnsServers: readonly string[] | null; readonly publicAddress: string | null; readonly signal: AbortSignal }

/** RFC 6890: an address that others can see. */
const isPublic = (text: string): boolean => ipaddr.isValid(text) && readAddress(text).range() === 'unicast';

const ADDRESSES_MAX = 4;

/** Null: they could not be found out. The machine's own resolver cannot be cancelled, only left alone. */
const addressesOf = async (server: string, dnsServers: readonly string[] | null, signal: AbortSignal): Promise<readonly string[] | null> => {
  // It may have been over while aliases were asked for, and would not abort once more.
  if (signal.aborted) return null;
  const stopped = Promise.withResolvers<null>();
  const stop = (): void => stopped.resolve(null);
  signal.addEventListener('abort', stop, { once: true });
  const found = lookupBy(dnsServers)(server.replace(/^\[(.*)\]$/, '$1'), { all: true }).then((all) => all.map(({ address }) => address), () => null);
  const addresses = await Promise.race([found, stopped.promise]);
  signal.removeEventListener('abort', stop);
  return addresses;
};

const isSame = (one: string, other: string): boolean =>
  ipaddr.isValid(one) && ipaddr.isValid(other) && readAddress(one).toNormalizedString() === readAddress(other).toNormalizedString();

const NOBODYS: Leaving = { provider: null, addresses: [], certain: false, toExchanger: false };

/**
 * Finds how mail that is handed over there reaches the world: by a provider that the server's name, or what it is an
 * alias of, tells; from the house's own address where a server within the house takes it, or one on port 25 that asks for
 * no log-on; else probably from the server's. Who has to log on hands the mail to somebody else, whatever the port.
 */
export const leavingBy = async (
  gate: Gate, questions: Questions, { dnsServers, publicAddress, signal }: Asking,
): Promise<Leaving> => {
  if (gate.kind === 'SENDGRID') return { ...NOBODYS, provider: SENDGRID, certain: true };
  if (gate.sandbox) return NOBODYS;
  const { server, port, authentication } = gate;
  const house = publicAddress === null ? [] : [publicAddress];
  const known = providerBy([server, ...await aliasesOf(server, questions)]);
  if (known !== null && !known.receives) return { ...NOBODYS, provider: known.provider, certain: true };
  if (known !== null) {
    const passesOn = known.provider.exchangersPassOn;
    return { provider: passesOn ? known.provider : null, addresses: house, certain: true, toExchanger: passesOn };
  }
  const found = await addressesOf(server, dnsServers, signal);
  const outside = (found ?? []).filter(isPublic).slice(0, ADDRESSES_MAX);
  const within = found !== null && outside.length === 0;
  const ours = within || (port === 25 && authentication === 'NONE') || outside.some((address) => house.some((one) => isSame(address, one)));
  return { ...NOBODYS, addresses: ours && house.length > 0 ? house : outside, certain: ours };
};
