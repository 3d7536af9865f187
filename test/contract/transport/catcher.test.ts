import { buffer } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import { createTransport } from '../../../src/transport/registry.js';
import { startCatcher } from '../../../src/transport/sandbox/catcher.js';
import { orderFor, smtpDestination } from './order.js';

const transport = createTransport({ connectPolicy: { allow: [] } });

test('the catcher says yes only when what it caught is kept', async () => {
  const asked = Promise.withResolvers<void>();
  const kept = Promise.withResolvers<void>();
  const catcher = await startCatcher({ onMessage: async ({ content }) => { await buffer(content); asked.resolve(); await kept.promise; } });
  let settled = false;
  const sending = transport.send(orderFor(smtpDestination(catcher.port)), async () => true).finally(() => { settled = true; });
  await asked.promise;
  await new Promise(setImmediate);
  expect(settled).toBe(false);
  kept.resolve();
  expect((await sending).outcome).toBe('ACCEPTED');
  await transport.close();
  await catcher.stop();
});

test('what it could not keep is refused for now', async () => {
  const own = createTransport({ connectPolicy: { allow: [] } });
  const catcher = await startCatcher({ onMessage: () => Promise.reject(new Error('disk full')) });
  const report = await own.send(orderFor(smtpDestination(catcher.port)), async () => true);
  expect(report).toMatchObject({ outcome: 'REFUSED', evidence: { stage: 'AFTER_DATA', code: 451, enhancedCode: '4.3.0' } });
  expect(report.evidence.reply).not.toContain('disk full');
  await own.close();
  await Promise.all([catcher.stop(), catcher.stop()]);
});

test('a message is passed on while it comes in, and one that is not read to its end is refused all the same', async () => {
  const own = createTransport({ connectPolicy: { allow: [] } });
  const text = 'line of the body\n'.repeat(200_000);
  let chunks = 0;
  const whole = await startCatcher({ onMessage: async ({ content }) => { for await (const _chunk of content) chunks += 1; } });
  const order = orderFor(smtpDestination(whole.port));
  const large = { ...order, content: { ...order.content, text } };
  expect((await own.send(large, async () => true)).outcome).toBe('ACCEPTED');
  expect(chunks).toBeGreaterThan(10);
  const part = await startCatcher({ onMessage: async ({ content }) => { for await (const _chunk of content) throw new Error('disk full'); } });
  const refused = await own.send({ ...large, destination: smtpDestination(part.port, { accountId: 'other' }) }, async () => true);
  expect(refused).toMatchObject({ outcome: 'REFUSED', evidence: { code: 451 } });
  await own.close();
  await Promise.all([whole.stop(), part.stop()]);
});
