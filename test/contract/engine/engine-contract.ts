import { expect, test } from '@jest/globals';
import { eventually } from '../../support/eventually.js';
import type { Deliver, Engine } from '../../../src/engine/engine.js';

/** An engine of its own for one test, to be started by it. */
export type MakeEngine = () => Promise<Engine>;

const ids = (count: number, name = 'email'): string[] => Array.from({ length: count }, (_, at) => `${name}-${at}`);

/** Notes down what comes, and holds what is named until it is let go. */
export const notebook = (hold: readonly string[] = []) => {
  const came: string[] = [];
  const settled: string[] = [];
  const held = Promise.withResolvers<void>();
  const deliver: Deliver = async (taken, letGo) => {
    came.push(...taken);
    await Promise.all(taken.map(async (id) => {
      if (hold.includes(id)) await held.promise;
      settled.push(id);
      letGo(id);
    }));
  };
  return { came, settled, deliver, release: () => held.resolve() };
};

/** What came, each once and in order, as soon as it is as many. */
const whatCame = async (came: readonly string[], count: number): Promise<string[]> => {
  await eventually(async () => new Set(came).size, (size) => size >= count);
  return [...new Set(came)].toSorted();
};

/** What the feeder and the house may rely on, whatever carries the ids. */
export const engineContract = (make: MakeEngine): void => {
  test('every id that is offered reaches whoever delivers', async () => {
    const engine = await make();
    const { came, deliver } = notebook();
    engine.start(deliver, () => {});
    await Promise.all([engine.offer(ids(200, 'first')), engine.offer(ids(7, 'second')), engine.offer([])]);
    expect(await whatCame(came, 207)).toEqual([...ids(200, 'first'), ...ids(7, 'second')].toSorted());
    await engine.stop();
  });

  test('an id that is offered twice comes once or twice, and the engine goes on', async () => {
    const engine = await make();
    const { came, deliver } = notebook();
    engine.start(deliver, () => {});
    await engine.offer(ids(3));
    await engine.offer(ids(3));
    await engine.offer(ids(3, 'later'));
    expect(await whatCame(came, 6)).toEqual([...ids(3), ...ids(3, 'later')]);
    await engine.stop();
  });

  test('an email that takes long keeps none of the others', async () => {
    const engine = await make();
    const { came, settled, deliver, release } = notebook(['email-0']);
    engine.start(deliver, () => {});
    await engine.offer(ids(100));
    // More than one process ever has in hand, behind one that does not end.
    for (let round = 0; round < 10; round += 1) {
      const name = `round${round}`;
      await engine.offer(ids(50, name));
      await eventually(async () => settled.filter((id) => id.startsWith(name)).length, (count) => count === 50);
    }
    expect([came.includes('email-0'), settled.includes('email-0')]).toEqual([true, false]);
    release();
    await engine.stop();
    expect(settled).toContain('email-0');
  });

  test('stopping waits for what is in hand, takes no more, and may be asked for twice', async () => {
    const engine = await make();
    const { came, settled, deliver, release } = notebook(['email-0']);
    engine.start(deliver, () => {});
    await engine.offer(ids(1));
    expect(await whatCame(came, 1)).toEqual(ids(1));
    let stopped = false;
    const stopping = Promise.all([engine.stop(), engine.stop()]).then(() => { stopped = true; });
    await engine.offer(ids(1, 'late')).catch(() => {});
    expect([stopped, settled]).toEqual([false, []]);
    release();
    await stopping;
    await engine.stop();
    expect([came, settled]).toEqual([ids(1), ids(1)]);
  });

  test('what was never started stops', async () => {
    const engine = await make();
    await engine.stop();
    expect(engine.takers).toBe(1);
  });
};
