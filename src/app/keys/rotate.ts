import type { SecretField } from '../../domain/account-settings.js';
import { BLANK_SETTINGS, SECRET_FIELDS } from '../../domain/account-settings.js';
import type { SmtpAccountRef } from '../../domain/account.js';
import { refOf, sealedColumnOf } from '../../domain/account.js';
import { secretBinding } from '../../domain/settings-input.js';
import { allAccountsForChange } from '../../storage/account.store.js';
import { addKeyToFile } from '../../storage/key-file.js';
import { openSecret } from '../accounts/secrets.js';
import type { Outcome } from '../change.js';
import { change } from '../change.js';
import { COMMAND } from '../first-start.js';
import type { House } from '../house.js';

/** What a rotation came to: how many secrets were sealed anew, and which could not be opened and stay as they are. */
export interface Rotation {
  readonly sealedAnew: number;
  readonly unreadable: readonly { readonly account: SmtpAccountRef; readonly field: SecretField }[];
  /** Where the old keys still stand: they are no longer needed when nothing was unreadable. */
  readonly keysFrom: 'FILE' | 'ENVIRONMENT';
}

/**
 * Seals every stored secret with the newest key, all in one transaction. Where the ring is a file, a new key is put in
 * front of it first; it is on the disk before anything is sealed with it. A secret that no key opens is left as it is
 * and named: an older key may turn up again.
 */
export const rotateKeys = async (house: House): Promise<Outcome<Rotation>> => {
  const keysFrom = house.config.secretKeys === null ? 'FILE' : 'ENVIRONMENT';
  if (keysFrom === 'FILE') addKeyToFile(house.config.dataFolder);
  return await change(house, COMMAND, async (desk) => {
    const unreadable: { account: SmtpAccountRef; field: SecretField }[] = [];
    let sealedAnew = 0;
    for (const account of await allAccountsForChange(desk.session)) {
      const settings = account.settings ?? BLANK_SETTINGS;
      for (const field of SECRET_FIELDS) {
        const opened = openSecret(house.secrets, account, field, settings);
        if (opened.state === 'UNREADABLE') unreadable.push({ account: refOf(account), field });
        if (opened.state !== 'OPENED') continue;
        account[sealedColumnOf(field)] = house.secrets.seal(opened.secret, secretBinding(account.id, field, settings));
        sealedAnew += 1;
      }
    }
    desk.audit('KEYS_ROTATED', { type: 'INSTALLATION', id: null, name: null }, [
      { field: 'sealedAnew', before: null, after: String(sealedAnew) }, { field: 'unreadable', before: null, after: String(unreadable.length) },
    ]);
    return { sealedAnew, unreadable, keysFrom };
  });
};
