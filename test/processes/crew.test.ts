import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CompanyServer } from '../support/company-server.js';
import { settled } from '../support/delivered.js';
import { eventually } from '../support/eventually.js';
import { MailServer } from '../support/mail-server.js';
import { startBeside } from '../support/process.js';
import { describeWithRedis, SHARED_REDIS } from '../support/redis.js';
import { execute } from '../support/rows.js';
import { countOf, emailInput, SEND_MANY, sent } from '../support/sending.js';
import type { TestServer } from '../support/server.js';
import { startPostroom } from '../support/server.js';
import { greetedSocket } from '../support/socket.js';
import { follow } from '../support/subscribe.js';
import { testAccount } from '../support/test-account.js';
import { testToken } from '../support/token.js';

const CHANGED = 'subscription($batch: String) { emailChanged(batch: $batch) { id status } }';
const REVOKE = 'mutation($id: ID!) { revokeApplicationToken(id: $id) { userErrors { code } } }';
interface Changed { readonly id: string; readonly status: string }

describeWithRedis('processes that share a database and a queue', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startPostroom({ POSTROOM_ROLE: 'api', POSTROOM_QUEUE_URL: SHARED_REDIS, POSTROOM_CONNECT_ALLOW: '127.0.0.1:*' });
  });
  afterAll(async () => { await server.stop(); });

  const startWorker = async (name = 'worker') => await startBeside(server, { POSTROOM_ROLE: 'worker', POSTROOM_EHLO_NAME: name });

  test('what one accepts others deliver, each email once and everybody a share, and who listens at the first hears of it', async () => {
    await using mail = await MailServer.start({});
    const accountId = await testAccount(server, 'Shared work', { server: '127.0.0.1', port: mail.port, security: 'NONE' });
    await using first = await startWorker('first.example');
    await using second = await startWorker('second.example');
    for (const worker of [first, second]) expect(worker.output()).toMatch(/^Postroom carries emails \(started in \d+ ms\)\nIt works together/);
    await using followed = follow<Changed>(server.admin, CHANGED, { batch: 'shared' });
    const heard = new Set<string>();
    const hearing = (async () => {
      for (let event = await followed.next(); event !== null; event = await followed.next()) if (event.status === 'SENT') heard.add(event.id);
    })();
    hearing.catch(() => {});
    let accepted = 0;
    // Until both have shown up: nothing says beforehand when the second one is known.
    while (new Set(mail.greetedAs).size < 2) {
      await server.admin.get(SEND_MANY, { inputs: Array.from({ length: 20 }, () => emailInput({ accountId, batch: 'shared' })) });
      accepted += 20;
      await eventually(async () => await countOf(server.admin, { batch: 'shared', status: ['SENT'] }), (count) => count === accepted);
    }
    expect(mail.greetedAs.every((name) => ['first.example', 'second.example'].includes(name))).toBe(true);
    expect([mail.received.length, new Set(mail.received.map(({ messageId }) => messageId)).size]).toEqual([accepted, accepted]);
    await eventually(async () => heard.size, (count) => count > 0);
  });

  test('rights that are taken away at one process close the socket that is open at another', async () => {
    await using other = await startBeside(server, { POSTROOM_ROLE: 'api' });
    const { id, api } = await testToken(server, { rights: { EMAILS: ['access', 'add'] } });
    const socket = await greetedSocket(other.url ?? '', api.token);
    if ('refused' in socket) throw new Error(`Refused: ${socket.refused}`);
    await server.admin.get(REVOKE, { id });
    expect(await socket.closed).toBe(4403);
  });

  test('servers that never answer hold up their own accounts only, with any number of workers', async () => {
    await using undo = new AsyncDisposableStack();
    const [company, held] = await Promise.all([CompanyServer.start(), CompanyServer.start()]);
    undo.defer(async () => { await Promise.all([company.stop(), held.stop()]); });
    undo.use(await startWorker('first.example'));
    undo.use(await startWorker('second.example'));
    const answer = Promise.withResolvers<null>();
    held.behaviour.recipient = async () => await answer.promise;
    const hanging: string[] = [];
    while (hanging.length < 3) hanging.push(await testAccount(server, `Hangs ${hanging.length}`, held.settings));
    const other = await testAccount(server, 'Goes on', company.settings);
    for (const accountId of hanging) {
      for (let posted = 0; posted < 300; posted += 100) await server.admin.get(SEND_MANY, { inputs: Array.from({ length: 100 }, () => emailInput({ accountId, batch: 'hang' })) });
    }
    const sending = async (): Promise<number[]> => await Promise.all(hanging.map(async (accountId) => await countOf(server.admin, { accountId, status: ['SENDING'] })));
    await eventually(sending, (counts) => counts.every((count) => count > 0));
    const emails = await Promise.all(Array.from({ length: 20 }, async () => await sent(server.admin, { accountId: other })));
    for (const { id } of emails) expect((await settled(server.admin, id, 'SENT')).attempts).toHaveLength(1);
    answer.resolve(null);
    await eventually(async () => await countOf(server.admin, { batch: 'hang', status: ['SENT'] }), (count) => count === 900, 60_000);
  }, 120_000);

  test('killed in the middle: what a worker had handed over is UNKNOWN, all else is delivered once by the other, after the lease', async () => {
    const company = await CompanyServer.start();
    await using undo = new AsyncDisposableStack();
    undo.defer(async () => await company.stop());
    const accountId = await testAccount(server, 'Company', company.settings);
    const [afterDot, atRecipient] = [Promise.withResolvers<null>(), Promise.withResolvers<null>()];
    const victim = await startWorker();
    undo.use(victim);
    company.behaviour.message = async () => await afterDot.promise;
    const handedOver = await sent(server.admin, { accountId });
    await eventually(async () => company.timesArrived(handedOver.messageId), (times) => times === 1);
    company.behaviour.message = () => null;
    let reached = false;
    company.behaviour.recipient = async (address) => {
      if (!address.startsWith('held')) return null;
      reached = true;
      return await atRecipient.promise;
    };
    const inHand = await sent(server.admin, { accountId, to: ['held@customer.example'] });
    await eventually(async () => reached, Boolean);
    const survivor = await startWorker();
    undo.use(survivor);
    expect(await victim.end('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' });
    company.behave();
    afterDot.resolve(null);
    atRecipient.resolve(null);
    const elsewhere = await sent(server.admin, { accountId: await testAccount(server, 'Another', company.settings) });
    await settled(server.admin, elsewhere.id, 'SENT');
    // Nobody takes what the dead one held, emails and connections, until its lease ends; that is a minute, which is put behind here.
    expect(await countOf(server.admin, { accountId, status: ['SENDING'] })).toBe(2);
    await execute(server, "update dispatch set lease_expires_at = 0 where state = 'CLAIMED'");
    await execute(server, 'update connection_share set expires_at = 0 where account_id = ?', [accountId]);
    expect(await settled(server.admin, handedOver.id, 'UNKNOWN')).toMatchObject({ attempts: [{ outcome: 'UNKNOWN', stage: 'AFTER_DATA' }] });
    await settled(server.admin, inHand.id, 'SENT');
    expect([handedOver, inHand, elsewhere].map(({ messageId }) => company.timesArrived(messageId))).toEqual([1, 1, 1]);
  });
});

describeWithRedis('a worker that is told to stop', () => {
  test('finishes what is in hand, and leaves the rest to others', async () => {
    await using undo = new AsyncDisposableStack();
    const company = await CompanyServer.start();
    undo.defer(async () => await company.stop());
    const server = await startPostroom({ POSTROOM_ROLE: 'api', POSTROOM_QUEUE_URL: SHARED_REDIS, POSTROOM_CONNECT_ALLOW: '127.0.0.1:*' });
    undo.defer(async () => await server.stop());
    const accountId = await testAccount(server, 'Company', company.settings);
    const worker = await startBeside(server, { POSTROOM_ROLE: 'worker' });
    undo.use(worker);
    const afterDot = Promise.withResolvers<null>();
    company.behaviour.message = async () => await afterDot.promise;
    const inHand = await sent(server.admin, { accountId });
    await eventually(async () => company.timesArrived(inHand.messageId), (times) => times === 1);
    const ending = worker.end();
    // Of another account, for the connections of this one are given back at the end.
    const later = await sent(server.admin, { accountId: await testAccount(server, 'Another', company.settings) });
    const other = await startBeside(server, { POSTROOM_ROLE: 'worker' });
    undo.use(other);
    await eventually(async () => company.timesArrived(later.messageId), (times) => times === 1);
    afterDot.resolve(null);
    expect(await ending).toEqual({ code: 0, signal: null });
    expect((await settled(server.admin, inHand.id, 'SENT')).attempts).toHaveLength(1);
    await settled(server.admin, later.id, 'SENT');
    expect([inHand, later].map(({ messageId }) => company.timesArrived(messageId))).toEqual([1, 1]);
  });
});

describe('without a queue', () => {
  test('api and worker say what that means, and what one accepts the other finds by itself', async () => {
    await using undo = new AsyncDisposableStack();
    await using mail = await MailServer.start({});
    const server = await startPostroom({ POSTROOM_ROLE: 'api', POSTROOM_CONNECT_ALLOW: '127.0.0.1:*' });
    undo.defer(async () => await server.stop());
    const accountId = await testAccount(server, 'Found', { server: '127.0.0.1', port: mail.port, security: 'NONE' });
    const first = await startBeside(server, { POSTROOM_ROLE: 'worker' });
    undo.use(first);
    const second = await startBeside(server, { POSTROOM_ROLE: 'worker' });
    undo.use(second);
    expect(server.output()).toContain('another process finds new emails once a second');
    expect(first.output()).toContain('one process carries at a time');
    await settled(server.admin, (await sent(server.admin, { accountId })).id, 'SENT');
    // Who stood by takes over.
    await first.end();
    await settled(server.admin, (await sent(server.admin, { accountId })).id, 'SENT');
    await second.end();
    expect(mail.received).toHaveLength(2);
  });
});
