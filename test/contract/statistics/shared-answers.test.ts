import { expect, test } from '@jest/globals';
import { sharedAnswers } from '../../../src/app/statistics/shared-answers.js';

const MINUTE = 60_000;

test('who asks the same thing while an answer is good gets that one, also while it is made', async () => {
  const ask = sharedAnswers<object, number>();
  const owner = {};
  let made = 0;
  const at = async (now: number, key = 'all') => await ask(owner, key, { now, goodForMs: MINUTE }, async () => await Promise.resolve(made += 1));
  expect(await Promise.all([at(0), at(10), at(MINUTE - 1)])).toEqual([1, 1, 1]);
  expect([await at(MINUTE), await at(MINUTE, 'some'), await at(MINUTE + 1)]).toEqual([2, 3, 2]);
});

test('two owners share nothing, and an answer that failed is not kept', async () => {
  const ask = sharedAnswers<object, string>();
  const good = { now: 0, goodForMs: MINUTE };
  const [one, other] = [{}, {}];
  await expect(ask(one, 'all', good, async () => await Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect(await ask(one, 'all', good, async () => await Promise.resolve('one'))).toBe('one');
  expect(await ask(other, 'all', good, async () => await Promise.resolve('other'))).toBe('other');
});
