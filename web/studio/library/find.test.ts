import { expect, test } from 'vitest';
import type { Asset } from '../api/assets.ts';
import { counted, foldersIn, found, sorted, tagsIn } from './find.ts';

const asset = (name: string, more: Partial<Asset> = {}): Asset => ({
  ...{ assetId: name, name, fileName: `${name}.jpg`, state: 'ready', version: 1, folder: '', tags: [], alt: {} },
  ...{ declaredType: 'image/jpeg', focalPoint: { x: 50, y: 50 }, renditions: { ready: 9, total: 9, failed: 0 } },
  ...{ correlationId: 'c', createdBy: 'ada', createdAt: '2026-03-01T09:00:00.000Z' },
  updatedAt: '2026-03-01T09:00:00.000Z',
  ...more,
});

const all = [
  asset('keeper', { folder: 'stills', tags: ['cast'], alt: { es: 'Una guardesa en la torre' }, bytes: 10 }),
  asset('storm', {
    folder: 'stills/episode-1',
    tags: ['cast', 'night'],
    bytes: 30,
    createdAt: '2026-03-03T09:00:00.000Z',
  }),
  asset('trailer', { declaredType: 'video/mp4', state: 'failed', createdAt: '2026-03-02T09:00:00.000Z' }),
  asset('subtitles', { declaredType: 'text/vtt' }),
  asset('poster 10', { replacement: { state: 'refused', fileName: 'poster.tif' } }),
  asset('poster 9', { folder: 'stillborn' }),
];
const names = (assets: readonly Asset[]): string[] => assets.map(({ name }) => name);

test('every word that is looked for is in the name, a tag, a folder or a text of any language, accents aside', () => {
  expect(names(found(all, { text: 'GUARDÉSA torre' }))).toEqual(['keeper']);
  expect(names(found(all, { text: 'cast episode' }))).toEqual(['storm']);
  expect(names(found(all, { text: 'torre nothing' }))).toEqual([]);
});

test('a folder holds what is in folders below it, and not what only begins with its name', () => {
  expect(names(found(all, { text: '', folder: 'stills' }))).toEqual(['keeper', 'storm']);
  expect(foldersIn(all, '')).toEqual([
    { path: 'stillborn', name: 'stillborn', count: 1 },
    { path: 'stills', name: 'stills', count: 2 },
  ]);
  expect(foldersIn(all, 'stills')).toEqual([{ path: 'stills/episode-1', name: 'episode-1', count: 1 }]);
});

test('kinds are counted, and what waits for somebody is one of them', () => {
  expect(counted(all)).toEqual({ all: 6, image: 4, video: 1, captions: 1, needs: 2 });
  expect(names(found(all, { text: '', kind: 'needs' }))).toEqual(['trailer', 'poster 10']);
  expect(names(found(all, { text: '', kind: 'video' }))).toEqual(['trailer']);
});

test('a list is sorted by age, size, or name with its numbers as numbers', () => {
  expect(names(sorted(all, 'newest')).slice(0, 2)).toEqual(['storm', 'trailer']);
  expect(names(sorted(all, 'oldest')).at(-1)).toBe('storm');
  expect(names(sorted(all, 'size')).slice(0, 2)).toEqual(['storm', 'keeper']);
  expect(names(sorted(all, 'name'))).toEqual(['keeper', 'poster 9', 'poster 10', 'storm', 'subtitles', 'trailer']);
});

test('the tag that is used most comes first', () => {
  expect(tagsIn(all)).toEqual(['cast', 'night']);
  expect(names(found(all, { text: '', tag: 'night' }))).toEqual(['storm']);
});
