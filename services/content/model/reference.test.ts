import { describe, expect, test } from 'vitest';
import { picture, title } from '../testing/fixtures.ts';
import { assetId } from '../testing/memory-files.ts';
import { referencesIn, Url } from './reference.ts';

const data = title({
  keyArt: picture(1),
  poster: picture(2, { fallback: assetId(3) }),
  credits: [
    { person: { ref: 'wren' }, group: 'cast', role: { en: 'Wren' } },
    { person: { ref: 'mei' }, group: 'crew', role: { en: 'Writer' } },
  ],
  episodes: [{ number: 1, still: picture(1, { fallback: 'none' }) }],
  partOf: { ref: 'saga' },
});

describe('references', () => {
  test('are found with the field that holds them, however deep', () => {
    expect(referencesIn(data)).toEqual([
      { kind: 'asset', field: 'keyArt.asset', id: assetId(1) },
      { kind: 'asset', field: 'poster.asset', id: assetId(2), fallback: assetId(3) },
      { kind: 'item', field: 'credits.0.person.ref', id: 'wren' },
      { kind: 'item', field: 'credits.1.person.ref', id: 'mei' },
      { kind: 'asset', field: 'episodes.0.still.asset', id: assetId(1), fallback: 'none' },
      { kind: 'item', field: 'partOf.ref', id: 'saga' },
    ]);
  });

  test('are none in what holds none', () => {
    expect([undefined, null, 'ref', 1, [], {}, { ref: 1 }].flatMap((value) => referencesIn(value))).toEqual([]);
  });
});

test.each([
  ['https://example.com/a?b#c', true],
  ['/press/', true],
  ['/', true],
  ['//evil.example', false],
  ['http://example.com', false],
  ['javascript:alert(1)', false],
  ['https://example.com/"onload="', false],
  ['press/', false],
])('%s can be linked to: %s', (url, can) => {
  expect(Url.safeParse(url).success).toBe(can);
});
