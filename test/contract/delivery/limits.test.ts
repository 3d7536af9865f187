import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Book } from '../../../src/app/delivery/book.js';
import { claimAndRoute } from '../../../src/app/delivery/claim.js';
import { Delivery } from '../../../src/app/delivery/deliver.js';
import type { DeliveryReport } from '../../../src/domain/delivery-order.js';
import { QuotaGroup } from '../../../src/domain/quota-group.js';
import { setAccountKeys, accountForChange } from '../../../src/storage/account.store.js';
import { addQuotaGroup } from '../../../src/storage/quota-group.store.js';
import { outbox } from '../../../src/storage/outbox.js';
import { evidenceAt } from '../../../src/transport/report.js';
import type { Houses } from '../../support/delivery-houses.js';
import { accountIn, twoHouses, waitingFor } from '../../support/delivery-houses.js';
import { reachableBackEnds } from '../../support/reachable.js';

const MIDNIGHT = Date.UTC(2027, 0, 15);
const MINUTE_MS = 60_000;

describe.each((await reachableBackEnds()).map((kind) => [kind] as const))('limits on %s', (kind) => {
  let houses: Houses;
  beforeAll(async () => { houses = await twoHouses(kind); });
  beforeEach(() => { houses.clock = MIDNIGHT; });
  afterAll(async () => await houses.stop());

  /** Both claim their share of the ids at the same time, in portions; answers how many went. */
  const bothClaim = async (ids: readonly string[], portion = 10): Promise<string[]> => {
    const claims = houses.both.map(async (house, at) => {
      const gone: string[] = [];
      for (let from = at * portion; from < ids.length; from += 2 * portion) {
        const { claimed } = await claimAndRoute(house, `holder ${at}`, ids.slice(from, from + portion));
        gone.push(...claimed.map(({ emailId }) => emailId));
      }
      return gone;
    });
    return (await Promise.all(claims)).flat();
  };
  const dispatches = async (ids: readonly string[]) => await outbox(houses.both[0].storage.read()).selectFrom('dispatch').innerJoin('email', 'email.id', 'email_id')
    .where('email_id', 'in', ids).select(['email_id', 'state', 'due_at', 'tries', 'status']).orderBy('email_id').execute();

  test('of two processes that claim at once no more get through in a minute, an hour or a day than the limit', async () => {
    const account = await accountIn(houses.both[0], { messagesPerMinute: 8, messagesPerHour: 12, messagesPerDay: 15 });
    const ids = await waitingFor(houses.both[0], account.id, 120);
    const gone: number[] = [];
    for (const at of [0, 30_000, MINUTE_MS, 2 * MINUTE_MS, 60 * MINUTE_MS, 61 * MINUTE_MS, 24 * 60 * MINUTE_MS]) {
      houses.clock = MIDNIGHT + at;
      gone.push((await bothClaim(ids)).length);
    }
    expect(gone).toEqual([8, 0, 4, 0, 3, 0, 8]);
  });

  test('what is beyond a limit stays due in its place, and nothing counts as a try', async () => {
    const account = await accountIn(houses.both[0], { messagesPerDay: 2 });
    const ids = await waitingFor(houses.both[0], account.id, 5, { due_at: 4711 });
    expect((await bothClaim(ids, 5)).length).toBe(2);
    const left = (await dispatches(ids)).filter(({ state }) => state !== 'CLAIMED');
    expect(left).toHaveLength(3);
    for (const row of left) expect(row).toMatchObject({ state: 'DUE', due_at: 4711, tries: 0, status: 'QUEUED' });
  });

  test('accounts that share a quota share it exactly, each under its own limit besides', async () => {
    const group = new QuotaGroup({ id: randomUUIDv7(), name: kind, nameKey: kind, messagesPerDay: 20, createdAt: 0 });
    await houses.both[0].storage.transaction(async (session) => addQuotaGroup(session, group));
    const [one, other] = [await accountIn(houses.both[0], { quotaGroupId: group.id, messagesPerDay: 5 }), await accountIn(houses.both[0], { quotaGroupId: group.id })];
    const [ofOne, ofOther] = [await waitingFor(houses.both[0], one.id, 40), await waitingFor(houses.both[0], other.id, 40)];
    const gone = await bothClaim(ofOne.flatMap((id, at) => [id, ofOther[at] ?? '']));
    expect(gone).toHaveLength(20);
    expect(gone.filter((id) => ofOne.includes(id))).toHaveLength(5);
  });

  test('a changed limit holds for the very next claim', async () => {
    const account = await accountIn(houses.both[0], { messagesPerDay: 2 });
    const ids = await waitingFor(houses.both[0], account.id, 20);
    const limited = async (messagesPerDay: number | null): Promise<number> => {
      await houses.both[0].storage.transaction(async (session) => {
        const posted = await accountForChange(session, account.id);
        if (posted?.settings == null) throw new Error('Not posted');
        posted.settings = { ...posted.settings, messagesPerDay };
        posted.version += 1;
        setAccountKeys(posted);
      });
      return (await bothClaim(ids)).length;
    };
    expect([(await bothClaim(ids)).length, await limited(5), await limited(1), await limited(null)]).toEqual([2, 3, 0, 15]);
  });

  test('tokens go to HIGH first and round the areas: thousands of one leave some for one of another', async () => {
    const account = await accountIn(houses.both[0], { messagesPerDay: 5 });
    const many = await waitingFor(houses.both[0], account.id, 200, { area: 'INVOICES', due_at: 1 });
    const [few, [urgent = '']] = [await waitingFor(houses.both[0], account.id, 2, { area: 'ORDERS', due_at: 2 }), await waitingFor(houses.both[0], account.id, 1, { area: 'INVOICES', priority: 0, due_at: 3 })];
    const { claimed } = await claimAndRoute(houses.both[0], 'me', [...many, ...few, urgent]);
    const gone = new Set(claimed.map(({ emailId }) => emailId));
    expect([gone.size, gone.has(urgent), few.every((id) => gone.has(id)), many.toSorted().slice(0, 2).every((id) => gone.has(id))]).toEqual([5, true, true, true]);
  });

  test('a try that handed nothing over gives its tokens back, one that did does not', async () => {
    const account = await accountIn(houses.both[0], { messagesPerDay: 1 });
    const answer = (outcome: DeliveryReport['outcome'], code: number): DeliveryReport =>
      ({ outcome, recipients: [], retryAfterSeconds: null, latencyMs: 0, providerMessageId: null, evidence: evidenceAt(outcome === 'ACCEPTED' ? 'DONE' : 'GREETING', { code, reply: `${code} 4.3.2 So` }) });
    const tried = async (report: DeliveryReport) => {
      const [id = ''] = await waitingFor(houses.both[0], account.id, 1);
      const delivery = new Delivery(houses.both[0], {
        send: async (_order, mark) => {
          if (report.outcome === 'ACCEPTED') await mark();
          return report;
        },
        release: async () => {}, close: async () => {},
      }, 'me');
      await delivery.deliver([id]);
      return (await dispatches([id])).map(({ tries }) => tries);
    };
    expect([await tried(answer('REFUSED', 421)), await tried(answer('ACCEPTED', 250)), await tried(answer('ACCEPTED', 250))]).toEqual([[1], [], [0]]);
  });

  test('an email that waited for a connection into the next window goes by a token of that, or not at all', async () => {
    const account = await accountIn(houses.both[0], { messagesPerMinute: 3, messagesPerDay: 100 });
    const ids = (await waitingFor(houses.both[0], account.id, 8)).toSorted();
    houses.clock = MIDNIGHT + 30_000;
    const first = await claimAndRoute(houses.both[0], 'me', ids);
    expect(first.claimed).toHaveLength(3);
    houses.clock = MIDNIGHT + MINUTE_MS;
    const second = await claimAndRoute(houses.both[1], 'other', ids.slice(0, 5));
    expect(second.claimed).toHaveLength(2);
    const marked = async (at: 0 | 1, claims: typeof first): Promise<boolean[]> => {
      const book = new Book(houses.both[at]);
      return await Promise.all(claims.claimed.map(async (one) => await book.mark(one)));
    };
    expect((await marked(0, first)).filter(Boolean)).toHaveLength(1);
    expect(await marked(1, second)).toEqual([true, true]);
    expect((await claimAndRoute(houses.both[0], 'me', ids)).claimed).toEqual([]);
  });

  test('what a backlog claimed at the end of a minute takes no more of the next one than is let go by then', async () => {
    const account = await accountIn(houses.both[0], { messagesPerMinute: 60 });
    const ids = await waitingFor(houses.both[0], account.id, 60, { area: 'STATEMENTS' });
    houses.clock = MIDNIGHT + MINUTE_MS - 1;
    const { claimed } = await claimAndRoute(houses.both[0], 'me', ids);
    expect(claimed).toHaveLength(60);
    houses.clock = MIDNIGHT + MINUTE_MS;
    const book = new Book(houses.both[0]);
    const marked = await Promise.all(claimed.map(async (one) => await book.mark(one)));
    expect(marked.filter(Boolean)).toHaveLength(5);
    const [order = ''] = await waitingFor(houses.both[0], account.id, 1, { area: 'ORDERS' });
    houses.clock += 5_000;
    expect((await claimAndRoute(houses.both[0], 'me', [order])).claimed).toHaveLength(1);
  });
});
