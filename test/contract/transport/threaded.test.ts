import { subscribe } from 'node:diagnostics_channel';
import { existsSync } from 'node:fs';
import type { Worker } from 'node:worker_threads';
import { describe, expect, test } from '@jest/globals';
import type { DeliveryOrder } from '../../../src/domain/delivery-order.js';
import type { TransportOptions } from '../../../src/transport/registry.js';
import type { Transport } from '../../../src/transport/transport.js';
import { granting, orderFor, smtpDestination } from './order.js';
import { scriptedServer } from './scripted-server.js';
import { connectionsContract } from './connections-contract.js';
import { smtpContract } from './smtp-contract.js';

// A worker thread is outside of Jest's transform: this runs what `npm run build` made.
const built = new URL('../../../dist/transport/thread/threaded-transport.js', import.meta.url);
if (!existsSync(built)) throw new Error('dist is missing: build before this test');
const { ThreadedTransport } = await import(built.href) as {
  ThreadedTransport: new (options: TransportOptions) => Transport;
};

const OPTIONS: TransportOptions = { connectPolicy: { allow: [] } };

describe('SMTP in a thread', () => {
  smtpContract((options) => new ThreadedTransport(options));
  connectionsContract((options) => new ThreadedTransport(options));
});

/** Node tells of each thread that is started; the newest is the one that a transport just made. */
const threads: Worker[] = [];
subscribe('worker_threads', (message) => threads.push((message as { worker: Worker }).worker));

describe('a delivery thread', () => {
  test('that dies leaves granted hand-overs UNKNOWN and all others REFUSED, and the next order starts a new one', async () => {
    const server = await scriptedServer({ DOT: '' });
    const own = new ThreadedTransport(OPTIONS);
    const destination = smtpDestination(server.port);
    const granted = own.send(orderFor(destination), async () => true);
    const asked = Promise.withResolvers<void>();
    const never = Promise.withResolvers<boolean>();
    const ungranted = own.send(orderFor(destination), () => {
      asked.resolve();
      return never.promise;
    });
    await asked.promise;
    await server.received(1);
    const [thread] = threads.slice(-1);
    await thread?.terminate();
    never.resolve(true);
    expect(await granted).toMatchObject({ outcome: 'UNKNOWN', evidence: { stage: 'AFTER_DATA', errorCode: 'ETHREAD' } });
    expect(await ungranted).toMatchObject({ outcome: 'REFUSED', evidence: { errorCode: 'ETHREAD' } });
    await server.stop();
    const next = await scriptedServer();
    expect(await own.send(orderFor(smtpDestination(next.port)), async () => true)).toMatchObject({ outcome: 'ACCEPTED' });
    await own.close();
    await next.stop();
  });

  test('survives an order that it cannot make anything of', async () => {
    const server = await scriptedServer();
    const own = new ThreadedTransport(OPTIONS);
    const order = orderFor(smtpDestination(server.port));
    const senseless = { ...order, destination: { kind: 'PIGEON' } } as unknown as DeliveryOrder;
    expect(await own.send(senseless, granting().mark)).toMatchObject({ outcome: 'REFUSED', evidence: { errorCode: 'ETHREAD' } });
    expect(await own.send(order, async () => true)).toMatchObject({ outcome: 'ACCEPTED' });
    await own.close();
    await server.stop();
  });

  test('lets the idle connections of an account go when asked, and no others', async () => {
    const [asked, other] = [await scriptedServer(), await scriptedServer()];
    const own = new ThreadedTransport(OPTIONS);
    const [released, kept] = [smtpDestination(asked.port), smtpDestination(other.port)];
    for (const destination of [released, kept]) await own.send(orderFor(destination), async () => true);
    await own.release(released.accountId);
    await asked.idle();
    await own.send(orderFor(kept), async () => true);
    await own.send(orderFor(released), async () => true);
    expect([asked.connections(), other.connections()]).toEqual([2, 1]);
    await own.close();
    await own.release(kept.accountId);
    await Promise.all([asked.stop(), other.stop()]);
  });
});
