import { randomUUIDv7 } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { AccessTokens } from '../../../src/app/delivery/access-tokens.js';
import type { AccountSettings } from '../../../src/domain/account-settings.js';
import { BLANK_SETTINGS } from '../../../src/domain/account-settings.js';
import type { SmtpAccount } from '../../../src/domain/account.js';
import { secretBinding } from '../../../src/domain/settings-input.js';
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
    const process = (at: 0 | 1) => new AccessTokens({ ...houses.both[at], config: { ...houses.both[at].config, tokenEndPoints } }, randomUUIDv7());
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

  test('an end point that is away is not asked for every email, and one that refuses is asked again', async () => {
    authority.behaviour.script = () => ({ ...entra(429, 'temporarily_unavailable', 'Too many requests'), headers: { 'retry-after': '120' } });
    const [tokens] = both;
    await expect(tokens.of(account)).rejects.toMatchObject({ passing: true, retryAfterSeconds: 120, message: expect.stringContaining('429 temporarily_unavailable') });
    houses.clock += 119_000;
    await expect(tokens.of(account)).rejects.toMatchObject({ passing: true });
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
