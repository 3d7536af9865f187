import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import type { Claimed } from '../../../src/app/delivery/claim.js';
import { Connections } from '../../../src/app/delivery/connections.js';
import { Delivery } from '../../../src/app/delivery/deliver.js';
import { SmtpAccount } from '../../../src/domain/account.js';
import { BLANK_SETTINGS } from '../../../src/domain/account-settings.js';
import { outbox } from '../../../src/storage/outbox.js';
import { SmtpTransport } from '../../../src/transport/smtp/smtp-transport.js';
import type { Houses } from '../../support/delivery-houses.js';
import { accountIn, twoHouses, waitingFor } from '../../support/delivery-houses.js';
import { eventually } from '../../support/eventually.js';
import { reachableBackEnds } from '../../support/reachable.js';

/** A mail server that takes everything, and counts how many connections it had open at once, and how often each message came. */
const countingServer = async () => {
  const seen = { open: 0, most: 0, messages: [] as string[], port: 0, stop: async () => await new Promise<void>((resolve) => { server.close(() => resolve()); }) };
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'], logger: false, closeTimeout: 100,
    onConnect: (_session, callback) => {
      seen.open += 1;
      seen.most = Math.max(seen.most, seen.open);
      callback();
    },
    onClose: () => { seen.open -= 1; },
    onData: (stream, _session, callback) => {
      let text = '';
      stream.on('data', (chunk: Buffer) => { text += chunk.toString(); });
      stream.on('end', () => {
        seen.messages.push(/^message-id: <(.*)>/im.exec(text)?.[1] ?? '');
        callback();
      });
    },
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  seen.port = (server.server.address() as AddressInfo).port;
  return seen;
};

const servers = (await reachableBackEnds()).filter((kind) => kind !== 'sqlite');

describe.each(servers.map((kind) => [kind] as const))('connections of an account on %s', (kind) => {
  let houses: Houses;
  let account: SmtpAccount;
  let released: string[];
  beforeAll(async () => { houses = await twoHouses(kind); });
  beforeEach(async () => {
    account = await accountIn(houses.both[0], { connectionsMax: 5 });
    released = [];
  });
  afterAll(async () => await houses.stop());

  let count = 0;
  const process = (at: 0 | 1) => {
    const holder = `process ${count += 1}`;
    return new Connections(houses.both[at], holder, async () => { released.push(holder); });
  };
  const email = (): Claimed => ({ emailId: '', fence: 1, sizeBytes: 1, tokens: [], byFallback: false, policy: null, account, from: { address: 'a@example.com', name: null } });
  /** Whether the process took an email of the account in hand. */
  const takes = async (connections: Connections, one = email()): Promise<boolean> => (await connections.admit([one])).length === 0;
  const granted = async (): Promise<number[]> => (await outbox(houses.both[0].storage.read()).selectFrom('connection_share').where('account_id', '=', account.id)
    .select('connections').orderBy('connections').execute()).map(({ connections }) => connections);

  test('a process that is alone has them all; one that comes later gets its part as soon as the first has nothing in hand', async () => {
    const [one, other, first] = [process(0), process(1), email()];
    expect([await takes(one, first), one.of(account), await takes(other)]).toEqual([true, 5, false]);
    expect([await takes(one), released]).toEqual([false, []]);
    one.leave(first);
    expect([await takes(one), one.of(account), released.length]).toEqual([true, 3, 1]);
    expect([await takes(other), other.of(account)]).toEqual([true, 2]);
    expect(await granted()).toEqual([2, 3]);
  });

  test('of processes that come at once none sees connections twice', async () => {
    const many = Array.from({ length: 6 }, (_, at) => process(at % 2 === 0 ? 0 : 1));
    await Promise.all(many.map(async (one) => await takes(one)));
    const all = await granted();
    expect(all.reduce((sum, connections) => sum + connections, 0)).toBeLessThanOrEqual(5);
    expect(all.at(-1)).toBeGreaterThan(0);
  });

  test('what an idle process has goes to one that wants some, and what a dead one had when its lease is over', async () => {
    const [idle, wants, first] = [process(0), process(1), email()];
    await takes(idle, first);
    idle.leave(first);
    expect(await takes(wants)).toBe(false);
    await idle.look();
    expect([released.length, await takes(wants), wants.of(account)]).toEqual([1, true, 5]);
    const later = process(0);
    expect(await takes(later)).toBe(false);
    houses.clock += 60_000;
    expect([await takes(later), later.of(account)]).toEqual([true, 5]);
  });

  test('an email that was admitted has a connection to go by, though the share of its process was lost meanwhile', async () => {
    const [stalled, other] = [process(0), process(1)];
    await takes(stalled);
    houses.clock += 60_000;
    expect([await takes(other), await takes(stalled)]).toEqual([true, false]);
    expect([await granted(), stalled.of(account)]).toEqual([[0, 5], 1]);
  });

  test('what is in hand is kept by looking after it, and given back when the process ends', async () => {
    const [one, other] = [process(0), process(1)];
    await takes(one);
    for (let seconds = 0; seconds < 120; seconds += 15) {
      houses.clock += 15_000;
      await one.look();
    }
    expect(await takes(other)).toBe(false);
    await one.stop();
    expect([await takes(other), other.of(account)]).toEqual([true, 5]);
  });

  test('an account that is allowed fewer takes nothing new until what is in hand has ended', async () => {
    const [one, first] = [process(0), email()];
    await takes(one, first);
    const fewer = new SmtpAccount({ id: account.id, settings: { ...BLANK_SETTINGS, connectionsMax: 2 } });
    expect(await takes(one, { ...email(), account: fewer })).toBe(false);
    one.leave(first);
    expect([await takes(one, { ...email(), account: fewer }), one.of(fewer), released.length]).toEqual([true, 2, 1]);
  });

  test('two processes that send through one account never have more connections open than it allows, and each email goes once', async () => {
    const server = await countingServer();
    try {
      const limited = await accountIn(houses.both[0], { connectionsMax: 3, port: server.port });
      const ids = await waitingFor(houses.both[0], limited.id, 90);
      const left = async () => (await outbox(houses.both[0].storage.read()).selectFrom('dispatch').where('email_id', 'in', ids).select(['email_id', 'state', 'due_at', 'tries', 'handover']).execute());
      const transports = houses.both.map(({ config }) => new SmtpTransport({ connectPolicy: config.connectPolicy }));
      const sharers = new Set<number>();
      const deliveries = houses.both.map((house, at) => new Delivery(house, {
        send: async (order, mark) => {
          sharers.add(at);
          return await (transports[at] as SmtpTransport).send(order, mark);
        },
        release: async (accountId) => await transports[at]?.release(accountId),
        close: async () => {},
      }, `delivery ${at}`));
      await eventually(async () => {
        const due = (await left()).filter(({ state }) => state === 'DUE').map((row) => row.email_id);
        await Promise.all(deliveries.map(async (delivery, at) => await delivery.deliver(due.filter((_, of) => of % 2 === at).slice(0, 8))));
        return await left();
      }, (rows) => rows.length === 0, 60_000);
      await Promise.all(transports.map(async (transport) => await transport.close()));
      await Promise.all(deliveries.map(async (delivery) => await delivery.stop()));
      expect([server.most, server.messages.length, new Set(server.messages).size, sharers.size]).toEqual([3, 90, 90, 2]);
    } finally {
      await server.stop();
    }
  }, 90_000);
});
