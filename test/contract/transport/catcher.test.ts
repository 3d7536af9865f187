import { expect, test } from '@jest/globals';
import { createTransport } from '../../../src/transport/registry.js';
import { startCatcher } from '../../../src/transport/sandbox/catcher.js';
import { orderFor, smtpDestination } from './order.js';

const transport = createTransport({ connectPolicy: { allow: [] } });

test('the catcher says yes only when what it caught is kept', async () => {
  const asked = Promise.withResolvers<void>();
  const kept = Promise.withResolvers<void>();
  const catcher = await startCatcher({ onMessage: () => { asked.resolve(); return kept.promise; } });
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
