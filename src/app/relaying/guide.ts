import { applicationOf, logOnNameOf, senderOf } from '../../domain/account-settings.js';
import type { RelayingGuide, RelayingPlatform } from '../../domain/relaying.js';
import { RELAYING_PLATFORMS, relayingGuide } from '../../domain/relaying.js';
import { accountById } from '../../storage/account.store.js';
import type { House } from '../house.js';

const blanksOf = ({ config: { ehloName, publicAddress } }: House) => ({ host: null, port: null, user: null, from: null, ehloName, publicAddress });

/** Every page, filled in with what is known of this house. */
export const relayingGuides = (house: House): RelayingGuide[] => RELAYING_PLATFORMS.map((platform) => relayingGuide(platform, blanksOf(house)));

/** A page; with an account its server, port, log-on and From are filled in too. Null: there is no such account. */
export const relayingGuideFor = async (house: House, platform: RelayingPlatform, accountId: string | null): Promise<RelayingGuide | null> => {
  if (accountId === null) return relayingGuide(platform, blanksOf(house));
  const account = await accountById(house.storage.read(), accountId);
  if (account === null) return null;
  const { settings } = account;
  return relayingGuide(platform, settings === null ? blanksOf(house) : {
    ...blanksOf(house), host: settings.server, port: settings.port, user: settings.accountName ?? logOnNameOf(settings), clientId: applicationOf(settings), from: senderOf(settings).address,
  });
};
