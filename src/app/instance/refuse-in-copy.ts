import { refuse } from '../../domain/errors.js';
import { copyWords } from '../../domain/routing.js';
import { configuration } from '../../storage/configuration.store.js';
import type { Session } from '../../storage/orm.js';

/** Refuses to send anything again, or to let it go, while the database is taken for a copy: it would only be parked anew. */
export const refuseInCopy = async (session: Session, path: readonly string[]): Promise<void> => {
  const { copyReason } = await configuration(session);
  if (copyReason !== null) refuse('WRONG_STATE', path, copyWords(copyReason));
};
