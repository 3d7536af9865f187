import { describe, expect, test } from '@jest/globals';
import { Gate } from '../../../src/transport/smtp/gate.js';

/** Who was let in so far, in order. */
const enterAll = (gate: Gate, names: readonly string[], atMost: number) => {
  const inside: string[] = [];
  const away: string[] = [];
  for (const name of names) gate.enter(atMost).then(() => { inside.push(name); }, () => { away.push(name); });
  return { inside, away };
};

const settled = async (): Promise<void> => { await new Promise((resolve) => { setImmediate(resolve); }); };

describe('the gate before a pool', () => {
  test('lets in as many as may be inside, and the next ones in their order as others leave', async () => {
    const gate = new Gate();
    const { inside } = enterAll(gate, ['a', 'b', 'c', 'd'], 2);
    await settled();
    expect(inside).toEqual(['a', 'b']);
    gate.leave();
    await settled();
    expect(inside).toEqual(['a', 'b', 'c']);
  });

  test('a changed number holds for those who wait already', async () => {
    const gate = new Gate();
    const { inside } = enterAll(gate, ['a', 'b', 'c'], 1);
    await settled();
    expect(inside).toEqual(['a']);
    const late = enterAll(gate, ['d'], 3);
    await settled();
    expect([...inside, ...late.inside]).toEqual(['a', 'b', 'c']);
    gate.leave();
    await settled();
    expect(late.inside).toEqual(['d']);
  });

  test('shut, it sends away all who wait and all who come, and those inside stay', async () => {
    const gate = new Gate();
    const { inside, away } = enterAll(gate, ['a', 'b'], 1);
    await settled();
    gate.shut();
    const late = enterAll(gate, ['c'], 1);
    await settled();
    expect(inside).toEqual(['a']);
    expect([...away, ...late.away]).toEqual(['b', 'c']);
    gate.leave();
    await settled();
    expect(inside).toEqual(['a']);
  });
});
