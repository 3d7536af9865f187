import { connect, type Socket } from 'node:net';
import { resolveChecked, type CheckedAddress, type ConnectPolicy } from '../doors/connect.js';
import { asFault, ProbeFault } from './fault.js';
import type { Seen } from './stage-log.js';

/** Less than a stage may take, so that the detail can tell of each address. */
const CONNECT_MS = 19_000;

/** More addresses than a mail server has; a name that somebody filled with a network's worth of them must not scan it. */
const ADDRESSES_MAX = 8;

/** This machine has no way to such an address (IPv6 on a network without it): it says nothing of the server. */
const NO_WAY_THERE = ['ENETUNREACH', 'EADDRNOTAVAIL', 'EAFNOSUPPORT'];

/** Resolves the name once and keeps the addresses that may be connected to. */
export const lookUp = async (
  server: string, port: number, policy: ConnectPolicy, sandbox: boolean,
): Promise<Seen<readonly CheckedAddress[]>> => {
  const addresses = await resolveChecked(server, port, policy, { sandbox });
  return { value: addresses.slice(0, ADDRESSES_MAX), detail: addresses.map(({ address }) => address).join(', ') };
};

const open = (address: CheckedAddress, port: number, limitMs: number, resources: DisposableStack): Promise<Socket> => {
  const opened = Promise.withResolvers<Socket>();
  const socket = connect({ host: address.address, port, family: address.family });
  resources.defer(() => socket.destroy());
  const late = Object.assign(new Error('Connection timed out'), { code: 'ETIMEDOUT' });
  socket.setTimeout(limitMs, () => socket.destroy(late));
  socket.once('error', opened.reject);
  socket.once('close', () => opened.reject(new ProbeFault('ECONNECTION', 'Connection closed unexpectedly')));
  socket.once('connect', () => {
    socket.setTimeout(0);
    socket.removeAllListeners('timeout');
    opened.resolve(socket);
  });
  return opened.promise;
};

/** How long the other addresses are waited for, once one has answered: they are shown, and hold nothing up. */
const OTHERS_MS = 1_000;

interface Tried { readonly line: string; readonly socket: Socket | null; readonly fault: ProbeFault | null }

const tryAddress = async (address: CheckedAddress, port: number, resources: DisposableStack): Promise<Tried> => {
  const startedMs = performance.now();
  const took = (): string => `${Math.round(performance.now() - startedMs)} ms`;
  try {
    const socket = await open(address, port, CONNECT_MS, resources);
    return { line: `${address.address}: connected in ${took()}`, socket, fault: null };
  } catch (error) {
    const fault = asFault(error);
    return { line: `${address.address}: ${fault.errorCode} after ${took()}`, socket: null, fault };
  }
};

/** Settles when all have, or a moment after the first that connected. */
const awaitOthers = async (tries: readonly Promise<Tried>[]): Promise<void> => {
  const connected = Promise.any(tries.map(async (one) => (await one).socket ?? Promise.reject(new Error('no connection'))));
  const waited = Promise.withResolvers<void>();
  let timer: NodeJS.Timeout | undefined;
  connected.then(() => { timer = setTimeout(waited.resolve, OTHERS_MS); }, () => {});
  await Promise.race([Promise.all(tries), waited.promise]);
  clearTimeout(timer);
};

/**
 * Connects to every address of the server at once, since a dead one among many shows only now and then in delivery, and
 * goes on with the first in the resolver's order that answered. The detail tells of each, with its milliseconds. When none
 * answers, the fault is that of the first address which this machine can reach at all.
 */
export const reach = async (
  addresses: readonly CheckedAddress[], port: number, resources: DisposableStack, signal: AbortSignal,
): Promise<Seen<Socket>> => {
  signal.throwIfAborted();
  const tried: (Tried | undefined)[] = addresses.map(() => undefined);
  await awaitOthers(addresses.map(async (address, at) => {
    const outcome = await tryAddress(address, port, resources);
    tried[at] = outcome;
    return outcome;
  }));
  const detail = tried.map((one, at) => one?.line ?? `${addresses[at]?.address}: no answer yet`).join('; ');
  const [chosen, ...others] = tried.flatMap((one) => one?.socket ?? []);
  for (const other of others) other.destroy();
  if (chosen !== undefined) return { value: chosen, detail };
  const faults = tried.flatMap((one) => one?.fault ?? []);
  const telling = faults.find(({ errorCode }) => !NO_WAY_THERE.includes(errorCode ?? '')) ?? faults[0];
  throw new ProbeFault(telling?.errorCode ?? 'EDNS', telling?.message ?? 'The name has no address', { detail });
};
