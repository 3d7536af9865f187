import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Feeder } from '../../../src/app/delivery/feeder.js';
import type { Engine } from '../../../src/engine/engine.js';
import type { Houses } from '../../support/delivery-houses.js';
import { accountIn, twoHouses, waitingFor } from '../../support/delivery-houses.js';
import { reachableBackEnds } from '../../support/reachable.js';

describe.each((await reachableBackEnds()).map((kind) => [kind] as const))('the order of delivery on %s', (kind) => {
  let houses: Houses;
  beforeAll(async () => { houses = await twoHouses(kind); });
  afterAll(async () => { await houses.stop(); });

  /** What the feeder offers first. */
  const offered = async (): Promise<readonly string[]> => {
    const first = Promise.withResolvers<readonly string[]>();
    const engine: Engine = { takers: 1, window: 200, start: () => {}, offer: async (ids) => { first.resolve(ids); }, stop: async () => {} };
    const feeder = new Feeder(houses.both[0], engine, 'feeder');
    feeder.start();
    try {
      return await first.promise;
    } finally {
      await feeder.stop();
    }
  };

  test('HIGH goes before NORMAL before LOW, within a priority one of each area in turn, within an area the longest due first', async () => {
    const [house] = houses.both;
    const names = new Map<string, string>();
    const add = async (accountId: string, priority: number, area: string, dueBeforeMs: number): Promise<void> => {
      const [id] = await waitingFor(house, accountId, 1, { priority, area, due_at: houses.clock - dueBeforeMs });
      names.set(id ?? '', `${priority} ${area} ${dueBeforeMs}`);
    };
    // The longest due are the least urgent, and what comes first is written last, so that no other order passes for it.
    for (const [priority, overdue] of [[2, 30_000], [1, 20_000], [0, 10_000]] as const) {
      const { id } = await accountIn(house);
      for (const area of ['ORDERS', 'INVOICES']) for (const age of [1, 2, 3]) await add(id, priority, area, overdue + age);
    }
    const order = (await offered()).map((id) => names.get(id)?.split(' '));
    expect(order.map((one) => one?.[0])).toEqual([...Array.from({ length: 6 }, () => '0'), ...Array.from({ length: 6 }, () => '1'), ...Array.from({ length: 6 }, () => '2')]);
    for (const priority of [0, 1, 2]) {
      const some = order.slice(priority * 6, priority * 6 + 6);
      for (const pair of [0, 2, 4]) expect(new Set(some.slice(pair, pair + 2).map((one) => one?.[1]))).toEqual(new Set(['INVOICES', 'ORDERS']));
      for (const area of ['INVOICES', 'ORDERS']) {
        const overdue = some.filter((one) => one?.[1] === area).map((one) => Number(one?.[2]));
        expect(overdue).toEqual(overdue.toSorted((one, other) => other - one));
      }
    }
  });
});
