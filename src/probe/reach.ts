import { connect, type Socket } from 'node:net';
import { resolveChecked, type CheckedAddress, type ConnectPolicy } from '../doors/connect.js';
import { asFault, ProbeFault } from './fault.js';
import type { Seen } from './stage-log.js';

/** All addresses of a server share this, so that a dead one does not eat the time of the next. */
const CONNECT_MS = 19_000;

/** This machine has no way to such an address (IPv6 on a network without it): it says nothing of the server. */
const NO_WAY_THERE = ['ENETUNREACH', 'EADDRNOTAVAIL', 'EAFNOSUPPORT'];

/** Resolves the name once and keeps the addresses that may be connected to. */
export const lookUp = async (
  server: string, port: number, policy: ConnectPolicy, sandbox: boolean,
): Promise<Seen<readonly CheckedAddress[]>> => {
  const addresses = await resolveChecked(server, port, policy, { sandbox });
  return { value: addresses, detail: addresses.map(({ address }) => address).join(', ') };
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

/**
 * Connects to the first address that answers, in the resolver's order. When none does, the fault is that of the first
 * address which this machine can reach at all, and the detail tells of each.
 */
export const reach = async (
  addresses: readonly CheckedAddress[], port: number, resources: DisposableStack, signal: AbortSignal,
): Promise<Seen<Socket>> => {
  const failed: { readonly fault: ProbeFault; readonly line: string }[] = [];
  for (const address of addresses) {
    signal.throwIfAborted();
    try {
      const socket = await open(address, port, CONNECT_MS / addresses.length, resources);
      return { value: socket, detail: [...failed.map(({ line }) => line), `${address.address}: connected`].join('; ') };
    } catch (error) {
      const fault = asFault(error);
      failed.push({ fault, line: `${address.address}: ${fault.errorCode}` });
    }
  }
  const telling = failed.find(({ fault }) => !NO_WAY_THERE.includes(fault.errorCode ?? '')) ?? failed[0];
  throw new ProbeFault(telling?.fault.errorCode ?? 'EDNS', telling?.fault.message ?? 'The name has no address', {
    detail: failed.map(({ line }) => line).join('; '),
  });
};
