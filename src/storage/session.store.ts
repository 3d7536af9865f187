import { inPortions } from './employee.store.js';
import { SessionRow } from './entities/people.entity.js';
import type { Session } from './orm.js';

/** A signed-in employee; times in UTC milliseconds, `tokenHash` the SHA-256 of what the bearer has. */
export interface NewSession {
  readonly id: string;
  readonly tokenHash: string;
  readonly employeeId: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly address: string;
}

/** Opens a session and sweeps out those whose time is over, so that the table holds no more than is in use. */
export const addSession = async (session: Session, row: NewSession): Promise<void> => {
  await session.nativeDelete(SessionRow, { expiresAt: { $lte: row.createdAt } });
  session.persist(session.create(SessionRow, row));
};

export const sessionByHash = async (session: Session, tokenHash: string): Promise<SessionRow | null> =>
  await session.findOne(SessionRow, { tokenHash });

export const endSession = async (session: Session, id: string): Promise<void> => {
  await session.nativeDelete(SessionRow, { id });
};

/** Ends every session of these employees, but for one that may stay. */
export const endSessionsOf = async (session: Session, employeeIds: readonly string[], except: string | null = null): Promise<void> => {
  await inPortions(employeeIds, async (some) => {
    await session.nativeDelete(SessionRow, { employeeId: { $in: some }, ...(except === null ? {} : { id: { $ne: except } }) });
    return [];
  });
};
