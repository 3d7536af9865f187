import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from '@jest/globals';
import { BullMqEngine } from '../../../src/engine/bullmq.js';
import { RedisAway, RedisLink } from '../../../src/engine/redis-link.js';
import { eventually } from '../../support/eventually.js';
import type { OwnRedis } from '../../support/redis.js';
import { describeWithOwnRedis, describeWithRedis, ownRedis, SHARED_REDIS } from '../../support/redis.js';
import { engineContract, notebook } from './engine-contract.js';

const links: RedisLink[] = [];
afterEach(() => { for (const link of links.splice(0)) link.close(); });

/** An engine as one process has it, and what its link was told. */
const engineAt = (url: string, prefix = `postroom:${randomUUID()}`, emailsInHand = 150) => {
  const told: string[] = [];
  const link = new RedisLink(url, { away: () => told.push('away'), back: () => told.push('back') });
  links.push(link);
  const ready = async (): Promise<void> => { await eventually(async () => link.ready, Boolean); };
  return { engine: new BullMqEngine(link, { prefix, holder: randomUUID(), emailsInHand, fault: () => {} }), link, told, ready };
};

const ids = (count: number, name = 'email'): string[] => Array.from({ length: count }, (_, at) => `${name}-${at}`);

describeWithRedis('the engine on BullMQ', () => {
  engineContract(async () => {
    const { engine, ready } = engineAt(SHARED_REDIS);
    await ready();
    return engine;
  });

  test('of several processes each takes a share of what is offered, and none of it is taken by two', async () => {
    const prefix = `postroom:${randomUUID()}`;
    const crew = [engineAt(SHARED_REDIS, prefix), engineAt(SHARED_REDIS, prefix), engineAt(SHARED_REDIS, prefix)];
    const wanted = ids(450);
    const books = crew.map(() => notebook(wanted));
    for (const [at, { engine, ready }] of crew.entries()) {
      await ready();
      engine.start(books[at]?.deliver ?? (async () => {}), () => {});
    }
    await eventually(async () => crew.map(({ engine }) => engine.takers), (takers) => takers.every((count) => count === 3));
    await crew[0]?.engine.offer(wanted);
    await eventually(async () => books.flatMap(({ came }) => came), (came) => came.length === wanted.length);
    expect(books.flatMap(({ came }) => came).toSorted()).toEqual(wanted.toSorted());
    for (const { came } of books) expect(came.length).toBeLessThanOrEqual(175);
    for (const { release } of books) release();
    await Promise.all(crew.map(async ({ engine }) => await engine.stop()));
  });

  test('a process takes no more in hand than it is told', async () => {
    const { engine, ready } = engineAt(SHARED_REDIS, undefined, 8);
    const wanted = ids(100);
    const book = notebook(wanted);
    await ready();
    engine.start(book.deliver, () => {});
    await engine.offer(wanted);
    await eventually(async () => book.came.length, (count) => count >= 8);
    // A job is half of it, and one is taken as long as there is room for a single email.
    expect(book.came.length).toBeLessThan(8 + 4);
    book.release();
    await eventually(async () => book.came.length, (count) => count === 100);
    await engine.stop();
  });

  test('two installations on one Redis do not see one another', async () => {
    const [ours, theirs] = [engineAt(SHARED_REDIS), engineAt(SHARED_REDIS)];
    const [book, foreign] = [notebook(), notebook()];
    await Promise.all([ours.ready(), theirs.ready()]);
    theirs.engine.start(foreign.deliver, () => {});
    ours.engine.start(book.deliver, () => {});
    await ours.engine.offer(ids(100));
    await eventually(async () => book.came.length, (count) => count === 100);
    expect([ours.engine.takers, theirs.engine.takers, foreign.came]).toEqual([1, 1, []]);
    await Promise.all([ours.engine.stop(), theirs.engine.stop()]);
  });
});

describeWithOwnRedis('the engine on BullMQ, while Redis is treated badly', () => {
  /** Offered again and again, as the feeder does with what was lost. */
  const offeredUntilItComes = async (engine: BullMqEngine, came: readonly string[], id: string): Promise<void> => {
    await eventually(async () => {
      await engine.offer([id]).catch(() => {});
      return came.includes(id);
    }, Boolean);
  };

  const running = async (redis: OwnRedis) => {
    const { engine, link, told, ready } = engineAt(redis.url);
    const { came, deliver } = notebook();
    let losses = 0;
    engine.start(deliver, () => { losses += 1; });
    return { engine, link, told, came, ready, losses: () => losses };
  };

  test('started while Redis is away it says so once, refuses what is offered, and carries when Redis is there', async () => {
    await using redis = await ownRedis({ running: false });
    const { engine, told, came } = await running(redis);
    await eventually(async () => told.length, (count) => count > 0);
    for (const id of ids(50)) await expect(engine.offer([id])).rejects.toThrow('away');
    await redis.start();
    await offeredUntilItComes(engine, came, 'at last');
    expect([told, came.filter((id) => id !== 'at last')]).toEqual([['away', 'back'], []]);
    await engine.stop();
  });

  test('killed and started empty: what is offered then is refused or comes', async () => {
    await using redis = await ownRedis();
    const { engine, told, came, ready } = await running(redis);
    await ready();
    await offeredUntilItComes(engine, came, 'before');
    await redis.kill();
    await eventually(async () => told.length, (count) => count === 1);
    await expect(engine.offer(['meanwhile'])).rejects.toThrow(RedisAway);
    await redis.start();
    await offeredUntilItComes(engine, came, 'after');
    expect(told).toEqual(['away', 'back']);
    await engine.stop();
  });

  test('emptied under way: it is noticed, so that what was offered is offered again', async () => {
    await using redis = await ownRedis();
    const { engine, came, ready, losses } = await running(redis);
    await ready();
    await offeredUntilItComes(engine, came, 'before');
    // Entered by its first beat, it finds itself missing at the next.
    await eventually(async () => await redis.ask('KEYS', '*takers'), (keys) => keys.includes('takers'));
    const before = losses();
    await redis.ask('FLUSHALL');
    await eventually(async () => losses(), (count) => count > before);
    await offeredUntilItComes(engine, came, 'after');
    expect(losses()).toBe(before + 1);
    await engine.stop();
  });

  test('frozen: what is offered is refused within seconds, no more of it is kept, and it carries when Redis answers again', async () => {
    await using redis = await ownRedis();
    const { engine, link, came, ready } = await running(redis);
    await ready();
    await offeredUntilItComes(engine, came, 'before');
    redis.freeze();
    await expect(engine.offer(['frozen'])).rejects.toThrow('no answer');
    const waiting = (): number => (link.commands as unknown as { commandQueue: { length: number } }).commandQueue.length;
    const before = waiting();
    for (const id of ids(100)) await expect(engine.offer([id])).rejects.toThrow(/answered yet|away/);
    expect(waiting()).toBeLessThanOrEqual(before + 5);
    redis.thaw();
    await offeredUntilItComes(engine, came, 'after');
    await engine.stop();
  });

  test.each([['away', async (redis: OwnRedis) => await redis.kill()], ['frozen', async (redis: OwnRedis) => redis.freeze()]])(
    'it stops while Redis is %s', async (_how, harm) => {
      await using redis = await ownRedis();
      const { engine, came, ready } = await running(redis);
      await ready();
      await offeredUntilItComes(engine, came, 'before');
      await harm(redis);
      await engine.stop();
      await expect(engine.offer(['after'])).resolves.toBeUndefined();
      expect(new Set(came)).toEqual(new Set(['before']));
    });
});
