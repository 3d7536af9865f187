import { afterEach, expect, jest, test } from '@jest/globals';
import dns from 'node:dns';
import { resolveChecked, type ConnectPolicy } from '../../src/doors/connect.js';
import { httpsGet } from '../../src/doors/https-get.js';
import { lookupBy, lookupUntil, openResolver, parseDnsServers } from '../../src/doors/resolver.js';
import { DnsServer, type Zone } from '../support/dns-server.js';
import { eventually } from '../support/eventually.js';

afterEach(() => { jest.restoreAllMocks(); });

const ZONE: Zone = {
  'both.test': { A: ['192.0.2.1'], AAAA: ['2001:db8::1'] }, 'four.test': { A: ['192.0.2.4'] }, 'six.test': { AAAA: ['2001:db8::6'] },
  'none.test': { TXT: ['nothing here'] }, 'alias.test': { CNAME: 'four.test' }, 'broken.test': { fails: 'SERVFAIL' },
  'inside.test': { A: ['127.0.0.1'] }, 'metadata.test': { A: ['169.254.169.254'] }, 'mixed.test': { A: ['127.0.0.1', '192.0.2.9'] },
  'long.test': { TXT: ['x'.repeat(3_000)] }, 'localhost': { A: ['192.0.2.66'] }, 'silent.test': { fails: 'SILENCE' },
};

const lookUp = async (host: string): Promise<readonly string[]> => {
  await using server = await DnsServer.start(ZONE);
  return (await lookupBy([server.address])(host, { all: true })).map(({ address }) => address);
};

test.each([
  ['10.0.0.53', ['10.0.0.53:53']], ['10.0.0.53:5353, 10.0.0.54', ['10.0.0.53:5353', '10.0.0.54:53']],
  ['2001:db8::53', ['[2001:db8::53]:53']], ['[2001:db8::53]:5353', ['[2001:db8::53]:5353']],
])('%s names DNS servers', (text, servers) => {
  expect(parseDnsServers(text)).toEqual(servers);
});

test.each(['dns.example', '10.0.0.53:0', '10.0.0.53:65536', '10.0.0.53,', '[10.0.0.53]:53', '2001:db8::53:x', '10.0.0.256', 'udp://10.0.0.53'])('%s names none', (text) => {
  expect(() => parseDnsServers(text)).toThrow('DNS server');
});

test('the servers that are set are asked for both kinds of address, IPv4 first', async () => {
  expect(await lookUp('both.test')).toEqual(['192.0.2.1', '2001:db8::1']);
  expect(await lookUp('six.test')).toEqual(['2001:db8::6']);
  expect(await lookUp('alias.test')).toEqual(['192.0.2.4']);
});

test.each([['missing.test', 'ENOTFOUND'], ['none.test', 'ENOTFOUND'], ['broken.test', 'ESERVFAIL'], [`${'a'.repeat(64)}.test`, 'ENOTFOUND']])('the error for %s is %s', async (host, code) => {
  await expect(lookUp(host)).rejects.toMatchObject({ code });
});

test.each(['127.0.0.1', 'localhost', '::1'])('%s is this machine, whatever the servers say', async (host) => {
  expect((await lookUp(host)).every((address) => address === '::1' || address.startsWith('127.'))).toBe(true);
});

test('without servers the machine is asked, hosts file and all', async () => {
  expect((await lookupBy(null)('localhost', { all: true })).length).toBeGreaterThan(0);
});

test('an answer too long for UDP is fetched over TCP', async () => {
  await using server = await DnsServer.start(ZONE);
  expect((await openResolver([server.address]).resolveTxt('long.test')).flat().join('')).toHaveLength(3_000);
});

test('an address that the servers answer is checked like any other', async () => {
  await using server = await DnsServer.start(ZONE);
  const policy: ConnectPolicy = { allow: [], dnsServers: [server.address] };
  for (const host of ['inside.test', 'metadata.test']) {
    await expect(resolveChecked(host, 25, policy)).rejects.toMatchObject({ code: 'ECONNECTPOLICY' });
  }
  expect(await resolveChecked('mixed.test', 25, policy)).toEqual([{ address: '192.0.2.9', family: 4 }]);
  expect(await resolveChecked('inside.test', 25, { ...policy, allow: [{ cidr: '127.0.0.1/32', port: 25 }] })).toEqual([{ address: '127.0.0.1', family: 4 }]);
});

test('a look-up that can be ended finds what others find, and fails as they do', async () => {
  await using server = await DnsServer.start(ZONE);
  const lookup = lookupUntil(new AbortController().signal, [server.address]);
  expect((await lookup('both.test', { all: true })).map(({ address }) => address)).toEqual(['192.0.2.1', '2001:db8::1']);
  await expect(lookup('missing.test', { all: true })).rejects.toMatchObject({ code: 'ENOTFOUND' });
  await expect(lookup('broken.test', { all: true })).rejects.toMatchObject({ code: 'ESERVFAIL' });
});

test('it ends with its signal while a server keeps silent, and asks nothing once that is over', async () => {
  await using server = await DnsServer.start(ZONE);
  const over = new AbortController();
  const reason = new Error('It is over');
  const found = lookupUntil(over.signal, [server.address])('silent.test', { all: true });
  found.catch(() => {});
  await eventually(() => Promise.resolve(server.asked.length), (asked) => asked > 0);
  over.abort(reason);
  await expect(found).rejects.toBe(reason);
  const { length } = server.asked;
  await expect(lookupUntil(over.signal, [server.address])('both.test', { all: true })).rejects.toBe(reason);
  expect(server.asked).toHaveLength(length);
});

test('it takes no thread of the machine, whatever the name; localhost is loopback without being asked for', async () => {
  const machine = jest.spyOn(dns.promises, 'lookup');
  const over = new AbortController();
  const lookup = lookupUntil(over.signal, null);
  for (const host of ['localhost', 'inner.LOCALHOST.']) expect(await lookup(host, { all: true })).toEqual([{ address: '127.0.0.1', family: 4 }, { address: '::1', family: 6 }]);
  expect(await lookup('10.0.0.1', { all: true })).toEqual([{ address: '10.0.0.1', family: 4 }]);
  const page = httpsGet({ host: 'autoconfig.company.invalid', path: '/', policy: { allow: [] }, bytesMax: 1, signal: over.signal });
  over.abort();
  await expect(page).rejects.toMatchObject({ name: 'AbortError' });
  expect(machine).not.toHaveBeenCalled();
});
