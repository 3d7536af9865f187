import { connect } from 'node:net';
import type { BackEnd } from './back-end.js';
import { SERVERS } from './back-end.js';

/** Whether something listens on a port of this machine. */
export const answers = async (port: number): Promise<boolean> => await new Promise((resolve) => {
  const socket = connect(port, '127.0.0.1');
  socket.once('connect', () => {
    socket.destroy();
    resolve(true);
  });
  socket.once('error', () => { resolve(false); });
});

/** The databases that answer on this machine, as `jest.config.js` finds them: for suites that loop over them by themselves. */
export const reachableBackEnds = async (): Promise<BackEnd[]> => {
  const servers = await Promise.all(Object.entries(SERVERS).map(async ([kind, { port }]) => ({ kind: kind as BackEnd, there: await answers(port) })));
  return ['sqlite', ...servers.filter(({ there }) => there).map(({ kind }) => kind)];
};
