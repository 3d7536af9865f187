import { LockMode } from '@mikro-orm/core';
import { EmailArea } from '../domain/area.js';
import { SmtpConfiguration } from '../domain/configuration.js';
import { AreaOverrideRow } from './entities/configuration.entity.js';
import type { Session } from './orm.js';

const withOverrides = async (session: Session, configuration: SmtpConfiguration): Promise<SmtpConfiguration> => {
  const rows = await session.find(AreaOverrideRow, {}, { orderBy: { area: 'asc' } });
  configuration.overrides = rows.map(({ area, accountId }) => ({ area, accountId }));
  return configuration;
};

/** The configuration with its overrides. */
export const configuration = async (session: Session): Promise<SmtpConfiguration> =>
  await withOverrides(session, await session.findOneOrFail(SmtpConfiguration, { id: 'smtp' }));

export const configurationForChange = async (session: Session): Promise<SmtpConfiguration> =>
  await withOverrides(session, await session.findOneOrFail(SmtpConfiguration, { id: 'smtp' }, { lockMode: LockMode.PESSIMISTIC_WRITE }));

/** Writes the overrides that a configuration now has, in place of those it had. */
export const saveOverrides = async (session: Session, { overrides }: SmtpConfiguration): Promise<void> => {
  await session.nativeDelete(AreaOverrideRow, {});
  if (overrides.length > 0) await session.insertMany(AreaOverrideRow, overrides.map((override) => ({ ...override })));
};

/** All areas, by code. */
export const areas = async (session: Session): Promise<EmailArea[]> => await session.find(EmailArea, {}, { orderBy: { code: 'asc' } });
