import { describe, expect, test } from 'vitest';

process.env.EDGE_KEY ??= 'an edge key';
const { visitorOf } = await import('./visitor.ts');

const KEY = 'proof';
const visitor = (headers: Record<string, string>, sourceIp = '192.0.2.1') =>
  visitorOf({ headers, requestContext: { requestId: 'a-request', http: { sourceIp } } }, KEY);
const fromEdge = (address: string, country?: string) =>
  visitor({
    'x-marquee-edge': KEY,
    'cloudfront-viewer-address': address,
    ...(country === undefined ? {} : { 'cloudfront-viewer-country': country }),
  });

test('by the CDN a visitor is where the CDN sees it', () => {
  expect(fromEdge('198.51.100.7:46532', 'JP')).toEqual({
    ...{ address: '198.51.100.7', territory: 'JP', requestId: 'a-request' },
  });
});

test('the same address by another port is the same visitor', () => {
  expect(fromEdge('198.51.100.7:1')).toEqual(fromEdge('198.51.100.7:65535'));
});

test.each([
  ['no proof', {}],
  ['a wrong one', { 'x-marquee-edge': 'guess' }],
  ['an empty one', { 'x-marquee-edge': '' }],
])('headers that come with %s are worth nothing: who sends them is whoever has connected', (_, proof) => {
  const forged = { ...proof, 'cloudfront-viewer-address': '203.0.113.9:1', 'cloudfront-viewer-country': 'US' };
  expect(visitor({ ...forged, 'x-forwarded-for': '203.0.113.9' })).toEqual({
    address: '192.0.2.1',
    requestId: 'a-request',
  });
});

test.each(['', 'jp', 'JPN', 'T1 ', '<b>'])('a country that is none is left out: %j', (country) => {
  expect(fromEdge('198.51.100.7:1', country)).not.toHaveProperty('territory');
});

describe('an IPv6 customer is one visitor, in whichever spelling:', () => {
  test.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002:ffff:ffff:ffff:ffff', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::', '2001:db8:1:2::/64'],
    ['2001:db8:1:3::1', '2001:db8:1:3::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:db8:0:0:1::', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1:2:3:4', 'fe80:0:0:0::/64'],
  ])('%s', (address, block) => {
    expect(visitor({}, address).address).toBe(block);
    expect(fromEdge(`${address}:46532`).address).toBe(block);
  });

  test('an IPv4 address in the clothes of IPv6 is that address, and not one with all others', () => {
    expect(visitor({}, '::ffff:198.51.100.7').address).toBe('198.51.100.7');
    expect(visitor({}, '::FFFF:198.51.100.8').address).toBe('198.51.100.8');
  });
});

test('a request that says nothing of where it comes from is somebody', () => {
  expect(visitorOf({ requestContext: { requestId: 'a-request' } }, KEY)).toEqual({
    address: 'unknown',
    requestId: 'a-request',
  });
});
