import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { openSocket } from '../../src/doors/open-socket.js';

const listening = async (): Promise<{ readonly port: number; stop(): Promise<unknown> }> => {
  const server = createServer((socket) => socket.end());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, stop: () => once(server.close(), 'close') };
};

const local = (address: string): { readonly address: string; readonly family: 4 } => ({ address, family: 4 });

test('of several addresses, one that refuses does not keep from the next', async () => {
  const server = await listening();
  const socket = await openSocket([local('127.0.0.2'), local('127.0.0.1')], server.port, 10_000);
  expect(socket.remoteAddress).toBe('127.0.0.1');
  socket.destroy();
  await server.stop();
});

test('when all refuse, the error carries Node’s code', async () => {
  const server = await listening();
  await server.stop();
  await expect(openSocket([local('127.0.0.1')], server.port, 10_000)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  await expect(openSocket([local('127.0.0.1'), local('127.0.0.2')], server.port, 10_000)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('a signal ends the opening', async () => {
  const server = await listening();
  await expect(openSocket([local('127.0.0.1')], server.port, 10_000, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
  await server.stop();
});
