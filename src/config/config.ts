import type { ConnectPolicy } from '../doors/connect.js';
import type { TokenEndPoints } from '../doors/token-source.js';
import type { DatabaseAddress } from '../storage/address.js';

export const ROLES = ['all', 'api', 'worker'] as const;
export type ProcessRole = (typeof ROLES)[number];

/** Every knob, parsed. Names of the environment variables stand in environment.ts. */
export interface Config {
  readonly database: DatabaseAddress;
  /** Redis or Valkey, by which processes of one installation work together. Unset: emails are carried inside this process. */
  readonly queueUrl: string | null;
  readonly role: ProcessRole;
  /** Emails that this process takes from the queue before it has finished others: less than its window of 200, so that none takes all of it. */
  readonly emailsInHand: number;
  readonly host: string;
  /** 0 takes any free port; the one taken is printed. */
  readonly port: number;
  /** Where people reach the server; decides Secure cookies and which Origin is ours. Null: the address listened on. */
  readonly publicUrl: URL | null;
  /** Addresses and CIDRs of proxies whose `X-Forwarded-For` tells the caller's address. */
  readonly trustedProxies: readonly string[];
  /** Holds the SQLite file, attachments, the key file and the instance file. */
  readonly dataFolder: string;
  /** Key ring for secrets, newest first; null: the file in the data folder. */
  readonly secretKeys: readonly SecretKey[] | null;
  readonly admin: { readonly email: string; readonly password: string | null };
  readonly sandbox: boolean;
  /** What Postroom calls itself to mail servers (RFC 5321 section 4.1.1.1): many look it up. The name of the machine if unsaid. */
  readonly ehloName: string;
  /** Named to servers, and taken back, to learn whether they relay; no message ever goes there. */
  readonly relayProbeAddress: string;
  readonly connectPolicy: ConnectPolicy;
  /** How far a look-up of settings goes: DNS and the web, DNS only, or what is known here. Some companies let nothing out. */
  readonly discovery: 'on' | 'dns' | 'off';
  /** DNS servers, each with its port, that are asked for every name; null: the machine's resolver. Part of `connectPolicy` too. */
  readonly dnsServers: readonly string[] | null;
  /** The address from which mail of this house reaches others; null: unknown. SPF and reverse names are judged by it. */
  readonly publicAddress: string | null;
  /** How often each account is looked at without sending; 0: nobody looks, and nobody is alerted. */
  readonly healthIntervalMinutes: number;
  /** Where alerts are posted to besides; null: nowhere. */
  readonly alertUrl: URL | null;
  /** Signs what is posted there. */
  readonly alertSecret: string | null;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** Hides schema details and stack traces from clients. */
  readonly production: boolean;
  /** Base address of SendGrid's API; another only for tests and regional subusers. */
  readonly sendGridBaseUrl: string | null;
  /** Where Microsoft and Google hand out access tokens; others only for national clouds and tests. */
  readonly tokenEndPoints: TokenEndPoints;
  /** The largest file that may be uploaded. */
  readonly attachmentBytes: number;
  readonly limits: Limits;
}

/** One key of the ring: an id that ciphertexts name, and 32 bytes. */
export interface SecretKey { readonly id: string; readonly key: Buffer }

/** Fixed limits, gathered so that a reader finds them; each with its unit and why. */
export interface Limits {
  /** A body without valid credentials; signing in needs a few hundred bytes. */
  readonly signedOutBodyBytes: number;
  /** A body with credentials: 10 MiB of attachments in base64 and room for text and html. */
  readonly signedInBodyBytes: number;
  /** All bodies being read at one time; beyond, callers are told to come again. */
  readonly bodyBytesInFlight: number;
  /** An upload that is older may not be attached any more, and is removed. */
  readonly uploadHours: number;
  /** Uploads that no email uses, of one caller: they lie on the disk until they expire. */
  readonly unusedUploadBytes: number;
  readonly sessionHours: number;
  /** Failed sign-ins allowed in a window, per address with account, and per address. */
  readonly signInFailuresPerAccountAndAddress: number;
  readonly signInFailuresPerAddress: number;
  readonly signInWindowSeconds: number;
  /** Longest a test of an account may take, all stages together. */
  readonly testSeconds: number;
  /** Longest a check of sender domains may take, all domains together; what is not answered by then is UNKNOWN. */
  readonly senderDomainSeconds: number;
  /** Sender domains that one check looks at; each may cost a hundred questions. */
  readonly senderDomainsPerCheck: number;
  /** Tests, checked sender domains and look-ups of settings one employee may start in a minute: a test is a port scanner in the wrong hands. */
  readonly testsPerMinute: number;
  readonly maxDepth: number;
  readonly maxAliases: number;
  readonly maxTokens: number;
  readonly maxCost: number;
}

export const LIMITS: Limits = {
  signedOutBodyBytes: 64 * 1024,
  signedInBodyBytes: 24 * 1024 * 1024,
  bodyBytesInFlight: 256 * 1024 * 1024,
  uploadHours: 24,
  unusedUploadBytes: 1024 * 1024 * 1024,
  sessionHours: 12,
  signInFailuresPerAccountAndAddress: 5,
  signInFailuresPerAddress: 30,
  signInWindowSeconds: 15 * 60,
  testSeconds: 90,
  senderDomainSeconds: 30,
  senderDomainsPerCheck: 10,
  testsPerMinute: 20,
  maxDepth: 12,
  maxAliases: 30,
  maxTokens: 4000,
  maxCost: 100_000,
};
