import type { ApplicationToken } from '../../domain/people.js';
import type { Grant } from '../../domain/permission.js';
import { grantsOfEach } from '../../storage/access-record.store.js';
import { allTokens } from '../../storage/application-token.store.js';
import type { House } from '../house.js';

/** All application tokens, revoked ones too, by name. */
export const applicationTokens = async (house: House): Promise<ApplicationToken[]> => await allTokens(house.storage.read());

export const grantsOfTokens = async (house: House, ids: readonly string[]): Promise<Map<string, Grant[]>> =>
  await grantsOfEach(house.storage.read(), 'APPLICATION_TOKEN', ids);
