import { Alert } from '../domain/alert.js';
import type { Session } from './orm.js';

/** Writes alerts with the change that they tell of: both are kept, or neither. */
export const addAlerts = (session: Session, alerts: readonly Alert[]): void => {
  for (const alert of alerts) session.persist(alert);
};

/** What is to be told now, the oldest first. What only waits to be posted again does not stand in the way of the others. */
export const pendingAlerts = async (session: Session, now: number, limit: number): Promise<Alert[]> =>
  await session.find(Alert, { done: false, $or: [{ mailedAt: null }, { nextPostAt: { $lte: now } }] }, { orderBy: { id: 'asc' }, limit });

/** Notes how far an alert got. */
export const noteAlert = async (session: Session, { id }: Alert, got: Partial<Pick<Alert, 'mailedAt' | 'postedAt' | 'postTries' | 'nextPostAt' | 'done'>>): Promise<void> => {
  await session.nativeUpdate(Alert, { id }, got);
};

/** Old ones go: what they told is in the audit of the account's tests and in its health. */
export const forgetAlerts = async (session: Session, before: number): Promise<void> => {
  await session.nativeDelete(Alert, { done: true, at: { $lt: before } });
};

export const forgetAlertsOf = async (session: Session, accountId: string): Promise<void> => {
  await session.nativeDelete(Alert, { accountId });
};
