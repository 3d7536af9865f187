import { parentPort, workerData } from 'node:worker_threads';
import { createTransport } from '../registry.js';
import type { FromThread, ThreadData, Ticket, ToThread } from './message.js';
import { Outgoing } from './outgoing.js';

/**
 * The delivery thread: composing and encrypting messages keeps a processor busy, and the API must answer meanwhile. It
 * opens no database; the mark is asked of the main side by message.
 */
const port = parentPort;
if (port === null) throw new Error('The delivery thread was started as a process of its own');

const transport = createTransport(workerData as ThreadData);
const waiting = new Map<Ticket, (granted: boolean) => void>();
const outgoing = new Outgoing<FromThread>((messages) => { port.postMessage(messages); });

const send = async ({ ticket, order }: Extract<ToThread, { kind: 'SEND' }>): Promise<void> => {
  const report = await transport.send(order, () => {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    waiting.set(ticket, resolve);
    outgoing.say({ kind: 'MARK', ticket });
    return promise;
  });
  outgoing.say({ kind: 'REPORT', ticket, report });
};

const hear = (message: ToThread): void => {
  if (message.kind === 'SEND') {
    // One email's fault must not take the thread, and with it the emails of others, down.
    send(message).catch((error: unknown) => outgoing.say({ kind: 'FAILED', ticket: message.ticket, words: String(error) }));
  } else if (message.kind === 'RELEASE') {
    void transport.release(message.accountId).finally(() => outgoing.say({ kind: 'RELEASED', ticket: message.ticket }));
  } else if (message.kind === 'STOP') {
    // After the last report is on its way.
    void transport.close().then(() => { setImmediate(() => port.close()); });
  } else {
    waiting.get(message.ticket)?.(message.granted);
    waiting.delete(message.ticket);
  }
};

port.on('message', (messages: readonly ToThread[]) => { messages.forEach(hear); });
