import { describe, expect, test } from '@jest/globals';
import { EmbeddedEngine } from '../../../src/engine/embedded.js';
import { engineContract } from './engine-contract.js';

describe('the embedded engine', () => {
  engineContract(async () => new EmbeddedEngine());

  test('hands on what is offered at once in claims that others can write between', async () => {
    const happened: (number | string)[] = [];
    const engine = new EmbeddedEngine();
    engine.start(async (ids) => {
      happened.push(ids.length);
      setImmediate(() => { happened.push('others'); });
    });
    await engine.offer(Array.from({ length: 250 }, (_, at) => `id ${at}`));
    await engine.stop();
    expect(happened).toEqual([100, 'others', 100, 'others', 50, 'others']);
  });
});
