import { expect, test } from '@jest/globals';
import { durabilityFault, refuseIfNotDurable } from '../../src/storage/durability.js';

/** A server that answers with one value of the setting. */
const answering = (value: unknown) => ({ execute: async <T>(): Promise<T> => [{ value }] as T });

test.each([[0], [2], [3], ['0'], [undefined]])('a server with innodb_flush_log_at_trx_commit %s is refused, and told what to set', async (value) => {
  expect(durabilityFault(value)).toMatch(/innodb_flush_log_at_trx_commit is \w+, it must be 1/);
  await expect(refuseIfNotDurable(answering(value))).rejects.toThrow('lose acknowledged emails');
});

test.each([[1], ['1'], [1n]])('a server that flushes at each commit is taken, however its driver writes %s', async (value) => {
  await expect(refuseIfNotDurable(answering(value))).resolves.toBeUndefined();
});
