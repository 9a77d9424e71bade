import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aFilm } from '../testing/films.ts';
import { inspectInTime } from './inspect-in-time.ts';

const TYPES = { webm: 'video/webm', mp4: 'video/mp4' } as const;

test.each(['webm', 'mp4'] as const)('a film in %s is inspected, and left to whoever brought it', async (kind) => {
  const bytes = await aFilm(kind);
  expect(await inspectInTime({ bytes: bytes }, TYPES[kind])).toEqual({ width: 64, height: 36, duration: 1 });
  expect(bytes.length).toBeGreaterThan(0);
});

test('a damaged film that leads the parser round in a circle is refused', async () => {
  const bytes = await aFilm('webm', { sound: true, at: [0, 0.5, 1] });
  for (const [at, value] of [
    [250, 201],
    [600, 199],
    [582, 99],
    [565, 118],
  ] as const)
    bytes[at] = value;
  expect(await inspectInTime({ bytes: bytes }, 'video/webm', 500)).toMatchObject({
    refused: { code: 'unreadable-film', message: expect.stringContaining('damaged'), remedy: expect.any(String) },
  });
});

test.each(['webm', 'mp4'] as const)(
  'whatever is damaged in a %s film, it is measured or refused',
  async (kind) => {
    const film = await aFilm(kind, { sound: true, at: [0, 0.5, 1] });
    const damage = fc.record({ at: fc.nat(film.length - 1), value: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 6 }), async (damages) => {
        const bytes = Uint8Array.from(film);
        for (const { at, value } of damages) bytes[at] = value;
        const found = await inspectInTime({ bytes: bytes }, TYPES[kind], 500);
        if ('refused' in found) expect(found.refused.message).toMatch(/^The f.+\.$/s);
        else for (const value of Object.values(found)) expect(value).toBeGreaterThan(0);
      }),
      { numRuns: 15 },
    );
  },
  60_000,
);
