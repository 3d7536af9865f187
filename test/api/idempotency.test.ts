import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { countOf, emailInput, faults, send, SEND_MANY, sent } from '../support/sending.js';
import type { Sending } from '../support/sending.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';
import { testToken } from '../support/token.js';

let server: TestServer;
beforeAll(async () => { server = await startPostroom({ POSTROOM_SANDBOX: 'off' }); });
afterAll(async () => { await server.stop(); });

test('the same key and content, twenty times at once, is one email', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, async () => await sent(server.admin, { idempotencyKey: 'twenty', batch: 'twenty' })));
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  expect(await countOf(server.admin, { batch: 'twenty' })).toBe(1);
});

test('the same key with another content is refused, and harms nobody who came at the same time', async () => {
  await sent(server.admin, { idempotencyKey: 'taken' });
  const answers = await Promise.all(Array.from({ length: 20 }, async (_, at) =>
    await send(server.admin, at % 2 === 0 ? { idempotencyKey: 'taken', subject: 'Another' } : { batch: 'bystanders' })));
  expect(answers.filter((_, at) => at % 2 === 0).map((answer) => [answer.email, ...faults(answer)]))
    .toEqual(Array.from({ length: 10 }, () => [null, 'IDEMPOTENCY_MISMATCH input.idempotencyKey']));
  expect(answers.filter((_, at) => at % 2 === 1).flatMap(faults)).toEqual([]);
  expect(await countOf(server.admin, { batch: 'bystanders' })).toBe(10);
});

test('a key belongs to its caller: another may use the same', async () => {
  const { api } = await testToken(server, { rights: { EMAILS: ['add'] } });
  const mine = await sent(server.admin, { idempotencyKey: 'shared' });
  const other = await sent(api, { idempotencyKey: 'shared', subject: 'Something else' });
  expect(other.id).not.toBe(mine.id);
});

test('blanks around a key, and line breaks in base64, make no other request', async () => {
  const attachments = [{ fileName: 'a', content: 'QUJDREVG' }];
  const first = await sent(server.admin, { idempotencyKey: 'blanks', attachments });
  const again = await sent(server.admin, { idempotencyKey: 'blanks ', attachments: [{ fileName: 'a', content: 'QUJD\r\nREVG' }] });
  expect(again.id).toBe(first.id);
});

test('a key twice in one call is one email, or a mismatch', async () => {
  const inputs = [
    emailInput({ idempotencyKey: 'twice' }), emailInput({ idempotencyKey: 'twice' }), emailInput({ idempotencyKey: 'twice', text: 'Other' }), emailInput(),
  ];
  const { results } = await server.admin.get<{ results: Sending[] }>(SEND_MANY, { inputs });
  expect(results[1]?.email?.id).toBe(results[0]?.email?.id);
  expect(results.map((result) => faults(result))).toEqual([[], [], ['IDEMPOTENCY_MISMATCH inputs.2.idempotencyKey'], []]);
});

test('a key outlives a restart', async () => {
  const first = await sent(server.admin, { idempotencyKey: 'lasting' });
  server = await server.restart('SIGKILL');
  expect((await sent(server.admin, { idempotencyKey: 'lasting' })).id).toBe(first.id);
});
