import type { AuditAction, AuditSubject, Change } from '../domain/audit-event.js';
import { AuditEvent, touchesRights } from '../domain/audit-event.js';
import type { Caller } from '../domain/caller.js';
import type { Fault } from '../domain/errors.js';
import { Refused, refuse } from '../domain/errors.js';
import { addAuditEvent } from '../storage/audit.store.js';
import type { Session } from '../storage/orm.js';
import { stampRights } from '../storage/rights-stamp.store.js';
import type { House } from './house.js';

/** What an audit event is about. */
export interface Subject { readonly type: AuditSubject; readonly id: string | null; readonly name: string | null }

/** The desk at which one change is made: the transaction's session, the time of it all, and the audit book. */
export interface Desk {
  readonly session: Session;
  readonly now: number;
  readonly newId: () => string;
  /** In the caller's name, unless another is given: who signs in is nobody before, and somebody after. */
  audit(action: AuditAction, subject: Subject, changes?: readonly Change[], actor?: Caller): void;
  /** Has it announced after the commit that emails changed. */
  announce(emailIds: readonly string[]): void;
}

/** Of emails that change together, so many are announced: who looks at more than that looks anew. */
const ANNOUNCED_AT_MOST = 10_000;

/** What a mutation came to: the changed record, or the faults, with the record as it now stands when the caller was stale. */
export interface Outcome<T> { readonly value: T | null; readonly faults: readonly Fault[] }

/** An audit event in the caller's name. */
export const auditEvent = (house: House, caller: Caller, now: number, action: AuditAction, subject: Subject, changes: readonly Change[]): AuditEvent =>
  new AuditEvent({
    id: house.newId(), at: now,
    actorKind: caller.kind, actorId: caller.kind === 'SIGNED_OUT' ? null : caller.id,
    actorName: caller.kind === 'SIGNED_OUT' ? 'signed out' : caller.name.slice(0, 100),
    address: caller.kind === 'COMMAND' ? null : caller.address,
    action, subject: subject.type, subjectId: subject.id, subjectName: subject.name?.slice(0, 200) ?? null, changes,
  });

/** Runs work that may refuse: the faults are then the answer. Anything else thrown is a failure of ours and goes up. */
export const outcomeOf = async <T>(work: () => Promise<T>): Promise<Outcome<T>> => {
  try {
    return { value: await work(), faults: [] };
  } catch (error) {
    if (error instanceof Refused) return { value: (error.current ?? null) as T | null, faults: error.faults };
    throw error;
  }
};

/**
 * The way of every change: one transaction in which the work validates, changes and writes its audit. When the work
 * refuses, nothing of it is kept, and the faults are the answer. What its audit says decides whether rights get another
 * stamp, which makes every process ask anew whom it serves: no change of them can forget to.
 */
export const change = async <T>(house: House, caller: Caller, work: (desk: Desk) => Promise<T>): Promise<Outcome<T>> => {
  let changed: string[] = [];
  const outcome = await outcomeOf(async () => await house.storage.transaction(async (session) => {
    const now = house.now();
    let rightsTouched = false;
    changed = [];
    const value = await work({
      session, now, newId: house.newId,
      announce: (emailIds) => { changed.push(...emailIds.slice(0, ANNOUNCED_AT_MOST - changed.length)); },
      audit: (action, subject, changes = [], actor = caller) => {
        rightsTouched ||= touchesRights(action, subject.type);
        addAuditEvent(session, auditEvent(house, actor, now, action, subject, changes));
      },
    });
    if (rightsTouched) await stampRights(session, house.newId());
    return value;
  }));
  if (outcome.faults.length === 0) for (const id of changed) house.announcements.emit('emailChanged', id);
  return outcome;
};

/** Refuses when the record changed since the caller saw it, giving it the record as it now stands. */
export const expectVersion = (record: { version: number }, version: number, current: unknown = record): void => {
  if (record.version === version) return;
  throw new Refused([{
    code: 'STALE_VERSION', path: ['version'],
    message: `Somebody changed this record since: it is at version ${record.version} now, you saw ${version}`,
  }], current);
};

/** The record, or NOT_FOUND at the path. */
export const found = <T>(record: T | null | undefined, what: string, path: readonly string[] = ['id']): T =>
  record ?? refuse('NOT_FOUND', path, `There is no such ${what}`);
