import type { AccessToken } from '../../domain/access-token.js';
import type { SmtpAccount } from '../../domain/account.js';
import type { DeliveryReport, MarkHandOver } from '../../domain/delivery-order.js';
import type { LetGo } from '../../engine/engine.js';
import type { ContentsToSend, EmailToSend } from '../../storage/delivery-content.store.js';
import { emailsToSend } from '../../storage/delivery-content.store.js';
import { giveClaimsBack, renewLeases } from '../../storage/dispatch.store.js';
import { endLeasesOf } from '../../storage/lease.store.js';
import type { Transport } from '../../transport/transport.js';
import type { House } from '../house.js';
import { usesToken } from '../accounts/token-source.js';
import { AccessTokens } from './access-tokens.js';
import { Book } from './book.js';
import { sendByToken } from './by-token.js';
import type { Claimed } from './claim.js';
import { claimAndRoute, LEASE_MS } from './claim.js';
import { Connections } from './connections.js';
import { isTokenLack, notTried } from './not-tried.js';
import { orderFor } from './order.js';
import { patiently } from './patiently.js';
import { parkWaiting } from './pause-by-fault.js';
import { portionsOf } from './portions.js';
import { recoverExpired } from './recover.js';
import { judgeTry } from './settled-email.js';
import { giveTokensBack } from './tokens.js';

/** Three heartbeats a lease: one may fail, and one may be late. */
const HEARTBEAT_MS = LEASE_MS / 3;
/** The feeder is told of free hands at every so many, half of what an account may have: it fills what is free in one go. */
const TELL_EVERY = 50;

/** From which each email takes its body out. */
type Bodies = ContentsToSend['bodies'];

/**
 * Delivers emails by id: claims them, finds their way, hands each to the transport under a hand-over mark, and settles it
 * by what came of it. The leases of all in hand are renewed by a heartbeat. An id that is not due, or somebody else's,
 * is passed over; a failure of ours leaves the decision to the end of the lease, which is always safe.
 */
export class Delivery {
  readonly #house: House;
  readonly #transport: Transport;
  readonly #holder: string;
  readonly #book: Book;
  readonly #connections: Connections;
  readonly #tokens: AccessTokens;
  readonly #inHand = new Map<string, Claimed>();
  /** Accounts that a fault pauses, by id, with the version at which it was seen: what was claimed with that is not tried any more. */
  readonly #faulty = new Map<string, number>();
  #heartbeat: NodeJS.Timeout | null = null;
  /** Hands that the feeder was not told of yet. */
  #freed = 0;

  constructor(house: House, transport: Transport, holder: string) {
    this.#house = house;
    this.#transport = transport;
    this.#holder = holder;
    this.#book = new Book(house);
    this.#tokens = new AccessTokens(house);
    this.#connections = new Connections(house, holder, async (accountId) => await transport.release(accountId));
  }

  start(): void {
    this.#heartbeat ??= setInterval(() => { void this.#renew(); }, HEARTBEAT_MS).unref();
    this.#connections.start();
  }

  /**
   * Call it when nothing is in hand, or nothing more shall be waited for: what was not handed over is due again, what was is not
   * known. No answer that comes later changes anything.
   */
  async stop(): Promise<void> {
    clearInterval(this.#heartbeat ?? undefined);
    this.#heartbeat = null;
    if (this.#inHand.size > 0) await this.#leaveAll();
    await this.#connections.stop();
  }

  readonly deliver = async (ids: readonly string[], letGo: LetGo = () => {}): Promise<void> => {
    const { log } = this.#house;
    let mine: readonly Claimed[] = [];
    try {
      const { claimed, parked } = await claimAndRoute(this.#house, this.#holder, ids);
      mine = claimed;
      for (const one of claimed) this.#inHand.set(one.emailId, one);
      const ours = new Set(claimed.map(({ emailId }) => emailId));
      for (const id of ids) if (!ours.has(id)) letGo(id);
      for (const id of [...parked, ...claimed.map(({ emailId }) => emailId)]) this.#house.announcements.emit('emailChanged', id);
      if (claimed.length === 0) return;
      const beyond = await this.#connections.admit(claimed);
      await this.#giveBack(beyond);
      for (const { emailId } of beyond) {
        this.#house.announcements.emit('emailChanged', emailId);
        letGo(emailId);
      }
      await Promise.all(portionsOf(claimed.filter((one) => !beyond.includes(one))).map(async (portions) => {
        for (const portion of portions) await this.#tryAll(portion, letGo);
      }));
    } catch (error) {
      log.error({ err: error }, 'Emails could not be delivered; the end of their leases decides');
    } finally {
      for (const one of mine) this.#letGo(one);
    }
  };

  async #tryAll(claimed: readonly Claimed[], letGo: LetGo): Promise<void> {
    const { emails, bodies } = await emailsToSend(this.#house.storage.read(), claimed.map(({ emailId }) => emailId));
    const byId = new Map(emails.map((toSend) => [toSend.email.id, toSend]));
    await Promise.all(claimed.map(async (one) => {
      const toSend = byId.get(one.emailId);
      if (toSend !== undefined) await this.#try(one, toSend, bodies);
      letGo(one.emailId);
    }));
  }

  async #try(claimed: Claimed, toSend: EmailToSend, bodies: Bodies): Promise<void> {
    const { log, now, announcements } = this.#house;
    const { account } = claimed;
    try {
      if (this.#faulty.get(account.id) === account.version) {
        await patiently(this.#house, LEASE_MS, async () => await this.#giveBack([claimed]));
        return;
      }
      const startedAt = now();
      const { report, marked } = await this.#send(claimed, toSend, bodies);
      const judged = judgeTry({ claimed, toSend, startedAt, endedAt: now(), report, marked, chance: Math.random(), house: this.#house.config });
      if (judged?.settlement.pauseAccount) this.#halt(account);
      const written = judged !== null && await patiently(this.#house, LEASE_MS, async () => await this.#book.settle(judged));
      if (judged === null) await patiently(this.#house, LEASE_MS, async () => await this.#giveBack([claimed], true));
      else if (!written) log.warn({ emailId: claimed.emailId, outcome: report.outcome }, 'A claim was lost before its email was settled');
      announcements.emit('emailChanged', claimed.emailId);
      if (judged?.settlement.pauseAccount) {
        this.#house.wakeHealth();
        await parkWaiting(this.#house, account.id);
      }
    } catch (error) {
      // Whether it was paused is not known: it may have to be tried again.
      this.#faulty.delete(account.id);
      log.error({ err: error, emailId: claimed.emailId }, 'An email could not be settled; the end of its lease decides');
    } finally {
      this.#letGo(claimed);
      this.#tell();
    }
  }

  async #send(claimed: Claimed, toSend: EmailToSend, bodies: Bodies): Promise<{ report: DeliveryReport; marked: boolean }> {
    let marked = false;
    const { account } = claimed;
    const mark = async (): Promise<boolean> => {
      marked = await this.#book.mark(claimed);
      // What it could be refused for concerns all that wait with it: their claims are better made anew.
      if (!marked) this.#takeBack(account);
      return marked;
    };
    if (account.sandbox || account.settings === null || !usesToken(account.settings)) {
      return { report: await this.#handOver(claimed, toSend, bodies, mark), marked };
    }
    const report = await sendByToken(this.#tokens, account, async (token, again) => {
      // The first try took the body out, so that it would not lie in memory.
      const { bodies: read } = again ? await emailsToSend(this.#house.storage.read(), [claimed.emailId]) : { bodies };
      return await this.#handOver(claimed, toSend, read, mark, token);
    }).catch((error: unknown) => {
      if (!isTokenLack(error)) throw error;
      return notTried(error, account);
    });
    return { report, marked };
  }

  /** Not async: what waits for a report would keep the body in memory, and of hundreds in hand all of them, long after it is on its way. */
  #handOver(claimed: Claimed, toSend: EmailToSend, bodies: Bodies, mark: MarkHandOver, token: AccessToken | null = null): Promise<DeliveryReport> {
    const body = bodies.get(claimed.emailId);
    bodies.delete(claimed.emailId);
    try {
      return this.#transport.send(orderFor(this.#house, claimed, toSend, body, this.#connections.of(claimed.account), token), mark);
    } catch (error) {
      return Promise.resolve(notTried(error, claimed.account));
    }
  }

  /** Tries nothing more that was claimed with what the account was refused for: each try would be a log-on with a wrong password. */
  #halt(account: SmtpAccount): void {
    this.#faulty.set(account.id, account.version);
    this.#takeBack(account);
  }

  /** What waits for a connection of the account comes back, and is given back. */
  #takeBack({ id }: SmtpAccount): void {
    this.#transport.release(id).catch((error: unknown) => { this.#house.log.error({ err: error }, 'What waits for a connection could not be taken back'); });
  }

  async #leaveAll(): Promise<void> {
    await this.#giveBack([...this.#inHand.values()]);
    await this.#house.storage.transaction(async (session) => await endLeasesOf(session, [this.#holder]));
    await recoverExpired(this.#house);
  }

  async #giveBack(claims: readonly Claimed[], evenIfMarked = false): Promise<void> {
    if (claims.length === 0) return;
    await this.#house.storage.transaction(async (session) => {
      const given = await giveClaimsBack(session, claims, evenIfMarked);
      await giveTokensBack(session, given.flatMap(({ tokens }) => tokens));
    });
  }

  #tell(): void {
    this.#freed += 1;
    if (this.#freed < TELL_EVERY && this.#inHand.size > 0) return;
    this.#freed = 0;
    this.#house.wakeDelivery();
  }

  /** An older claim that ends late leaves a newer one of the same email to the heartbeat. */
  #letGo(claimed: Claimed): void {
    this.#connections.leave(claimed);
    if (this.#inHand.get(claimed.emailId) === claimed) this.#inHand.delete(claimed.emailId);
  }

  async #renew(): Promise<void> {
    const ids = [...this.#inHand.keys()];
    if (ids.length === 0) return;
    try {
      await this.#house.storage.transaction(async (session) => await renewLeases(session, ids, this.#holder, this.#house.now() + LEASE_MS));
    } catch (error) {
      this.#house.log.error({ err: error }, 'Leases could not be renewed');
    }
  }
}
