import { describe, expect, test } from 'vitest';
import { Details, detailsOf } from './details.ts';
import { needsCrops } from './focus.ts';
import { aPicture } from './testing/memory-library.ts';

const details = { name: 'Key art', folder: '', tags: [], alt: {}, focalPoint: { x: 50, y: 50 } };

test('a record from before there were details is called as its file, at the top, without anything', () => {
  expect(detailsOf({ fileName: 'a.jpg' })).toEqual({ ...details, name: 'a.jpg' });
});

test.each([
  ['Key art', 'Key art'],
  [' Key art / Posters ', 'Key art/Posters'],
  ['', ''],
  ['a/b/c/d/e/f', 'a/b/c/d/e/f'],
])('the folder %j is kept as %j', (folder, kept) => {
  expect(Details.parse({ ...details, folder }).folder).toBe(kept);
});

test('tags are kept in lower case, each once', () => {
  expect(Details.parse({ ...details, tags: ['Poster', 'poster ', 'LAMP'] }).tags).toEqual(['poster', 'lamp']);
});

describe('what makes no sense is refused', () => {
  test.each([
    { name: '' },
    { name: 'x'.repeat(256) },
    { name: 'a\u0000b' },
    { folder: '/a' },
    { folder: 'a//b' },
    { folder: 'a/b/c/d/e/f/g' },
    { folder: 'x'.repeat(81) },
    { tags: [''] },
    { tags: ['x'.repeat(41)] },
    { tags: Array.from({ length: 31 }, (_, index) => `tag ${index}`) },
    { alt: { english: 'A lamp.' } },
    { alt: { en: 'x'.repeat(301) } },
    { rights: 'x'.repeat(301) },
    { embargoUntil: { at: '2026-12-04', zone: 'Europe/London' } },
    { embargoUntil: { at: '2026-03-29T01:30', zone: 'Europe/London' } },
    { embargoUntil: { at: '2026-12-04T20:00', zone: '+01:00' } },
    { embargoUntil: { at: '2026-12-04T20:00', zone: 'Moon/Tycho' } },
    { focalPoint: { x: 50, y: 101 } },
    { owner: 'me' },
  ])('%j', (change) => {
    expect(Details.safeParse({ ...details, ...change }).success).toBe(false);
  });

  test('a moment is kept as it was given', () => {
    const embargoUntil = { at: '2026-12-04T20:00', zone: 'Europe/London' };
    expect(Details.parse({ ...details, embargoUntil }).embargoUntil).toEqual(embargoUntil);
  });
});

describe('crops are needed', () => {
  const focalPoint = { x: 10, y: 20 };
  test.each([
    ['where the focal point differs from that of the crops', { focus: { x: 50, y: 50 }, focalPoint }, true],
    ['not where it is the same', { focus: focalPoint, focalPoint }, false],
    ['by the name of the content where nothing else tells', { focalPoint }, true],
    ['not where the name of the content tells so', { focalPoint, contentId: 'c0ffee-x10y20' }, false],
    [
      'not while they are made already',
      { focus: { x: 50, y: 50 }, focalPoint, 'remake:state': 'processing', 'next:focus': focalPoint },
      false,
    ],
    ['not of a film', { focalPoint, contentType: 'video/mp4' }, false],
    ['not before there is a file', { focalPoint, etag: undefined }, false],
  ])('%s', (_, changes, expected) => {
    expect(needsCrops(aPicture(changes))).toBe(expected);
  });
});
