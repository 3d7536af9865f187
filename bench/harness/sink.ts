import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { freePort } from '../../test/support/free-port.ts';
import { killAtExit } from './started.ts';

/** Postfix's `smtp-sink`: takes every message and keeps none, with next to no work. */
export interface Sink extends AsyncDisposable {
  readonly port: number;
  /** Messages that it took since it started. */
  taken(): number;
  /** Resolves when it took as many since it started. */
  has(messages: number): Promise<void>;
}

/** It listens with a queue as long as any side can fill. */
const BACKLOG = '1000';

/** Tries until it may connect; it keeps no process alive, should the sink never come. */
const listens = async (port: number): Promise<void> => {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const open = await once(socket, 'connect').then(() => true, () => false);
    socket.destroy();
    if (open) return;
    await setTimeout(20, undefined, { ref: false });
  }
};

/** Starts one. Its running count (`-c`) is read, so that what arrived is known and not what was said to be sent. */
export const startSink = async (): Promise<Sink> => {
  const port = await freePort();
  // Started as root it wants to be somebody else.
  const user = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
  const child = spawn('/usr/sbin/smtp-sink', [...user, '-c', `127.0.0.1:${port}`, BACKLOG], { stdio: ['ignore', 'pipe', 'inherit'] });
  killAtExit(child);
  const exit = once(child, 'exit');
  let taken = 0;
  let waiter: { readonly messages: number; readonly resolve: () => void } | null = null;
  child.stdout.on('data', (chunk: Buffer) => {
    const text = chunk.toString('latin1');
    taken = Number(/.*mesg=(\d+)\D/s.exec(text)?.[1] ?? taken);
    if (waiter !== null && taken >= waiter.messages) waiter.resolve();
  });
  await Promise.race([listens(port), exit.then(() => { throw new Error('smtp-sink ended before it listened'); })]);
  return {
    port,
    taken: () => taken,
    has: async (messages) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      waiter = { messages, resolve };
      if (taken >= messages) resolve();
      await promise;
      waiter = null;
    },
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGTERM');
      await exit;
    },
  };
};
