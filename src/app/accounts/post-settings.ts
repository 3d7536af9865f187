import type { SecretField } from '../../domain/account-settings.js';
import { BLANK_SETTINGS, SECRET_FIELDS } from '../../domain/account-settings.js';
import type { SmtpAccount } from '../../domain/account.js';
import { sealedColumnOf } from '../../domain/account.js';
import type { Change } from '../../domain/audit-event.js';
import { changesBetween, secretChange } from '../../domain/audit-event.js';
import type { SignedInCaller } from '../../domain/caller.js';
import { Problem, refuseIfAny } from '../../domain/errors.js';
import { may } from '../../domain/permission.js';
import { sandboxFaults } from '../../domain/sandbox.js';
import type { SettingsInput } from '../../domain/settings-input.js';
import { layOver, postFaults, secretBinding, settingsFaults } from '../../domain/settings-input.js';
import { accountForChange, setAccountKeys } from '../../storage/account.store.js';
import { forgetToken } from '../../storage/oauth-token.store.js';
import type { Outcome } from '../change.js';
import { change, expectVersion, found } from '../change.js';
import { freeAccount } from '../delivery/free.js';
import { lookAtWhatIsPosted } from '../health/mended.js';
import type { House } from '../house.js';
import { referenceFaults } from './carriage-references.js';
import { privateKeyFaults } from './private-key.js';
import { secretFor } from './secrets.js';

/** `add` without `modify` may post the first settings of a record that it created, and nothing else. */
const mayPost = (caller: SignedInCaller, account: SmtpAccount): boolean => may(caller.rights, 'SMTP_ACCOUNTS', 'modify')
  || (account.settings === null && account.createdById !== null && account.createdById === caller.id);

/** Seals the secrets for the settings to come, and says which of them changed. */
const sealSecrets = (house: House, account: SmtpAccount, after: typeof BLANK_SETTINGS, input: SettingsInput): Change[] =>
  SECRET_FIELDS.flatMap((field) => {
    const column = sealedColumnOf(field);
    const secret = secretFor(house.secrets, account, field, after, input);
    // A stored secret that the new settings may not use is dropped: it must not look as if there were one.
    const keeps = !input[field] && input[field] !== null && (secret.state === 'OPENED' || account[column] === null);
    if (keeps) return [];
    const had = account[column] !== null;
    account[column] = secret.state === 'OPENED' ? house.secrets.seal(secret.secret, secretBinding(account.id, field, after)) : null;
    return had || account[column] !== null ? [secretChange(field)] : [];
  });

/**
 * Puts edited settings in force, in one step: fields left out stay as they are, null clears. Stored secrets are kept only
 * where what they are bound to is unchanged. Mended settings also end a pause that a fault of log-on or relay caused, and free what waited.
 */
export const postSmtpAccountSettings = async (
  house: House, caller: SignedInCaller, input: { id: string; settings: SettingsInput; version: number },
): Promise<Outcome<SmtpAccount>> => {
  const outcome = await change(house, caller, async (desk) => {
    const account = found(await accountForChange(desk.session, input.id), 'SMTP account');
    if (!mayPost(caller, account)) throw new Problem('FORBIDDEN', 'You may post the first settings of accounts that you created, and no others');
    expectVersion(account, input.version);
    const before = account.settings ?? BLANK_SETTINGS;
    const after = layOver(before, input.settings);
    const available = (field: SecretField): boolean => secretFor(house.secrets, account, field, after, input.settings).state === 'OPENED';
    refuseIfAny([
      ...settingsFaults(after, input.settings, ['settings']), ...(account.sandbox ? sandboxFaults({ ...before }, input.settings, ['settings']) : []),
      ...postFaults(after, available, ['settings']), ...privateKeyFaults(input.settings, ['settings']),
      ...await referenceFaults(desk.session, account, after, ['settings']),
    ]);
    const secretChanges = sealSecrets(house, account, after, input.settings);
    account.settings = after;
    // Fetched for what was posted before; another secret may be another application's.
    await forgetToken(desk.session, account.id);
    account.version += 1;
    account.updatedAt = desk.now;
    if (account.pauseReason === 'FAULT') {
      account.pausedAt = null;
      account.pauseReason = null;
      account.pauseDiagnosisId = null;
    }
    if (account.pausedAt === null) await freeAccount(desk, account.id);
    await lookAtWhatIsPosted(desk, account.id, [before, after], secretChanges.some(({ field }) => field === 'oauthClientSecret'));
    setAccountKeys(account);
    desk.audit('POSTED', { type: 'SMTP_ACCOUNT', id: account.id, name: account.name }, [...changesBetween({ ...before }, { ...after }), ...secretChanges]);
    return account;
  });
  house.wakeDelivery();
  house.wakeHealth();
  return outcome;
};
