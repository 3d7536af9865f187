import type { TransportOptions } from '../../../src/transport/registry.js';
import type { Transport } from '../../../src/transport/transport.js';
import type { Script, ScriptedServer } from './scripted-server.js';
import { scriptedServer } from './scripted-server.js';

/** What transports of the contracts are made with. */
export const OPTIONS: TransportOptions = { connectPolicy: { allow: [] }, ehloName: 'postroom.example' };

export type Make = (options: TransportOptions) => Transport;

/** Runs with a scripted server and a transport of its own, which is closed before the server stops, so a connection that it leaves open keeps the test from ending. */
export const againstWith = (make: Make) => async (script: Script, run: (server: ScriptedServer, own: Transport) => Promise<void>): Promise<void> => {
  const server = await scriptedServer(script);
  const own = make(OPTIONS);
  try {
    await run(server, own);
  } finally {
    await own.close();
    await server.stop();
  }
};
