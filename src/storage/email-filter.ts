import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { addressKey, parseMailbox } from '../domain/address.js';
import type { EmailStatus, ParkedReason } from '../domain/email.js';
import type { OutboxTables } from './outbox-tables.js';

/** What a list of emails can be narrowed to; all that is given must hold. Times are UTC milliseconds. */
export interface EmailFilter {
  readonly status?: readonly EmailStatus[] | null;
  readonly parkedReason?: readonly ParkedReason[] | null;
  readonly area?: string | null;
  /** The account of the route that was found last. */
  readonly accountId?: string | null;
  /** An address in any spelling. */
  readonly recipient?: string | null;
  /** With or without angle brackets. */
  readonly messageId?: string | null;
  readonly sourceType?: string | null;
  readonly sourceId?: string | null;
  readonly batch?: string | null;
  readonly diagnosisId?: string | null;
  readonly acceptedFrom?: number | null;
  readonly acceptedBefore?: number | null;
  /** Whether the fallback of its account stepped in. */
  readonly byFallback?: boolean | null;
}

/** Which emails somebody may know of: those of some areas or of all, and, where `senderId` is given, its own. */
export interface EmailVisibility {
  readonly areas: 'all' | readonly string[];
  readonly senderId: string | null;
}

type Builder = ExpressionBuilder<OutboxTables, 'email'>;

const visible = (eb: Builder, { areas, senderId }: EmailVisibility): Expression<SqlBool>[] => {
  if (areas === 'all') return [];
  return [eb.or([
    ...(areas.length === 0 ? [] : [eb('email.area', 'in', [...areas])]),
    ...(senderId === null ? [] : [eb('email.sender_id', '=', senderId)]),
  ])];
};

const COLUMNS = {
  area: 'area', accountId: 'account_id', sourceType: 'source_type', sourceId: 'source_id', batch: 'batch', diagnosisId: 'diagnosis_id',
} as const;

/** The conditions of a filter for somebody. An empty list of statuses or reasons matches nothing, as it says. */
export const emailConditions = (eb: Builder, filter: EmailFilter, visibility: EmailVisibility): Expression<SqlBool> => {
  const conditions = visible(eb, visibility);
  for (const [field, column] of Object.entries(COLUMNS) as [keyof typeof COLUMNS, (typeof COLUMNS)[keyof typeof COLUMNS]][]) {
    const value = filter[field];
    if (value != null) conditions.push(eb(`email.${column}`, '=', value));
  }
  // `in ()` is no SQL; a condition that never holds is.
  const among = <T extends string>(column: 'email.status' | 'email.parked_reason', values: readonly T[]) =>
    conditions.push(values.length === 0 ? eb('email.id', 'is', null) : eb(column, 'in', values as never));
  if (filter.status != null) among('email.status', filter.status);
  if (filter.parkedReason != null) among('email.parked_reason', filter.parkedReason);
  if (filter.recipient != null) {
    const address = parseMailbox(filter.recipient)?.address ?? filter.recipient;
    conditions.push(eb('email.id', 'in', eb.selectFrom('recipient').select('recipient.email_id').where('recipient.address_key', '=', addressKey(address))));
  }
  if (filter.messageId != null) conditions.push(eb('email.message_id', '=', filter.messageId.trim().replace(/^<(.*)>$/, '$1')));
  if (filter.acceptedFrom != null) conditions.push(eb('email.accepted_at', '>=', filter.acceptedFrom));
  if (filter.acceptedBefore != null) conditions.push(eb('email.accepted_at', '<', filter.acceptedBefore));
  if (filter.byFallback != null) {
    conditions.push(eb('email.id', filter.byFallback ? 'in' : 'not in', eb.selectFrom('email_fallback').select('email_fallback.email_id')));
  }
  return eb.and(conditions);
};
