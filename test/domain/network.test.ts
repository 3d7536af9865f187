import { expect, test } from '@jest/globals';
import { networkOf } from '../../src/domain/network.js';

test.each([
  ['192.0.2.7', '192.0.2.7'], ['::ffff:192.0.2.7', '192.0.2.7'], ['::FFFF:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'], ['2001:db8:1:2::1', '2001:db8:1:2::/64'], ['2001:0DB8:0001:0002::ffff', '2001:db8:1:2::/64'],
  ['::1', '0:0:0:0::/64'], ['fe80::1%eth0', 'fe80:0:0:0::/64'], ['2001:db8::', '2001:db8:0:0::/64'],
  ['', ''], ['command', 'command'], ['1::2::3', '1::2::3'], ['2001:db8', '2001:db8'], ['2001:zz::1', '2001:zz::1'],
])('%s is counted as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
