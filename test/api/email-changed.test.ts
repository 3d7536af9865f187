import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execute } from '../support/rows.js';
import { sent } from '../support/sending.js';
import type { TestServer } from '../support/server.js';
import { ADMIN, startPostroom } from '../support/server.js';
import type { Followed } from '../support/subscribe.js';
import { follow } from '../support/subscribe.js';
import { testToken } from '../support/token.js';

let server: TestServer;
beforeAll(async () => { server = await startPostroom({ POSTROOM_SANDBOX: 'off' }); });
afterAll(async () => { await server.stop(); });

interface Changed { readonly id: string; readonly area: string | null; readonly batch: string | null; readonly status: string }
const CHANGED = 'subscription($id: ID, $area: String, $batch: String) { emailChanged(id: $id, area: $area, batch: $batch) { id area batch status } }';

/** Nothing tells a client that the server listens by now; so emails are sent until the first of them is announced. */
const firstOf = async (followed: Followed<Changed>, values: object): Promise<Changed | null> => {
  let event: Changed | null | undefined;
  const coming = followed.next().then((changed) => { event = changed; });
  while (event === undefined) await sent(server.admin, values);
  await coming;
  return event;
};

/** All events to that of an email, with which the listener has heard everything there was. */
const until = async (followed: Followed<Changed>, id: string): Promise<Changed[]> => {
  const seen: Changed[] = [];
  for (let event = await followed.next(); event !== null; event = await followed.next()) {
    seen.push(event);
    if (event.id === id) break;
  }
  return seen;
};

/** Takes a program's rights away beside the API, and gives rights another stamp as every change of them does: no announcement is made. */
const loseRights = async (id: string): Promise<void> => {
  await execute(server, 'delete from access_record where holder_id = ?', [id]);
  await execute(server, 'update installation set value = ? where `key` = ?', [randomUUID(), 'rights_stamp']);
};

test('an accepted email is announced to who watches its area or batch, and no other is', async () => {
  await using byArea = follow<Changed>(server.admin, CHANGED, { area: 'INVOICES' });
  expect(await firstOf(byArea, { area: 'INVOICES', batch: 'first' })).toMatchObject({ area: 'INVOICES', status: 'PARKED' });
  await using byBatch = follow<Changed>(server.admin, CHANGED, { batch: 'watched' });
  expect(await firstOf(byBatch, { batch: 'watched' })).toMatchObject({ batch: 'watched' });
  await sent(server.admin, { area: 'ORDERS', batch: 'other' });
  const { id } = await sent(server.admin, { area: 'INVOICES', batch: 'watched' });
  expect(new Set((await until(byArea, id)).map(({ area }) => area))).toEqual(new Set(['INVOICES']));
  expect(new Set((await until(byBatch, id)).map(({ batch }) => batch))).toEqual(new Set(['watched']));
});

test('who is limited to areas hears of these only, and a mere sender of its own', async () => {
  const limited = await testToken(server, { rights: { EMAILS: ['access'] }, areas: ['INVOICES'] });
  const sender = await testToken(server, { rights: { EMAILS: ['add'] } });
  await using reach = follow<Changed>(limited.api, CHANGED);
  await firstOf(reach, { area: 'INVOICES' });
  await using own = follow<Changed>(sender.api, CHANGED);
  const mine: string[] = [];
  let event: Changed | null | undefined;
  const coming = own.next().then((changed) => { event = changed; });
  while (event === undefined) {
    await sent(server.admin, { area: 'ORDERS' });
    mine.push((await sent(sender.api, { area: 'ORDERS' })).id);
  }
  await coming;
  expect(mine).toContain(event?.id);
  const { id } = await sent(server.admin, { area: 'INVOICES', batch: 'marker' });
  for (let heard = await reach.next(); heard?.id !== id; heard = await reach.next()) expect(heard?.area).toBe('INVOICES');
});

test('a refused subscriber is told so, and a foreign area is refused', async () => {
  const nobody = await testToken(server, { rights: { AUDIT: ['access'], EMAIL_CONTENT: ['access'] } });
  await using refused = follow<Changed>(nobody.api, CHANGED);
  await expect(refused.next()).rejects.toThrow('FORBIDDEN');
  const limited = await testToken(server, { rights: { EMAILS: ['access'] }, areas: ['INVOICES'] });
  await using foreign = follow<Changed>(limited.api, CHANGED, { area: 'ORDERS' });
  await expect(foreign.next()).rejects.toThrow('FORBIDDEN');
  await using signedOut = follow<Changed>(server.anybody, CHANGED);
  await expect(signedOut.next()).rejects.toMatchObject({ code: 4403 });
});

test('rights are looked up for every event: once they are gone, it ends without another', async () => {
  const { id, api } = await testToken(server, { rights: { EMAILS: ['access'] } });
  await using followed = follow<Changed>(api, CHANGED, { batch: 'ending' });
  await firstOf(followed, { batch: 'ending' });
  await loseRights(id);
  const late = await sent(server.admin, { batch: 'ending' });
  const rest = await followed.rest();
  expect(rest.map((event) => event.id)).not.toContain(late.id);
});

test('when rights are taken away, the socket is closed at once', async () => {
  const { id, api } = await testToken(server, { rights: { EMAILS: ['access'] } });
  await using followed = follow<Changed>(api, CHANGED, { batch: 'closing' });
  await firstOf(followed, { batch: 'closing' });
  await until(followed, (await sent(server.admin, { batch: 'closing' })).id);
  await loseRights(id);
  const other = await server.anybody.signedIn(ADMIN.email, ADMIN.password);
  const closed = followed.rest();
  // Whatever changes anybody's rights makes all open sockets be judged anew.
  await other.get('mutation { signOut { signedOut } }');
  await expect(closed).rejects.toMatchObject({ code: 4403 });
});
