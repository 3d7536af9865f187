import { EmailArea } from '../domain/area.js';
import { SmtpConfiguration } from '../domain/configuration.js';
import { textKey } from '../domain/normalise.js';
import type { Session } from './orm.js';

/** Whether a first start has been made here. */
export const isSeeded = async (session: Session): Promise<boolean> => await session.count(SmtpConfiguration, {}) > 0;

/** Writes the areas that every installation starts with, and its one configuration. */
export const seedConfiguration = (
  session: Session, areas: readonly (readonly [code: string, name: string])[],
  configuration: Pick<SmtpConfiguration, 'enabled' | 'defaultAccountId' | 'contentRetentionDays' | 'emailRetentionDays'>, now: number,
): void => {
  for (const [code, name] of areas) session.persist(new EmailArea({ code, name, nameKey: textKey(name), createdAt: now }));
  session.persist(new SmtpConfiguration({ ...configuration, updatedAt: now }));
};
