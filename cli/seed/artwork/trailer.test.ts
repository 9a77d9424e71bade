import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
// biome-ignore lint/style/noRestrictedImports: what is drawn here must be what the library takes, and only this test looks
import { checkCaptions } from '@marquee/services/ingest/recognise-upload/check-captions.ts';
// biome-ignore lint/style/noRestrictedImports: as above
import { inspectFilm } from '@marquee/services/media/inspect-film/inspect.ts';
// biome-ignore lint/style/noRestrictedImports: as above
import { inMemory } from '@marquee/services/media/inspect-film/ranges.ts';
import { expect, test } from 'vitest';
import { trailerCaptions } from './trailer-captions.ts';
import { drawFilm } from './trailer-film.ts';
import { frameAt, LENGTH } from './trailer-scenes.ts';

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

test('a part of the trailer is a film that the library takes, with the same bytes at every run', async () => {
  const once = await drawFilm(12, 12.5);
  expect(await inspectFilm(inMemory(once), 'video/webm')).toEqual({ width: 854, height: 480, duration: 0.5 });
  expect(hashOf(await drawFilm(12, 12.5))).toBe(hashOf(once));
});

test('it begins and ends in the dark, and lamps go out in between', () => {
  expect([frameAt(0).brightness, frameAt(LENGTH - 1 / 12).brightness]).toEqual([0, 0]);
  const burning = (time: number): number => frameAt(time).light.match(/fill="#fff6da"/g)?.length ?? 0;
  expect([1.5, 4, 6, 9].map(burning)).toEqual([8, 5, 3, 0]);
});

test.each(['en', 'es'] as const)('its captions in %s are sound and end before it does', (locale) => {
  const captions = trailerCaptions(locale);
  expect(checkCaptions(captions)).toBeUndefined();
  const times = (text: Buffer): string[] => text.toString().match(/.* --> .*/g) ?? [];
  expect(times(captions)).toEqual(times(trailerCaptions('en')));
  expect(times(captions).at(-1)).toBe('00:16.400 --> 00:19.000');
  expect(LENGTH).toBeGreaterThan(19);
});

test('its page says how long it lasts', async () => {
  const file = new URL('../content/trailer/official-trailer.json', import.meta.url);
  expect(JSON.parse(await readFile(file, 'utf8')).data.duration).toBe(LENGTH);
});
