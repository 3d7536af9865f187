import type { SmtpAccount } from '../domain/account.js';
import { EmailArea } from '../domain/area.js';
import { textKey } from '../domain/normalise.js';
import type { RouteWorld } from '../domain/routing.js';
import { accountsAsTheyStand } from './standing-accounts.js';
import type { Session } from './orm.js';
import { outbox, shared } from './outbox.js';

/** What accepting an email depends on, as it holds until the transaction ends. */
export interface PostingWorld extends RouteWorld {
  areaIsKnown(code: string): boolean;
}

/** What a group of emails names: only this is read. */
export interface Named { readonly areas: readonly string[]; readonly accountIds: readonly string[] }

const overridesOf = async (session: Session, areas: readonly string[]) => (areas.length === 0 ? []
  : await outbox(session).selectFrom('area_override').where('area', 'in', areas).select(['area', 'account_id as accountId']).execute());

const knownAreas = async (session: Session, areas: readonly string[]) => (areas.length === 0 ? []
  : await shared(session, outbox(session).selectFrom('email_area').where('code', 'in', areas).select('code').orderBy('code')).execute());

/**
 * Reads, with shared locks, what the routes of some emails depend on. The locks make the answer exact: who switches mail
 * on, resumes an account or erases one waits for the commit, and so finds and frees, or sees, every email that was
 * accepted by the state before. Locks are taken in one order, by ids.
 */
export const postingWorld = async (session: Session, { areas, accountIds }: Named): Promise<PostingWorld> => {
  const { enabled, default_account_id: defaultAccountId, copy_reason: copyReason } = await shared(session, outbox(session).selectFrom('smtp_configuration')
    .where('id', '=', 'smtp').select(['enabled', 'default_account_id', 'copy_reason'])).executeTakeFirstOrThrow();
  const overrides = await overridesOf(session, areas);
  const codes = new Set((await knownAreas(session, areas)).map(({ code }) => code));
  const ids = new Set([...defaultAccountId === null ? [] : [defaultAccountId], ...overrides.map(({ accountId }) => accountId), ...accountIds]);
  const accounts: ReadonlyMap<string, SmtpAccount> = await accountsAsTheyStand(session, [...ids]);
  return {
    configuration: { enabled: enabled === 1, defaultAccountId, overrides, copyReason },
    accountById: (id) => accounts.get(id), areaIsKnown: (code) => codes.has(code),
  };
};

/** Registers an area under a name that no other has: its own, or with a number behind it. */
export const registerArea = async (session: Session, area: EmailArea): Promise<void> => {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? area.name : `${area.name} ${number}`;
    if (await session.findOne(EmailArea, { nameKey: textKey(name) }) !== null) continue;
    area.name = name;
    area.nameKey = textKey(name);
    await session.persist(area).flush();
    return;
  }
};
