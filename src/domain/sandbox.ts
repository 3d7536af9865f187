import type { Fault } from './errors.js';
import type { SettingsInput } from './settings-input.js';

/** What says where and as whom to connect: in the sandbox the catcher on this machine, whatever is written there. */
const FIXED = [
  'server', 'port', 'security', 'authentication', 'accountName', 'password', 'useSendGrid', 'sendGridApiKey',
  'oauthProvider', 'oauthTenantId', 'oauthClientId', 'oauthClientSecret', 'oauthClientEmail', 'oauthPrivateKey',
] as const;

/**
 * Faults of settings given to the sandbox account. They would look as if they were in force, and pass every test, while
 * each email stayed on this machine; so they are refused, but for what they are already.
 */
export const sandboxFaults = (posted: Readonly<Partial<Record<string, unknown>>>, input: SettingsInput, path: readonly string[]): Fault[] =>
  FIXED.filter((field) => input[field] !== undefined && input[field] !== null && input[field] !== '' && input[field] !== posted[field]).map((field) => ({
    code: 'INVALID', path: [...path, field],
    message: 'This is the sandbox: its mail is caught on this machine, whatever is given here. Create another account for a real server.',
  }));
