import { promises as dns } from 'node:dns';
import { describe, expect, test } from '@jest/globals';
import { ConnectRefused, parseConnectAllow, resolveChecked, type ConnectPolicy } from '../../src/doors/connect.js';

const NOTHING: ConnectPolicy = { allow: [] };

const answering = (...addresses: readonly string[]): typeof dns.lookup => {
  const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  return (async () => found) as unknown as typeof dns.lookup;
};

const refusal = (address: string, port = 25, policy = NOTHING, sandbox = false): Promise<string | null> =>
  resolveChecked('mail.example', port, policy, { sandbox, lookup: answering(address) }).then(() => null, (error: unknown) => {
    if (!(error instanceof ConnectRefused)) throw error;
    expect(error.code).toBe('ECONNECTPOLICY');
    return error.message;
  });

describe('addresses', () => {
  test.each([
    ['127.0.0.1', 'loopback'], ['127.8.9.10', 'loopback'], ['::1', 'loopback'], ['::ffff:127.0.0.1', 'loopback'],
    ['::ffff:7f00:1', 'loopback'], ['64:ff9b::7f00:1', 'loopback'], ['64:ff9b:1:7f00:0:100::', 'loopback'], ['2002:7f00:1::', 'loopback'],
    ['2001:0:1:2:3:4:80ff:fffe', 'loopback'], ['::ffff:0:7f00:1', 'loopback'], ['::7f00:1', 'loopback'], ['fd00::5efe:7f00:1', 'loopback'],
    ['169.254.1.1', 'link-local'], ['fe80::1', 'link-local'], ['fe80::1%1', 'link-local'], ['fec0::1', 'link-local'], ['::ffff:169.254.1.1', 'link-local'],
    ['169.254.169.254', 'metadata'], ['::ffff:169.254.169.254', 'metadata'], ['64:ff9b::a9fe:a9fe', 'metadata'], ['2002:a9fe:a9fe::', 'metadata'],
    ['fd00:ec2::254', 'metadata'], ['100.100.100.200', 'metadata'], ['192.0.0.192', 'metadata'], ['168.63.129.16', 'metadata'],
    ['224.0.0.1', 'multicast'], ['ff02::1', 'multicast'], ['0.0.0.0', 'unspecified'], ['0.1.2.3', 'unspecified'], ['::', 'unspecified'],
    ['255.255.255.255', 'broadcast'],
  ])('%s is refused as %s', async (address, kind) => {
    expect(await refusal(address)).toContain(`is a ${kind} address`);
  });

  test.each(['192.168.1.10', '10.0.0.25', '172.16.4.4', '100.64.0.1', '8.8.8.8', 'fd12:3456::25', '2a00:1450::1a', '::ffff:10.0.0.25', '64:ff9b::a00:19'])(
    '%s may be connected to', async (address) => {
      expect(await refusal(address)).toBeNull();
    });

  test('of several, only those that may be connected to are kept, in their order', async () => {
    const lookup = answering('::1', '10.0.0.2', '127.0.0.1', '2a00::25');
    expect(await resolveChecked('mail.example', 25, NOTHING, { lookup })).toEqual(
      [{ address: '10.0.0.2', family: 4 }, { address: '2a00::25', family: 6 }]);
    await expect(resolveChecked('mail.example', 25, NOTHING, { lookup: answering('::1', '127.0.0.1') })).rejects.toThrow(ConnectRefused);
  });

  test('a literal address is judged like a name, in brackets or not, and in every spelling of the resolver', async () => {
    for (const host of ['127.0.0.1', '[::1]', '0x7f.1', '2130706433']) {
      await expect(resolveChecked(host, 25, NOTHING)).rejects.toThrow(ConnectRefused);
    }
    expect(await resolveChecked('[fd00::25]', 25, NOTHING)).toEqual([{ address: 'fd00::25', family: 6 }]);
  });

  test('errors of the resolver pass with their code', async () => {
    const lookup = (async () => { throw Object.assign(new Error('queried'), { code: 'EAI_AGAIN' }); }) as unknown as typeof dns.lookup;
    await expect(resolveChecked('mail.example', 25, NOTHING, { lookup })).rejects.toMatchObject({ code: 'EAI_AGAIN' });
  });
});

describe('ports', () => {
  test.each([25, 465, 587, 2465, 2525, 2587])('%d is a mail port', async (port) => {
    expect(await refusal('10.0.0.25', port)).toBeNull();
  });

  test.each([22, 80, 443, 3306, 6379, 26])('%d is not, and the setting that would open it is named', async (port) => {
    expect(await refusal('10.0.0.25', port)).toContain(`POSTROOM_CONNECT_ALLOW=10.0.0.25:${port}`);
  });
});

describe('the web', () => {
  const webRefusal = (address: string, port = 443, policy = NOTHING): Promise<string | null> =>
    resolveChecked('www.example', port, policy, { web: true, lookup: answering(address) }).then(() => null, (error: unknown) => (error as Error).message);

  test.each(['8.8.8.8', '2a00:1450::1a', '64:ff9b::808:808'])('port 443 of %s may be connected to, and no other', async (address) => {
    expect(await webRefusal(address)).toBeNull();
    for (const port of [25, 80, 587, 8_443]) expect(await webRefusal(address, port)).toContain('not that of HTTPS');
  });

  test.each(['10.0.0.1', '192.168.1.1', '172.16.0.1', '100.64.0.1', '198.18.0.1', '240.0.0.1', 'fd12::1', '::ffff:10.0.0.1', '64:ff9b::a00:1', '64:ff9b:1:808:8:800::', '2002:a00:1::', '::a00:1'])(
    '%s is inside somebody\'s network, and refused', async (address) => {
      expect(await webRefusal(address)).toContain('is not an address of the internet');
    });

  test.each(['127.0.0.1', '::1', '169.254.169.254', 'fe80::1', '0.0.0.0', '224.0.0.1'])('%s is refused as for mail', async (address) => {
    expect(await webRefusal(address)).not.toBeNull();
  });

  test('the allow-list opens what it names', async () => {
    expect(await webRefusal('10.0.0.1', 443, parseConnectAllow('10.0.0.0/8:443'))).toBeNull();
    expect(await webRefusal('169.254.169.254', 443, parseConnectAllow('0.0.0.0/0:*'))).toContain('no setting opens these');
  });
});

describe('the sandbox', () => {
  test('opens loopback on any port and nothing else', async () => {
    expect(await refusal('127.0.0.1', 40_123, NOTHING, true)).toBeNull();
    expect(await refusal('::1', 40_123, NOTHING, true)).toBeNull();
    expect(await refusal('10.0.0.25', 40_123, NOTHING, true)).toContain('not a mail port');
    expect(await refusal('169.254.169.254', 25, NOTHING, true)).toContain('metadata');
  });
});

describe('the allow-list', () => {
  test('opens exactly what it names', async () => {
    const policy = parseConnectAllow(' 127.0.0.1:2500, [::1]:*,10.0.0.0/8:26 ,[fd00::]/8:26,[fe80::/10]:25 ');
    expect(await refusal('127.0.0.1', 2500, policy)).toBeNull();
    expect(await refusal('::ffff:127.0.0.1', 2500, policy)).toBeNull();
    expect(await refusal('127.0.0.1', 25, policy)).toContain('POSTROOM_CONNECT_ALLOW=127.0.0.1:25');
    expect(await refusal('::1', 9_999, policy)).toBeNull();
    expect(await refusal('10.200.0.1', 26, policy)).toBeNull();
    expect(await refusal('11.0.0.1', 26, policy)).toContain('not a mail port');
    expect(await refusal('fd12::1', 26, policy)).toBeNull();
    expect(await refusal('fe80::1', 25, policy)).toBeNull();
    expect(await refusal('::1', 25)).toContain('POSTROOM_CONNECT_ALLOW=[::1]:25');
  });

  test('never opens what hands out credentials or has no server behind it', async () => {
    const everything = parseConnectAllow('0.0.0.0/0:*,[::/0]:*');
    for (const address of ['169.254.169.254', '::ffff:a9fe:a9fe', 'fd00:ec2::254', '224.0.0.1', '0.0.0.0', '255.255.255.255']) {
      expect(await refusal(address, 25, everything)).toContain('no setting opens these');
    }
    expect(await refusal('127.0.0.1', 1, everything)).toBeNull();
  });

  test('blank opens nothing', () => {
    expect(parseConnectAllow(' ')).toEqual({ allow: [] });
  });

  test.each([
    '127.0.0.1', 'localhost:25', '127.0.0.1:0', '127.0.0.1:65536', '127.0.0.1:abc', '127.1:25', '::1:25', '[::1]', '10.0.0.0/33:25',
    '[fd00::/129]:25', '10.0.0.1:25 10.0.0.2:25', 'http://10.0.0.1:25',
  ])('"%s" is a bad entry, and named', (entry) => {
    expect(() => parseConnectAllow(`10.0.0.1:25,${entry}`)).toThrow(`"${entry}"`);
  });
});
