import { expect, test } from '@jest/globals';
import { stopInOrder } from '../../src/app/stop-in-order.js';

test('a part that fails to stop keeps no other from being stopped, and every failure is told in order', async () => {
  const stopped: string[] = [];
  const failures = await stopInOrder(
    [async () => { throw new Error('first'); }, async () => { stopped.push('beside it'); }],
    [() => { throw new Error('second'); }],
    [() => { stopped.push('last'); }],
  );
  expect(stopped).toEqual(['beside it', 'last']);
  expect(failures).toEqual([new Error('first'), new Error('second')]);
});

test('a group is stopped only when the one before it has stopped', async () => {
  const order: string[] = [];
  await stopInOrder([async () => { await Promise.resolve(); order.push('in'); }], [() => { order.push('out'); }]);
  expect(order).toEqual(['in', 'out']);
});
