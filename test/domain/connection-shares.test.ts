import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { grantedBeside, hasTooMany, partBeside } from '../../src/domain/connection-shares.js';

test.each([[5, [], 5], [5, [5], 0], [5, [3], 2], [5, [0], 3], [5, [2, 2], 1], [1, [0, 0], 1], [2, [1, 1], 0], [3, [5], 0]])('of %d, beside %j, one gets %d', (most, others, granted) => {
  expect(grantedBeside(most, others)).toBe(granted);
});

test('however many come, in whatever order they ask, there are never more than allowed, and in the end nobody has more than one above another', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 6 }), fc.array(fc.nat(5), { maxLength: 40 }), (most, count, asks) => {
    const shares = Array.from({ length: count }, () => 0);
    const sum = () => shares.reduce((all, one) => all + one, 0);
    const ask = (at: number): boolean => {
      const others = shares.filter((_, of) => of !== at);
      const [before, mine] = [[...shares], shares[at] ?? 0];
      if (mine < partBeside(most, others) || hasTooMany(most, mine, others)) shares[at] = grantedBeside(most, others);
      expect(sum()).toBeLessThanOrEqual(most);
      return before.some((one, of) => one !== shares[of]);
    };
    for (const at of asks) if (at < count) ask(at);
    let rounds = 0;
    while (shares.map((_, at) => ask(at)).includes(true)) expect(rounds += 1).toBeLessThan(20);
    expect(sum()).toBe(most);
    expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
  }));
});
