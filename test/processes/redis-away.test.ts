import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { settled } from '../support/delivered.js';
import { eventually } from '../support/eventually.js';
import { MailServer } from '../support/mail-server.js';
import type { TestProcess } from '../support/process.js';
import { startBeside } from '../support/process.js';
import type { OwnRedis } from '../support/redis.js';
import { describeWithOwnRedis, ownRedis } from '../support/redis.js';
import { sent } from '../support/sending.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';
import { testAccount } from '../support/test-account.js';

describeWithOwnRedis('while Redis comes and goes', () => {
  let redis: OwnRedis;
  let server: TestServer;
  let worker: TestProcess;
  let mail: MailServer;
  let accountId: string;
  // Redis is away when they start.
  beforeAll(async () => {
    redis = await ownRedis({ running: false });
    mail = await MailServer.start({});
    server = await startPostroom({ POSTROOM_ROLE: 'api', POSTROOM_QUEUE_URL: redis.url, POSTROOM_CONNECT_ALLOW: '127.0.0.1:*' });
    accountId = await testAccount(server, 'Company', { server: '127.0.0.1', port: mail.port, security: 'NONE' });
    worker = await startBeside(server, { POSTROOM_ROLE: 'worker' });
  });
  afterAll(async () => {
    await worker.end();
    await server.stop();
    await mail[Symbol.asyncDispose]();
    await redis[Symbol.asyncDispose]();
  });

  const accepted = async (count: number): Promise<string[]> =>
    await Promise.all(Array.from({ length: count }, async () => (await sent(server.admin, { accountId })).id));
  const delivered = async (ids: readonly string[]): Promise<void> => {
    for (const id of ids) await settled(server.admin, id, 'SENT');
  };
  /** Message-IDs that arrived more than once. */
  const sentTwice = (): (string | undefined)[] => {
    const all = mail.received.map(({ messageId }) => messageId);
    return all.filter((id, at) => all.indexOf(id) !== at);
  };
  /** How often a process said that Redis is away. */
  const lamented = (one: Pick<TestProcess, 'output'>): number => one.output().split('Redis is away').length - 1;

  test('away at the start, emails are accepted, and go when it comes', async () => {
    const ids = await accepted(20);
    await eventually(async () => worker.output(), (output) => output.includes('Emails wait'));
    expect(mail.received).toEqual([]);
    await redis.start();
    await delivered(ids);
    expect(sentTwice()).toEqual([]);
  });

  test('emptied again and again, nothing is lost or sent twice', async () => {
    const ids: string[] = [];
    for (let round = 0; round < 5; round += 1) {
      ids.push(...await accepted(20));
      await redis.ask('FLUSHALL');
    }
    await delivered(ids);
    expect(sentTwice()).toEqual([]);
  });

  test('killed and started empty, it is called away once, and emails that came meanwhile go', async () => {
    const before = [lamented(server), lamented(worker)];
    await redis.kill();
    const ids = await accepted(20);
    await eventually(async () => lamented(worker), (times) => times > (before[1] ?? 0));
    await redis.start();
    await delivered(ids);
    expect([lamented(server), lamented(worker)]).toEqual(before.map((times) => times + 1));
    expect(sentTwice()).toEqual([]);
  });

  test('frozen, emails are accepted, and go when it answers again', async () => {
    await delivered(await accepted(1));
    redis.freeze();
    const ids = await accepted(20);
    redis.thaw();
    await delivered(ids);
    expect(sentTwice()).toEqual([]);
  });

  test.each([['frozen', async () => redis.freeze()], ['away', async () => await redis.kill()]])('processes stop in order while it is %s', async (_how, harm) => {
    const other = await startBeside(server, { POSTROOM_ROLE: 'all' });
    await harm();
    expect(await other.end()).toEqual({ code: 0, signal: null });
    expect(other.output()).not.toContain('still under way');
    redis.thaw();
  });
});
