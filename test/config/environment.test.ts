import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { EnvironmentFault, readEnvironment } from '../../src/config/environment.js';

const KEY = randomBytes(32).toString('base64');
const faultsOf = (source: Readonly<Record<string, string>>): string[] => {
  try {
    readEnvironment(source);
  } catch (error) {
    if (error instanceof EnvironmentFault) return error.message.split('\n');
    throw error;
  }
  return [];
};
const variablesAtFault = (source: Readonly<Record<string, string>>): string[] => faultsOf(source).map((fault) => fault.split(':')[0] ?? '');

test('an empty environment is a whole configuration: SQLite in ./data, on loopback, with the sandbox', () => {
  expect(readEnvironment({})).toMatchObject({
    database: { kind: 'sqlite', file: resolve('data/postroom.db') }, dataFolder: resolve('data'), queueUrl: null, role: 'all', host: '127.0.0.1', port: 4000,
    publicUrl: null, trustedProxies: [], secretKeys: null, admin: { email: 'admin@postroom.example', password: null }, sandbox: true, connectPolicy: { allow: [] },
    logLevel: 'info', production: false, sendGridBaseUrl: null,
  });
});

test('all faults are told at once, each with its variable', () => {
  const faulty = {
    POSTROOM_DATABASE_URL: 'postgres://x', POSTROOM_QUEUE_URL: 'amqp://x', POSTROOM_ROLE: 'boss', POSTROOM_PORT: '65536', POSTROOM_PUBLIC_URL: 'ftp://x',
    POSTROOM_SECRET_KEYS: 'short:AAAA', POSTROOM_ADMIN_EMAIL: 'nobody', POSTROOM_ADMIN_PASSWORD: 'short', POSTROOM_SANDBOX: 'maybe',
    POSTROOM_CONNECT_ALLOW: 'everywhere', POSTROOM_DNS_SERVERS: 'dns.example', POSTROOM_PUBLIC_ADDRESS: 'here', POSTROOM_DISCOVERY: 'maybe', POSTROOM_LOG_LEVEL: 'loud', POSTROOM_TRUSTED_PROXIES: 'the proxy',
  };
  expect(variablesAtFault(faulty).toSorted()).toEqual(Object.keys(faulty).toSorted());
});

test.each(['api', 'worker'])('on SQLite, where one process does all, there is no role %s', (role) => {
  expect(variablesAtFault({ POSTROOM_ROLE: role })).toEqual(['POSTROOM_ROLE']);
  expect(readEnvironment({ POSTROOM_ROLE: role, POSTROOM_DATABASE_URL: 'mysql://db/postroom' })).toMatchObject({ role });
});

test.each(['redis://127.0.0.1:6379', 'rediss://user:secret@queue.example/2'])('queue %s is one', (text) => {
  expect(readEnvironment({ POSTROOM_QUEUE_URL: text }).queueUrl).toBe(text);
});

test.each(['127.0.0.1:6379', 'http://queue.example', 'redis://queue:port'])('queue %s is none', (text) => {
  expect(variablesAtFault({ POSTROOM_QUEUE_URL: text })).toEqual(['POSTROOM_QUEUE_URL']);
});

test('a fault never repeats a secret', () => {
  const told = faultsOf({ POSTROOM_ADMIN_PASSWORD: 'hunter2', POSTROOM_SECRET_KEYS: 'k1:c2VjcmV0LWtleQ==' }).join('\n');
  expect(told).not.toMatch(/hunter2|c2VjcmV0/);
});

test('DNS servers hold for every connection', () => {
  expect(readEnvironment({})).toMatchObject({ dnsServers: null, publicAddress: null, connectPolicy: { dnsServers: null } });
  expect(readEnvironment({ POSTROOM_DNS_SERVERS: '10.0.0.53, [fd00::53]:5353', POSTROOM_PUBLIC_ADDRESS: '2001:db8::25' })).toMatchObject({
    dnsServers: ['10.0.0.53:53', '[fd00::53]:5353'], connectPolicy: { allow: [], dnsServers: ['10.0.0.53:53', '[fd00::53]:5353'] }, publicAddress: '2001:db8::25',
  });
});

test.each(['10.0.0.1', '10.0.0.0/8, 192.168.1.7', '::1', 'fd00::/8'])('proxies %s are believed', (text) => {
  expect(readEnvironment({ POSTROOM_TRUSTED_PROXIES: text }).trustedProxies).toEqual(text.split(', '));
});

test.each(['proxy.example', '10.0.0.0/33', '10.0.0.1/', '10.0.0.1/8/8', '10.0.0.1,', 'true'])('proxies %s are refused', (text) => {
  expect(variablesAtFault({ POSTROOM_TRUSTED_PROXIES: text })).toEqual(['POSTROOM_TRUSTED_PROXIES']);
});

test.each([['0', 0], ['4000', 4000], ['65535', 65_535]])('port %s is one', (text, port) => {
  expect(readEnvironment({ POSTROOM_PORT: text }).port).toBe(port);
});

test.each(['-1', '65536', '25.5', 'abc', '0x19x'])('port %s is none', (text) => {
  expect(variablesAtFault({ POSTROOM_PORT: text })).toEqual(['POSTROOM_PORT']);
});

test('a blank variable counts as unset', () => {
  expect(readEnvironment({ POSTROOM_PORT: '', POSTROOM_DATABASE_URL: '  ', POSTROOM_ADMIN_PASSWORD: '' })).toEqual(readEnvironment({}));
});

test('a key ring is read in its order, newest first, each key of 32 bytes', () => {
  const older = randomBytes(32).toString('base64');
  const ring = readEnvironment({ POSTROOM_SECRET_KEYS: `k2:${KEY}, k1:${older}` }).secretKeys;
  expect(ring?.map(({ id, key }) => [id, key.toString('base64')])).toEqual([['k2', KEY], ['k1', older]]);
});

test.each([
  ['no name', KEY], ['an empty name', `:${KEY}`], ['a name with a dot, which divides sealed texts', `k.1:${KEY}`], ['31 bytes', `k1:${randomBytes(31).toString('base64')}`],
  ['33 bytes', `k1:${randomBytes(33).toString('base64')}`], ['two keys of one name', `k1:${KEY},k1:${KEY}`], ['one good key and one bad', `k2:${KEY},k1:`],
])('a key ring with %s is refused', (_what, ring) => {
  expect(variablesAtFault({ POSTROOM_SECRET_KEYS: ring })).toEqual(['POSTROOM_SECRET_KEYS']);
});

test.each([
  ['mysql://u:p@db:3306/postroom', 'mysql'], ['mariadb://u:p@db/postroom', 'mariadb'], ['sqlite:/var/lib/postroom.db', 'sqlite'],
])('%s is a database of kind %s', (url, kind) => {
  expect(readEnvironment({ POSTROOM_DATABASE_URL: url }).database.kind).toBe(kind);
});

test('the sandbox is on by default on SQLite only, and follows what is said', () => {
  const mysql = { POSTROOM_DATABASE_URL: 'mysql://u:p@db/postroom' };
  expect(readEnvironment(mysql).sandbox).toBe(false);
  expect(readEnvironment({ ...mysql, POSTROOM_SANDBOX: 'on' }).sandbox).toBe(true);
  expect(readEnvironment({ POSTROOM_SANDBOX: 'off' }).sandbox).toBe(false);
});

test('the database file lies in the data folder, wherever that is', () => {
  expect(readEnvironment({ POSTROOM_DATA_DIR: '/srv/mail' }).database.file).toBe('/srv/mail/postroom.db');
});
