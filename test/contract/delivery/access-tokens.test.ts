import { randomUUIDv7 } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { AccessTokens } from '../../../src/app/delivery/access-tokens.js';
import type { AccountSettings } from '../../../src/domain/account-settings.js';
import { BLANK_SETTINGS } from '../../../src/domain/account-settings.js';
import type { SmtpAccount } from '../../../src/domain/account.js';
import { secretBinding } from '../../../src/domain/settings-input.js';
import { forgetToken } from '../../../src/storage/oauth-token.store.js';
import { outbox } from '../../../src/storage/outbox.js';
import { AuthorizationServer, CLIENT_ID, CLIENT_SECRET, entra, TENANT } from '../../support/authorization-server.js';
import type { Houses } from '../../support/delivery-houses.js';
import { accountIn, twoHouses } from '../../support/delivery-houses.js';
import { eventually } from '../../support/eventually.js';
import { reachableBackEnds } from '../../support/reachable.js';

const SETTINGS: Partial<AccountSettings> = {
  port: 587, authentication: 'OAUTH2', oauthProvider: 'MICROSOFT', oauthTenantId: TENANT, oauthClientId: CLIENT_ID,
};
/** Ten minutes before its end, a token of an hour is to be renewed; its last second is not reckoned with. */
const UNTIL_RENEWAL_MS = 2_999_000;

describe.each((await reachableBackEnds()).map((kind) => [kind] as const))('access tokens on %s', (kind) => {
  let houses: Houses;
  let authority: AuthorizationServer;
  let account: SmtpAccount;
  let both: readonly [AccessTokens, AccessTokens];
  beforeAll(async () => {
    houses = await twoHouses(kind);
    authority = await AuthorizationServer.start();
  });
  afterAll(async () => {
    await houses.stop();
    await authority[Symbol.asyncDispose]();
  });
  const seal = (secret: string): void => {
    account.oauthClientSecretSealed = houses.both[0].secrets.seal(secret, secretBinding(account.id, 'oauthClientSecret', account.settings ?? BLANK_SETTINGS));
  };
  beforeEach(async () => {
    account = await accountIn(houses.both[0], SETTINGS);
    seal(CLIENT_SECRET);
    authority.requests = 0;
    const tokenEndPoints = { microsoft: `${authority.origin}/{tenant}/oauth2/v2.0/token`, google: `${authority.origin}/google/token` };
    const process = (at: 0 | 1) => new AccessTokens({ ...houses.both[at], config: { ...houses.both[at].config, tokenEndPoints } });
    both = [process(0), process(1)];
  });
  afterEach(() => authority.behave());
  const askBoth = async (refused: string | null = null): Promise<string[]> =>
    (await Promise.all([...both, ...both].map(async (tokens) => await tokens.of(account, refused)))).map(({ value }) => value);

  test('two processes that need one at once fetch one between them', async () => {
    const values = await askBoth();
    expect(new Set(values).size).toBe(1);
    expect(authority.requests).toBe(1);
  });

  test('ahead of its end it is renewed by one of them, and both go on with the old one meanwhile', async () => {
    const [old = ''] = await askBoth();
    const held = Promise.withResolvers<null>();
    authority.behaviour.script = async () => await held.promise;
    houses.clock += UNTIL_RENEWAL_MS - 1;
    expect(new Set(await askBoth())).toEqual(new Set([old]));
    expect(authority.requests).toBe(1);
    houses.clock += 1;
    expect(new Set(await askBoth())).toEqual(new Set([old]));
    await eventually(async () => authority.requests, (requests) => requests === 2);
    expect(new Set(await askBoth())).toEqual(new Set([old]));
    held.resolve(null);
    const values = await eventually(askBoth, (all) => !all.includes(old));
    expect(new Set(values).size).toBe(1);
    expect(authority.requests).toBe(2);
  });

  test('where it has ended, one fetches and the other waits for it', async () => {
    const [old = ''] = await askBoth();
    houses.clock += 3_600_000;
    const values = await askBoth();
    expect(values).not.toContain(old);
    expect([new Set(values).size, authority.requests]).toEqual([1, 2]);
  });

  test('a token that was refused is fetched anew once, however many say so', async () => {
    const [old = ''] = await askBoth();
    const values = await askBoth(old);
    expect(values).not.toContain(old);
    expect([new Set(values).size, authority.requests]).toEqual([1, 2]);
    expect(await askBoth(old)).toEqual(values);
    expect(authority.requests).toBe(2);
  });

  test('one that was fetched with another secret, or for another mailbox, is nobody\'s any more', async () => {
    const [first = ''] = await askBoth();
    seal(CLIENT_SECRET);
    const [second = ''] = await askBoth();
    account.settings = { ...BLANK_SETTINGS, ...account.settings, accountName: 'invoices@example.com' };
    seal(CLIENT_SECRET);
    const [third = ''] = await askBoth();
    expect([new Set([first, second, third]).size, authority.requests]).toEqual([3, 3]);
  });

  test('who died while fetching holds nobody up for longer than the lease', async () => {
    await houses.both[0].storage.transaction(async (session) => {
      await outbox(session).insertInto('oauth_token').values({
        account_id: account.id, fingerprint: null, sealed: null, renew_from: 0, expires_at: 0, lease_holder: randomUUIDv7(), lease_expires_at: houses.clock + 30_000,
      }).execute();
    });
    const asked = both[0].of(account);
    await houses.both[0].storage.transaction(async () => {});
    expect(authority.requests).toBe(0);
    houses.clock += 30_000;
    await asked;
    expect(authority.requests).toBe(1);
  });

  test('a fetch that ends late ends no other\'s lease, and its token is not kept where settings were posted meanwhile', async () => {
    const [tokens] = both;
    const [late, held] = [Promise.withResolvers<null>(), Promise.withResolvers<null>()];
    authority.behaviour.script = async () => await late.promise;
    const first = tokens.of(account);
    await eventually(async () => authority.requests, (requests) => requests === 1);
    // Settings are posted: the row goes, and the next fetch is of other ones.
    await houses.both[0].storage.transaction(async (session) => await forgetToken(session, account.id));
    seal(CLIENT_SECRET);
    authority.behaviour.script = async () => await held.promise;
    const second = tokens.of(account);
    await eventually(async () => authority.requests, (requests) => requests === 2);
    late.resolve(null);
    await first;
    const row = async () => await outbox(houses.both[0].storage.read()).selectFrom('oauth_token').where('account_id', '=', account.id).selectAll().executeTakeFirst();
    expect(await row()).toMatchObject({ fingerprint: null, lease_holder: expect.any(String) });
    held.resolve(null);
    const { value } = await second;
    expect(await row()).toMatchObject({ fingerprint: expect.any(String), lease_holder: null });
    expect((await both[1].of(account)).value).toBe(value);
    expect(authority.requests).toBe(2);
  });

  test('an account that was erased with an email in hand gets its token, and nothing of it stays', async () => {
    await outbox(houses.both[0].storage.read()).deleteFrom('smtp_account').where('id', '=', account.id).execute();
    await both[0].of(account);
    expect(await outbox(houses.both[0].storage.read()).selectFrom('oauth_token').where('account_id', '=', account.id).selectAll().execute()).toEqual([]);
  });

  test('a token that cannot be written down is used all the same, and a fault is told as what it is', async () => {
    const house = houses.both[0];
    let writes = 0;
    const storage = Object.create(house.storage, { transaction: { value: async (work: never) => {
      writes += 1;
      // The first takes the lease; what is written of the fetch fails.
      if (writes % 2 === 0) throw new Error('The database is away');
      return await house.storage.transaction(work);
    } } }) as typeof house.storage;
    const tokenEndPoints = { microsoft: `${authority.origin}/{tenant}/oauth2/v2.0/token`, google: `${authority.origin}/google/token` };
    const tokens = new AccessTokens({ ...house, storage, config: { ...house.config, tokenEndPoints } });
    const { value } = await tokens.of(account);
    expect((await tokens.of(account)).value).toBe(value);
    authority.behaviour.script = () => entra(401, 'invalid_client', 'AADSTS7000215: Invalid client secret provided.');
    houses.clock += 3_600_000;
    await expect(tokens.of(account)).rejects.toMatchObject({ name: 'TokenFault', message: expect.stringContaining('AADSTS7000215') });
  });

  test('an end point that is away is not asked for every email, and one that refuses is asked again', async () => {
    authority.behaviour.script = () => ({ ...entra(429, 'temporarily_unavailable', 'Too many requests'), headers: { 'retry-after': '120' } });
    const [tokens] = both;
    await expect(tokens.of(account)).rejects.toMatchObject({ passing: true, retryAfterSeconds: 120, message: expect.stringContaining('429 temporarily_unavailable') });
    // What is left of it, for whoever comes later; who is told nothing has nothing left.
    houses.clock += 99_500;
    await expect(tokens.of(account)).rejects.toMatchObject({ passing: true, retryAfterSeconds: 21 });
    houses.clock += 19_500;
    await expect(tokens.of(account)).rejects.toMatchObject({ passing: true, retryAfterSeconds: 1 });
    expect(authority.requests).toBe(1);
    houses.clock += 1_000;
    authority.behaviour.script = () => entra(401, 'invalid_client', 'AADSTS7000215: Invalid client secret provided.');
    for (const requests of [2, 3]) {
      await expect(tokens.of(account)).rejects.toMatchObject({ passing: false });
      expect(authority.requests).toBe(requests);
    }
    authority.behave();
    await tokens.of(account);
  });
});
