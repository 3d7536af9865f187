import type { OAuthProvider } from './oauth-settings.js';
import { GOOGLE } from './presets/google.js';
import { MAILBOXES } from './presets/mailboxes.js';
import { MICROSOFT } from './presets/microsoft.js';
import { OWN_SERVERS } from './presets/own-servers.js';
import type { Preset } from './presets/preset.js';
import { SENDERS } from './presets/senders.js';

/** Everything that is known of providers, in the order in which a form offers it. */
export const PRESETS: readonly Preset[] = [...MICROSOFT, ...GOOGLE, ...SENDERS, ...MAILBOXES, ...OWN_SERVERS];

const PLACEHOLDER = /\{[a-z]+\}/g;

/** Whether a server is one of the preset's: its own, or one that fills its placeholder with a single label. */
const isServerOf = (host: string, { server }: Preset): boolean => server !== null
  && new RegExp(`^${server.split(PLACEHOLDER).map((part) => part.replaceAll('.', '\\.')).join('[a-z0-9-]+')}$`).test(host);

/** The preset that a server belongs to, by its name in lower case; null: it is nobody's that is known here. */
export const presetOfServer = (host: string): Preset | null => PRESETS.find((preset) => isServerOf(host, preset)) ?? null;

/** Who gives out the tokens, where a preset can be logged on to by OAuth 2.0. */
export const oauthProviderOf = ({ authentications, relayingPlatform }: Preset): OAuthProvider | null => {
  if (!authentications.includes('OAUTH2')) return null;
  if (relayingPlatform === 'MICROSOFT365') return 'MICROSOFT';
  return relayingPlatform === 'GOOGLE' ? 'GOOGLE' : null;
};

export const presetById = (id: string): Preset | null => PRESETS.find((preset) => preset.id === id) ?? null;

/** The presets whose own domain this is, as of gmail.com; a customer's domain has none. */
export const presetsOfDomain = (domain: string): readonly Preset[] => PRESETS.filter(({ domains }) => domains.includes(domain));

/** Whether a host is what a pattern of {@link Preset.exchangers} names. */
export const isExchangerOf = (host: string, pattern: string): boolean => (pattern.startsWith('.') ? host.endsWith(pattern) : host === pattern);

/** The presets that an MX host, in lower case, tells of. */
export const presetsOfExchanger = (host: string): readonly Preset[] =>
  PRESETS.filter(({ exchangers }) => exchangers.some((pattern) => isExchangerOf(host, pattern)));
