import { LockMode } from '@mikro-orm/core';
import { EmailArea } from '../domain/area.js';
import type { RecordRef } from '../domain/errors.js';
import { textKey } from '../domain/normalise.js';
import type { Session } from './orm.js';
import type { OutboxTables } from './outbox-tables.js';

export const areaByCode = async (session: Session, code: string): Promise<EmailArea | null> => await session.findOne(EmailArea, { code });

/** The area, locked until the transaction ends. */
export const areaForChange = async (session: Session, code: string): Promise<EmailArea | null> =>
  await session.findOne(EmailArea, { code }, { lockMode: LockMode.PESSIMISTIC_WRITE });

/** Those of the codes that are areas; none of these can be erased until the transaction ends. */
export const areasHeld = async (session: Session, codes: readonly string[]): Promise<ReadonlySet<string>> => {
  if (codes.length === 0) return new Set();
  const found = await session.find(EmailArea, { code: { $in: codes } }, { lockMode: LockMode.PESSIMISTIC_READ, orderBy: { code: 'asc' } });
  return new Set(found.map(({ code }) => code));
};

export const areaByName = async (session: Session, name: string): Promise<EmailArea | null> =>
  await session.findOne(EmailArea, { nameKey: textKey(name) });

export const addArea = (session: Session, area: EmailArea): void => {
  session.persist(area);
};

export const removeArea = (session: Session, area: EmailArea): void => {
  session.remove(area);
};

/** Where an area is used, so that it cannot be erased: its override, and emails that are not final. */
export const areaUses = async (session: Session, code: string): Promise<RecordRef[]> => {
  const db = session.getKysely<OutboxTables & { area_override: { area: string; account_id: string }; smtp_account: { id: string; name: string } }>({ type: 'read' });
  const overrides = await db.selectFrom('area_override').innerJoin('smtp_account', 'smtp_account.id', 'area_override.account_id')
    .where('area', '=', code).select('smtp_account.name as name').execute();
  const unsent = await db.selectFrom('dispatch').innerJoin('email', 'email.id', 'dispatch.email_id').where('dispatch.area', '=', code)
    .select(['email.id as id', 'email.subject as name']).limit(20).execute();
  return [
    ...overrides.map(({ name }) => ({ type: 'Override', id: code, name })),
    ...unsent.map((email) => ({ type: 'Unsent email', ...email })),
  ];
};
