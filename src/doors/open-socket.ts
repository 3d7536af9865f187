import { connect, type Socket } from 'node:net';
import type { CheckedAddress } from './connect.js';

/** How long one of several addresses may keep silent before the next is tried (RFC 8305 section 5: at most 2 s). */
const NEXT_ADDRESS_AFTER_MS = 2_000;

const lateError = (timeoutMs: number): Error =>
  Object.assign(new Error(`No connection within ${timeoutMs / 1_000} s`), { code: 'ETIMEDOUT', syscall: 'connect' });

/**
 * Opens a TCP connection to the first checked address that answers, without resolving anything again. Rejects with
 * Node's error (`ECONNREFUSED`, `EHOSTUNREACH`), `ETIMEDOUT` after `timeoutMs` for all addresses together, or
 * `ABORT_ERR` when the signal ends it; no socket is left behind then.
 */
export const openSocket = (
  addresses: readonly CheckedAddress[], port: number, timeoutMs: number, signal?: AbortSignal,
): Promise<Socket> => {
  const { promise, resolve, reject } = Promise.withResolvers<Socket>();
  const socket = connect({
    host: addresses.length === 1 && addresses[0] ? addresses[0].address : 'checked.invalid',
    port,
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: NEXT_ADDRESS_AFTER_MS,
    lookup: (_host, _options, callback) => callback(null, [...addresses]),
    ...(signal === undefined ? {} : { signal }),
  });
  const timer = setTimeout(() => socket.destroy(lateError(timeoutMs)), timeoutMs);
  socket.once('error', reject);
  socket.once('close', () => clearTimeout(timer));
  socket.once('connect', () => {
    clearTimeout(timer);
    socket.removeListener('error', reject);
    resolve(socket);
  });
  return promise;
};
