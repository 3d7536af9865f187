import type { Authentication, Security } from '../account-settings.js';
import type { RelayingPlatform } from '../relaying/vocabulary.js';

/** A port that a provider takes mail on, and how the connection is protected there. */
export interface PresetPort { readonly port: number; readonly security: Security }

/** What is known of a provider, from its own documentation: enough to fill the settings of an account but for its secrets. */
export interface Preset {
  /** Never changes. */
  readonly id: string;
  readonly name: string;
  /** The server; `{region}` and `{tenant}` stand for what only the customer knows. Null: a server of your own, or none is needed. */
  readonly server: string | null;
  /** What to write for a placeholder, or for a server of your own; null: nothing needs to be said. */
  readonly serverHint: string | null;
  /** Through SendGrid's API, which needs neither server nor port. */
  readonly useSendGrid: boolean;
  /** Best first. */
  readonly ports: readonly PresetPort[];
  /** Best first. */
  readonly authentications: readonly Authentication[];
  /** The account name where it is the same for everybody. */
  readonly accountName: string | null;
  readonly accountNameHint: string | null;
  /** Whether one logs on with the address that one sends from: of any domain kept there, of the provider's own domains only, or never. */
  readonly addressLogsOn: 'ANY_DOMAIN' | 'OWN_DOMAINS' | 'NEVER';
  readonly passwordHint: string | null;
  /** Limits that the provider publishes, in words; empty: none are known here. */
  readonly limits: readonly string[];
  /** The vendor's page that all of this is from. */
  readonly link: string;
  readonly relayingPlatform: RelayingPlatform | null;
  /** Whose addresses end in these logs on here: domains of the provider itself, not of its customers. */
  readonly domains: readonly string[];
  /** The MX hosts that tell of this provider: a name, or a name and all below it where it begins with a dot. */
  readonly exchangers: readonly string[];
}

/** What most presets have in common. */
const PLAIN = {
  serverHint: null, useSendGrid: false, authentications: ['PASSWORD'], accountName: null, accountNameHint: null, addressLogsOn: 'NEVER', passwordHint: null,
  limits: [], relayingPlatform: null, domains: [], exchangers: [],
} satisfies Partial<Preset>;

type Given = Pick<Preset, 'id' | 'name' | 'server' | 'ports' | 'link'> & Partial<Preset>;

/** A preset of what is particular about it. */
export const preset = (given: Given): Preset => ({ ...PLAIN, ...given });

/** STARTTLS on these ports. */
export const startTlsOn = (...ports: readonly number[]): PresetPort[] => ports.map((port) => ({ port, security: 'STARTTLS' }));

/** TLS from the first byte on these ports. */
export const tlsOn = (...ports: readonly number[]): PresetPort[] => ports.map((port) => ({ port, security: 'TLS' }));
