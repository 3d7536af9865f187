import { expect, test } from '@jest/globals';
import { resolveChecked, type ConnectPolicy } from '../../src/doors/connect.js';
import { lookupBy, openResolver, parseDnsServers } from '../../src/doors/resolver.js';
import { DnsServer, type Zone } from '../support/dns-server.js';

const ZONE: Zone = {
  'both.test': { A: ['192.0.2.1'], AAAA: ['2001:db8::1'] }, 'four.test': { A: ['192.0.2.4'] }, 'six.test': { AAAA: ['2001:db8::6'] },
  'none.test': { TXT: ['nothing here'] }, 'alias.test': { CNAME: 'four.test' }, 'broken.test': { fails: 'SERVFAIL' },
  'inside.test': { A: ['127.0.0.1'] }, 'metadata.test': { A: ['169.254.169.254'] }, 'mixed.test': { A: ['127.0.0.1', '192.0.2.9'] },
  'long.test': { TXT: ['x'.repeat(3_000)] }, 'localhost': { A: ['192.0.2.66'] },
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
