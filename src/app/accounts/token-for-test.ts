import type { AccessToken } from '../../domain/access-token.js';
import type { AccountSettings } from '../../domain/account-settings.js';
import { fetchToken } from '../../doors/fetch-token.js';
import type { House } from '../house.js';
import type { OpenedSecrets } from './destination.js';
import { tokenSourceOf, usesToken } from './token-source.js';

/** What a look at a server fetches its token with; null where the settings need none. Nothing of it is kept. It throws SecretMissing when it is called, so that the stages before it are seen. */
export const tokenForTest = (house: House, settings: AccountSettings, secrets: OpenedSecrets): ((signal: AbortSignal) => Promise<AccessToken>) | null => {
  if (!usesToken(settings)) return null;
  const { connectPolicy: policy, tokenEndPoints: endPoints } = house.config;
  return async (signal) => await fetchToken(tokenSourceOf(settings, secrets), { policy, endPoints, now: house.now, signal });
};
