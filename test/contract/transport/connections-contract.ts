import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import type { Transport } from '../../../src/transport/transport.js';
import type { Make } from './against.js';
import { againstWith, OPTIONS } from './against.js';
import { granting, orderFor, smtpDestination } from './order.js';
import { scriptedServer } from './scripted-server.js';

/** How a transport over SMTP deals with its connections: how many, for how long, and to whom. */
export const connectionsContract = (make: Make): void => {
  let transport: Transport;
  beforeAll(() => { transport = make(OPTIONS); });
  afterAll(() => transport.close());

  const against = againstWith(make);

  test('emails sent side by side over few connections each get their own answer', async () => {
    const refuse = (line: string): string => /no\d/.test(line) ? '550 5.1.1 Nobody' : '250 2.1.5 Ok';
    await against({ RCPT: refuse }, async (server, own) => {
      const destination = smtpDestination(server.port);
      const names = Array.from({ length: 30 }, (_, index) => `${index % 3 === 0 ? 'no' : 'yes'}${index}@example.com`);
      const reports = await Promise.all(names.map((address) =>
        own.send(orderFor(destination, { to: [{ address, name: null }] }), async () => true)));
      expect(reports.map(({ outcome, recipients }) => [outcome, recipients[0]?.address])).toEqual(
        names.map((address) => [address.startsWith('no') ? 'REFUSED' : 'ACCEPTED', address]));
      expect(server.messages).toHaveLength(20);
      expect(server.connections()).toBeLessThanOrEqual(5);
    });
  });

  test('connections are used again for the same version of an account, and not for another', async () => {
    await against({}, async (server, own) => {
      const destination = smtpDestination(server.port);
      for (const accountVersion of [1, 1, 2, 2]) {
        const report = await own.send(orderFor({ ...destination, accountVersion }), async () => true);
        expect(report.outcome).toBe('ACCEPTED');
      }
      expect(server.messages).toHaveLength(4);
      expect(server.connections()).toBe(2);
    });
  });

  test('connections of an older version are let go as soon as a newer one is used', async () => {
    const [older, newer] = await Promise.all([scriptedServer(), scriptedServer()]);
    const own = make(OPTIONS);
    const destination = smtpDestination(older.port);
    await own.send(orderFor(destination), async () => true);
    await own.send(orderFor({ ...destination, port: newer.port, accountVersion: 2 }), async () => true);
    await older.stop();
    await own.close();
    await newer.stop();
    expect([older.messages.length, newer.messages.length]).toEqual([1, 1]);
  });

  test('versions of an account together keep to its connections: what waited for the older one is not handed over', async () => {
    let [open, most] = [0, 0];
    const server = new SMTPServer({
      disabledCommands: ['STARTTLS', 'AUTH'], disableReverseLookup: true, logger: false, closeTimeout: 100,
      onConnect: (_session, done) => {
        open += 1;
        most = Math.max(most, open);
        done();
      },
      onClose: () => { open -= 1; },
      onData: (stream, _session, done) => { stream.resume().on('end', () => done()); },
    });
    server.on('error', () => undefined);
    const listener = server.listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const own = make(OPTIONS);
    const destination = smtpDestination((listener.address() as AddressInfo).port);
    const [busy, answer] = [Promise.withResolvers<void>(), Promise.withResolvers<boolean>()];
    let asked = 0;
    const held = (): Promise<boolean> => {
      asked += 1;
      if (asked === 2) busy.resolve();
      return answer.promise;
    };
    const send = (accountVersion: number, mark: () => Promise<boolean>) => own.send(orderFor({ ...destination, accountVersion }, { connectionsMax: 2 }), mark);
    const older = Array.from({ length: 5 }, () => send(1, held));
    await busy.promise;
    const newer = Array.from({ length: 5 }, () => send(2, async () => true));
    const passedOver = await Promise.race(older);
    answer.resolve(true);
    const outcomes = async (sending: typeof older) => (await Promise.all(sending)).map(({ outcome }) => outcome);
    expect([passedOver.outcome, passedOver.recipients]).toEqual(['NOT_HANDED_OVER', []]);
    expect((await outcomes(older)).toSorted()).toEqual(['ACCEPTED', 'ACCEPTED', 'NOT_HANDED_OVER', 'NOT_HANDED_OVER', 'NOT_HANDED_OVER']);
    expect(await outcomes(newer)).toEqual(Array.from({ length: 5 }, () => 'ACCEPTED'));
    await own.close();
    await new Promise<void>((resolve) => { server.close(resolve); });
    expect(most).toBe(2);
  });

  test('an idle connection is closed by itself, and the next email opens another', async () => {
    const server = await scriptedServer();
    const own = make({ ...OPTIONS, smtpLimits: { idleMs: 20 } });
    const destination = smtpDestination(server.port);
    await own.send(orderFor(destination), async () => true);
    await server.idle();
    await own.send(orderFor(destination), async () => true);
    await own.close();
    await server.stop();
    expect([server.messages.length, server.connections()]).toEqual([2, 2]);
  });

  test.each([['GREETING', 'GREETING'], ['MAIL', 'MAIL_FROM']] as const)('silence at %s ends by its time limit: REFUSED', async (point, stage) => {
    const server = await scriptedServer({ [point]: '' });
    const own = make({ ...OPTIONS, smtpLimits: { greetingMs: 50, socketMs: 50 } });
    const report = await own.send(orderFor(smtpDestination(server.port)), async () => true);
    await own.close();
    await server.stop();
    expect(report).toMatchObject({ outcome: 'REFUSED', evidence: { stage, errorCode: 'ETIMEDOUT', reply: null } });
  });

  test('silence after the final dot is UNKNOWN', async () => {
    const server = await scriptedServer({ DOT: '' });
    const own = make({ ...OPTIONS, smtpLimits: { socketMs: 50 } });
    const report = await own.send(orderFor(smtpDestination(server.port)), async () => true);
    await own.close();
    await server.stop();
    expect(server.messages).toHaveLength(1);
    expect(report).toMatchObject({ outcome: 'UNKNOWN', evidence: { stage: 'AFTER_DATA', errorCode: 'ETIMEDOUT' } });
  });

  test('an address that the policy forbids is never connected to', async () => {
    await against({}, async (server, own) => {
      const report = await own.send(orderFor(smtpDestination(server.port, { sandbox: false })), async () => true);
      expect(report).toMatchObject({ outcome: 'REFUSED', evidence: { stage: 'DNS', errorCode: 'ECONNECTPOLICY' } });
      expect(report.evidence.errorMessage).toContain(`POSTROOM_CONNECT_ALLOW=127.0.0.1:${server.port}`);
      expect(server.connections()).toBe(0);
    });
  });

  test('a port on which nothing listens is REFUSED at TCP', async () => {
    const server = await scriptedServer();
    await server.stop();
    const report = await transport.send(orderFor(smtpDestination(server.port)), async () => true);
    expect(report).toMatchObject({ outcome: 'REFUSED', evidence: { stage: 'TCP', errorCode: 'ECONNREFUSED', host: '127.0.0.1' } });
  });

  test('released while in use, an account’s waiting orders come back without a mark, what is under way goes on, and the next order is served', async () => {
    await against({}, async (server, own) => {
      const destination = smtpDestination(server.port);
      const [asked, answer] = [Promise.withResolvers<void>(), Promise.withResolvers<boolean>()];
      const order = () => orderFor(destination, { connectionsMax: 1 });
      const underWay = own.send(order(), () => {
        asked.resolve();
        return answer.promise;
      });
      await asked.promise;
      const counter = granting();
      const waiting = [own.send(order(), counter.mark), own.send(order(), counter.mark)];
      // Once another account's order is through, these have come to their pool.
      await own.send(orderFor(smtpDestination(server.port)), async () => true);
      await own.release(destination.accountId);
      expect((await Promise.all(waiting)).map(({ outcome }) => outcome)).toEqual(['NOT_HANDED_OVER', 'NOT_HANDED_OVER']);
      answer.resolve(true);
      expect((await underWay).outcome).toBe('ACCEPTED');
      expect((await own.send(order(), async () => true)).outcome).toBe('ACCEPTED');
      expect([counter.asked, server.messages.length]).toEqual([0, 3]);
    });
  });
};
