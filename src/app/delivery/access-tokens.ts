import { scheduler } from 'node:timers/promises';
import type { AccessToken } from '../../domain/access-token.js';
import { renewFrom, TokenFault } from '../../domain/access-token.js';
import { BLANK_SETTINGS, secretNeeded } from '../../domain/account-settings.js';
import type { SmtpAccount } from '../../domain/account.js';
import { fetchToken, TOKEN_TIMEOUT_MS } from '../../doors/fetch-token.js';
import type { KeptToken, TokenState } from '../../storage/oauth-token.store.js';
import type { Session } from '../../storage/orm.js';
import { giveTokenLeaseBack, keepToken, tokenOrLease } from '../../storage/oauth-token.store.js';
import { tokenSealOf, tokenSourceOf } from '../accounts/token-source.js';
import type { House } from '../house.js';
import { openForUse } from './open-secrets.js';

/** A token as this process remembers it. */
interface Remembered { readonly fingerprint: string; readonly token: AccessToken; readonly renewFrom: number }

/** Longer than a fetch may take with what is written after it: a process that died with the lease holds nobody up for long. */
const LEASE_MS = 2 * TOKEN_TIMEOUT_MS;
/** How often who waits for another process's fetch looks whether it is there. */
const LOOK_EVERY_MS = 100;
/** An end point that is away is not asked again for so long, whoever asks, unless it said when to come again. */
const PAUSE_AFTER_FAULT_MS = 10_000;

/** A fault that is remembered, with what is left of the time that the end point asked for. */
const stillThere = ({ message, passing, retryAfterSeconds }: TokenFault, leftMs: number): TokenFault =>
  new TokenFault(message, passing, retryAfterSeconds === null ? null : Math.ceil(leftMs / 1_000));

/**
 * The access tokens that emails log on with. They are kept sealed in the database and fetched anew ahead of their end, by
 * one process at a time: whose fetch holds the lease in the token's row. Others go on with the old one while it lasts, or wait.
 *
 *   remembered and fresh ─▶ used
 *   remembered, its end is near ─▶ used, and renewed beside it
 *   none, ended or refused ─▶ the row is looked at: another process may have one; else whoever gets the lease fetches
 */
export class AccessTokens {
  readonly #house: House;
  readonly #remembered = new Map<string, Remembered>();
  readonly #renewing = new Map<string, Promise<AccessToken>>();
  readonly #faults = new Map<string, { readonly fault: TokenFault; readonly until: number }>();

  constructor(house: House) {
    this.#house = house;
  }

  /** A token for an account that logs on by one. `refused`: the value that the server did not take. Throws TokenFault, SecretMissing or SecretUnreadable. */
  async of(account: SmtpAccount, refused: string | null = null): Promise<AccessToken> {
    const { fingerprint } = tokenSealOf(account, account.settings ?? BLANK_SETTINGS);
    const known = this.#remembered.get(account.id);
    const now = this.#house.now();
    if (known === undefined || known.fingerprint !== fingerprint || known.token.value === refused || known.token.expiresAt <= now) {
      return await this.#renew(account, fingerprint, refused);
    }
    if (known.renewFrom <= now && (this.#faults.get(fingerprint)?.until ?? 0) <= now) {
      this.#renew(account, fingerprint, null).catch((error: unknown) => {
        this.#house.log.warn({ accountId: account.id, reason: error instanceof Error ? error.message : String(error) }, 'An access token could not be renewed ahead of its end');
      });
    }
    return known.token;
  }

  /** Once at a time in this process, for all emails of an account that wait for it. */
  #renew(account: SmtpAccount, fingerprint: string, refused: string | null): Promise<AccessToken> {
    const key = `${fingerprint} ${refused ?? ''}`;
    const running = this.#renewing.get(key);
    if (running !== undefined) return running;
    const renewing = this.#find(account, fingerprint, refused).finally(() => { this.#renewing.delete(key); });
    this.#renewing.set(key, renewing);
    return renewing;
  }

  /** Until another process's fetch is over, its lease has ended, or this process has the lease. */
  async #find(account: SmtpAccount, fingerprint: string, refused: string | null): Promise<AccessToken> {
    const waits = this.#faults.get(fingerprint);
    const left = (waits?.until ?? 0) - this.#house.now();
    if (waits?.fault.passing === true && left > 0) throw stillThere(waits.fault, left);
    for (;;) {
      // Of this fetch, not of this process: an older one of it that ends late must not end this lease.
      const lease = this.#house.newId();
      const { kept, leaseMine } = await this.#look(account, fingerprint, refused, lease);
      if (leaseMine) return await this.#fetch(account, fingerprint, lease);
      const token = this.#opened(account, fingerprint, kept);
      if (token !== null && token.value !== refused && token.expiresAt > this.#house.now()) return token;
      await scheduler.wait(LOOK_EVERY_MS);
    }
  }

  async #look(account: SmtpAccount, fingerprint: string, refused: string | null, lease: string): Promise<TokenState> {
    const now = this.#house.now();
    const wants = (kept: KeptToken | null): boolean => kept === null || kept.renewFrom <= now
      || (this.#opened(account, fingerprint, kept)?.value ?? refused) === refused;
    return await this.#house.storage.transaction(async (session) =>
      await tokenOrLease(session, { accountId: account.id, holder: lease, now, leaseMs: LEASE_MS, wants }));
  }

  async #fetch(account: SmtpAccount, fingerprint: string, lease: string): Promise<AccessToken> {
    const { secrets, now, config } = this.#house;
    const settings = account.settings ?? BLANK_SETTINGS;
    try {
      const needed = secretNeeded(settings);
      const source = tokenSourceOf(settings, openForUse(secrets, account, settings, needed === null ? [] : [needed]));
      const startedAt = now();
      const token = await fetchToken(source, { policy: config.connectPolicy, endPoints: config.tokenEndPoints, now });
      const kept = {
        fingerprint, sealed: secrets.seal(JSON.stringify(token), tokenSealOf(account, settings).binding),
        renewFrom: Math.floor(renewFrom(token, startedAt)), expiresAt: Math.floor(token.expiresAt),
      };
      this.#remembered.set(account.id, { fingerprint, token, renewFrom: kept.renewFrom });
      this.#faults.delete(fingerprint);
      await this.#write(account, async (session) => await keepToken(session, account.id, lease, kept));
      return token;
    } catch (error) {
      // Others of this process must not call an end point that is away once for each email, nor one that refuses while the old token lasts.
      if (error instanceof TokenFault) {
        const pauseMs = error.retryAfterSeconds === null ? PAUSE_AFTER_FAULT_MS : error.retryAfterSeconds * 1_000;
        this.#faults.set(fingerprint, { fault: error, until: now() + pauseMs });
      }
      await this.#write(account, async (session) => await giveTokenLeaseBack(session, account.id, lease));
      throw error;
    }
  }

  /** What is written of a fetch is for the others: that it cannot be is no reason to lose the token, or why there is none. The lease ends by itself. */
  async #write(account: SmtpAccount, work: (session: Session) => Promise<void>): Promise<void> {
    try {
      await this.#house.storage.transaction(work);
    } catch (error) {
      this.#house.log.error({ err: error, accountId: account.id }, 'What became of a fetch of an access token could not be written down');
    }
  }

  /** A kept token of these settings and this secret; null where there is none, or it cannot be opened any more. */
  #opened(account: SmtpAccount, fingerprint: string, kept: KeptToken | null): AccessToken | null {
    if (kept === null || kept.fingerprint !== fingerprint) return null;
    const opened = this.#house.secrets.open(kept.sealed, tokenSealOf(account, account.settings ?? BLANK_SETTINGS).binding);
    if (opened.state !== 'OPENED') return null;
    const token = JSON.parse(opened.secret) as AccessToken;
    this.#remembered.set(account.id, { fingerprint, token, renewFrom: kept.renewFrom });
    return token;
  }
}
