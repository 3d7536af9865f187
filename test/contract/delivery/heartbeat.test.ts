import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Delivery } from '../../../src/app/delivery/deliver.js';
import { readEnvironment } from '../../../src/config/environment.js';
import type { ComposedHouse } from '../../../src/compose.js';
import { compose } from '../../../src/compose.js';
import type { DeliveryReport } from '../../../src/domain/delivery-order.js';
import type { OutboxEntry } from '../../../src/storage/outbox-entry.js';
import { outbox } from '../../../src/storage/outbox.js';
import { evidenceAt } from '../../../src/transport/report.js';
import { firstStart } from '../../../src/app/first-start.js';
import { eventually } from '../../support/eventually.js';
import { outboxEntry } from '../../support/outbox-entry.js';

const folder = mkdtempSync(join(tmpdir(), 'postroom-heartbeat-'));
let house: ComposedHouse;
beforeAll(async () => {
  house = await compose(readEnvironment({ POSTROOM_DATA_DIR: folder, POSTROOM_LOG_LEVEL: 'silent' }));
  house.joints.sandboxPort = 1;
  await house.storage.migrate();
  await firstStart(house);
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true });
});

const toJane = (): OutboxEntry => {
  const entry = outboxEntry();
  const recipient = {
    email_id: entry.email.id, position: 0, kind: 'TO', address: 'jane@customer.example', address_key: 'jane@customer.example', name: null,
    status: 'PENDING', code: null, enhanced_code: null, reply: null, at: null,
  } as const;
  return { ...entry, recipients: [recipient] };
};

test('an older group that ends leaves a newer claim of the same email in hand', async () => {
  const [again, slow] = [toJane(), toJane()];
  for (const one of [again, slow]) {
    await house.outbox.post([{ idempotency: null, area: null, pinnedAccountId: null, sizeBytes: 1, draft: () => one }]);
  }
  const busy: DeliveryReport = {
    outcome: 'REFUSED', recipients: [], retryAfterSeconds: null, latencyMs: 0, providerMessageId: null,
    evidence: evidenceAt('GREETING', { code: 421, reply: '421 4.3.2 Busy' }),
  };
  const begun: { id: string; end: () => void }[] = [];
  const delivery = new Delivery(house, {
    send: async ({ emailId }) => await new Promise<DeliveryReport>((resolve) => { begun.push({ id: emailId, end: () => resolve(busy) }); }),
    release: async () => {}, close: async () => {},
  }, 'me');
  const state = async (id: string) =>
    (await outbox(house.storage.read()).selectFrom('dispatch').where('email_id', '=', id).select('state').executeTakeFirstOrThrow()).state;

  const first = delivery.deliver([again.email.id, slow.email.id]);
  await eventually(async () => begun.length, (length) => length === 2);
  begun.find(({ id }) => id === again.email.id)?.end();
  await eventually(async () => await state(again.email.id), (one) => one === 'DUE');
  await house.storage.transaction(async (session) => {
    await outbox(session).updateTable('dispatch').set({ due_at: 0 }).where('email_id', '=', again.email.id).execute();
  });
  const second = delivery.deliver([again.email.id]);
  await eventually(async () => begun.length, (length) => length === 3);
  begun.find(({ id }) => id === slow.email.id)?.end();
  await first;
  expect(await state(again.email.id)).toBe('CLAIMED');
  await delivery.stop();
  expect(await state(again.email.id)).toBe('DUE');
  begun[2]?.end();
  await second;
});
