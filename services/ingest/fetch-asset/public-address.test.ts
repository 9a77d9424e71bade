import { expect, test } from 'vitest';
import { isPublic } from './public-address.ts';

test.each(['93.184.216.34', '8.8.8.8', '2606:2800:220:1:248:1893:25c8:1946'])('%s is public', (address) => {
  expect(isPublic(address)).toBe(true);
});

test.each([
  ['loopback', '127.0.0.1'],
  ['loopback', '127.9.9.9'],
  ['loopback', '::1'],
  ['nowhere', '0.0.0.0'],
  ['nowhere', '::'],
  ['private', '10.0.0.1'],
  ['private', '172.16.0.1'],
  ['private', '192.168.1.1'],
  ['private', 'fd00::1'],
  ['private', 'fc00::1'],
  ["a cloud's metadata", '169.254.169.254'],
  ["a function's own runtime", '169.254.100.1'],
  ["a cloud's metadata", 'fd00:ec2::254'],
  ['link-local', 'fe80::1'],
  ['shared by a provider', '100.64.0.1'],
  ['multicast', '224.0.0.1'],
  ['multicast', 'ff02::1'],
  ['everybody', '255.255.255.255'],
  ['reserved', '240.0.0.1'],
  ['for documents', '192.0.2.1'],
  ['for documents', '2001:db8::1'],
  ['for measurements', '198.18.0.1'],
  ['IPv4 within IPv6', '::ffff:127.0.0.1'],
  ['IPv4 within IPv6', '::ffff:8.8.8.8'],
  ['translated', '64:ff9b::7f00:1'],
  ['a tunnel', '2002:7f00:1::'],
  ['a tunnel', '2001:0:7f00:1::'],
  ['no address', 'localhost'],
  ['no address', ''],
])('%s: %s is not', (_, address) => {
  expect(isPublic(address)).toBe(false);
});
