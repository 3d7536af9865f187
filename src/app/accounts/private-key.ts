import { createPrivateKey } from 'node:crypto';
import type { Fault } from '../../domain/errors.js';
import { pemOf, privateKeyFault } from '../../domain/oauth-settings.js';
import type { SettingsInput } from '../../domain/settings-input.js';

/** RS256 with fewer is refused by the library that signs, and by Google (RFC 7518 section 3.3). */
const BITS_MIN = 2_048;

const faultOf = (pem: string): string | null => {
  try {
    const key = createPrivateKey(pem);
    const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
    return key.asymmetricKeyType === 'rsa' && bits >= BITS_MIN ? null : `Give an RSA key of at least ${BITS_MIN} bits, as Google makes it for a service account.`;
  } catch {
    // OpenSSL's words say nothing to people, and could quote the key.
    return 'This is no private key, or not all of it: copy private_key whole out of the JSON file of the service account.';
  }
};

/** Whether a private key that was typed is one, beyond its form, which the domain judges. */
export const privateKeyFaults = ({ oauthPrivateKey: typed }: SettingsInput, path: readonly string[]): Fault[] => {
  if (typed === undefined || typed === null || typed === '' || privateKeyFault(typed) !== null) return [];
  const message = faultOf(pemOf(typed));
  return message === null ? [] : [{ code: 'INVALID', message, path: [...path, 'oauthPrivateKey'] }];
};
