import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { z } from 'zod';
import { MAX_ALL_ATTACHMENTS_BYTES } from '../domain/attachment-input.js';
import { parseConnectAllow } from '../doors/connect.js';
import { parseDnsServers } from '../doors/resolver.js';
import { parseTokenUrl, TOKEN_END_POINTS } from '../doors/token-source.js';
import { parseDatabaseUrl } from '../storage/address.js';
import type { Config, SecretKey } from './config.js';
import { LIMITS, ROLES } from './config.js';
import { parseTrustedProxies } from './trusted-proxies.js';

const MIB = 1_048_576;

const parseSecretKey = (entry: string): SecretKey => {
  const [id, encoded] = entry.trim().split(':');
  const key = Buffer.from(encoded ?? '', 'base64');
  if (!id || !/^[A-Za-z0-9_-]{1,20}$/.test(id) || key.length !== 32) {
    throw new Error('each key must read ID:BASE64, with 32 bytes of key');
  }
  return { id, key };
};

/** `id:base64,id:base64`, newest first; each key 32 bytes (`openssl rand -base64 32`), each id once: secrets name it. */
const parseSecretKeys = (text: string): SecretKey[] => {
  const ring = text.split(',').map(parseSecretKey);
  if (new Set(ring.map(({ id }) => id)).size < ring.length) throw new Error('each key must have an id of its own');
  return ring;
};

/** A zod step that parses with a function and takes its Error as the fault. */
const parsedBy = <T>(parse: (text: string) => T) => z.string().transform((text, context) => {
  try {
    return parse(text);
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
    return z.NEVER;
  }
});

/** HTTPS, or HTTP to this machine itself: what is posted there names accounts and faults. */
const parseAlertUrl = (text: string): URL => {
  const url = new URL(text);
  const here = ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && here)) throw new Error('must be an address that begins with https://');
  if (url.username !== '' || url.password !== '') throw new Error('must hold no user name and no password');
  return url;
};

const ENVIRONMENT = z.object({
  POSTROOM_DATABASE_URL: parsedBy(parseDatabaseUrl).optional(),
  POSTROOM_QUEUE_URL: z.url({ protocol: /^rediss?$/, error: 'must be an address that begins with redis:// or rediss://' }).optional(),
  POSTROOM_ROLE: z.enum(ROLES).default('all'),
  POSTROOM_EMAILS_IN_HAND: z.coerce.number().int().min(1).max(150).default(150),
  POSTROOM_HOST: z.string().min(1).default('127.0.0.1'),
  POSTROOM_PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  POSTROOM_PUBLIC_URL: z.url({ protocol: /^https?$/ }).transform((url) => new URL(url)).optional(),
  POSTROOM_TRUSTED_PROXIES: parsedBy(parseTrustedProxies).default([]),
  POSTROOM_DATA_DIR: z.string().min(1).default('./data'),
  POSTROOM_SECRET_KEYS: parsedBy(parseSecretKeys).optional(),
  POSTROOM_ADMIN_EMAIL: z.email().default('admin@postroom.example'),
  POSTROOM_ADMIN_PASSWORD: z.string().min(8).optional(),
  POSTROOM_SANDBOX: z.enum(['on', 'off']).optional(),
  POSTROOM_CONNECT_ALLOW: parsedBy(parseConnectAllow).default({ allow: [] }),
  POSTROOM_DISCOVERY: z.enum(['on', 'dns', 'off']).default('on'),
  POSTROOM_DNS_SERVERS: parsedBy(parseDnsServers).optional(),
  POSTROOM_PUBLIC_ADDRESS: z.union([z.ipv4(), z.ipv6()], { error: 'must be an IPv4 or IPv6 address' }).optional(),
  POSTROOM_EHLO_NAME: z.string().regex(/^(?:[A-Za-z0-9_.-]{1,255}|\[[A-Za-z0-9:.]{1,100}\])$/, 'must be a host name, or an address in brackets').default(hostname),
  POSTROOM_RELAY_PROBE_ADDRESS: z.email().default('postroom-relay-probe@example.com'),
  POSTROOM_HEALTH_INTERVAL_MINUTES: z.coerce.number().int().min(0).max(10_080).default(60),
  POSTROOM_ALERT_URL: parsedBy(parseAlertUrl).optional(),
  POSTROOM_ALERT_SECRET: z.string().min(16).optional(),
  POSTROOM_ATTACHMENT_MIB: z.coerce.number().int().min(1).max(MAX_ALL_ATTACHMENTS_BYTES / MIB).default(25),
  POSTROOM_LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  POSTROOM_SENDGRID_URL: z.url().optional(),
  POSTROOM_MICROSOFT_TOKEN_URL: parsedBy(parseTokenUrl).default(TOKEN_END_POINTS.microsoft),
  POSTROOM_GOOGLE_TOKEN_URL: parsedBy(parseTokenUrl).default(TOKEN_END_POINTS.google),
  NODE_ENV: z.string().optional(),
});

/** Thrown with every fault of the environment at once, one a line. */
export class EnvironmentFault extends Error {
  override readonly name = 'EnvironmentFault';
}

/** Reads the environment. This is the only place that does. Blank variables count as unset. */
export const readEnvironment = (source: Readonly<Record<string, string | undefined>> = process.env): Config => {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const parsed = ENVIRONMENT.safeParse(set);
  if (!parsed.success) {
    throw new EnvironmentFault(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'));
  }
  const env = parsed.data;
  const dataFolder = resolve(env.POSTROOM_DATA_DIR);
  const database = env.POSTROOM_DATABASE_URL ?? parseDatabaseUrl(`sqlite:${dataFolder}/postroom.db`);
  if (database.kind === 'sqlite' && env.POSTROOM_ROLE !== 'all') {
    throw new EnvironmentFault(`POSTROOM_ROLE: ${env.POSTROOM_ROLE} needs a database server (POSTROOM_DATABASE_URL); on SQLite one process does all`);
  }
  return {
    database,
    queueUrl: env.POSTROOM_QUEUE_URL ?? null,
    role: env.POSTROOM_ROLE,
    emailsInHand: env.POSTROOM_EMAILS_IN_HAND,
    host: env.POSTROOM_HOST,
    port: env.POSTROOM_PORT,
    publicUrl: env.POSTROOM_PUBLIC_URL ?? null,
    trustedProxies: env.POSTROOM_TRUSTED_PROXIES,
    dataFolder,
    secretKeys: env.POSTROOM_SECRET_KEYS ?? null,
    admin: { email: env.POSTROOM_ADMIN_EMAIL, password: env.POSTROOM_ADMIN_PASSWORD ?? null },
    sandbox: (env.POSTROOM_SANDBOX ?? (database.kind === 'sqlite' ? 'on' : 'off')) === 'on',
    ehloName: env.POSTROOM_EHLO_NAME,
    relayProbeAddress: env.POSTROOM_RELAY_PROBE_ADDRESS,
    connectPolicy: { ...env.POSTROOM_CONNECT_ALLOW, dnsServers: env.POSTROOM_DNS_SERVERS ?? null },
    discovery: env.POSTROOM_DISCOVERY,
    dnsServers: env.POSTROOM_DNS_SERVERS ?? null,
    publicAddress: env.POSTROOM_PUBLIC_ADDRESS ?? null,
    healthIntervalMinutes: env.POSTROOM_HEALTH_INTERVAL_MINUTES,
    alertUrl: env.POSTROOM_ALERT_URL ?? null,
    alertSecret: env.POSTROOM_ALERT_SECRET ?? null,
    logLevel: env.POSTROOM_LOG_LEVEL,
    production: env.NODE_ENV === 'production',
    sendGridBaseUrl: env.POSTROOM_SENDGRID_URL ?? null,
    tokenEndPoints: { microsoft: env.POSTROOM_MICROSOFT_TOKEN_URL, google: env.POSTROOM_GOOGLE_TOKEN_URL },
    attachmentBytes: env.POSTROOM_ATTACHMENT_MIB * MIB,
    limits: LIMITS,
  };
};
