import { expect, test } from 'vitest';
import { cityOf, instantOf, localOf } from '../../app/zoned.ts';
import { countdown, dayWords, isSameClock, momentWords } from './moments.ts';

const at = (text: string): number => Date.parse(text);

test('a moment is told by the clocks of its place, in the language of the interface, with its year where that is another', () => {
  const moment = at('2026-12-04T20:00:00Z');
  const now = at('2026-11-23T09:00:00Z');
  expect(momentWords(moment, 'Europe/London', 'en-GB', now)).toBe('Fri 4 Dec, 20:00');
  expect(momentWords(moment, 'Asia/Tokyo', 'en-GB', now)).toBe('Sat 5 Dec, 05:00');
  expect(momentWords(moment, 'Europe/Madrid', 'es-ES', now)).toBe('vie 4 dic, 21:00');
  expect(dayWords(moment, 'Europe/London', 'en-GB', at('2027-01-02T00:00:00Z'))).toBe('Fri 4 Dec 2026');
});

test('what a place’s clocks tell at a moment leads back to it, before and after they change', () => {
  for (const moment of [at('2026-10-24T18:00:00Z'), at('2026-10-26T18:00:00Z')]) {
    const local = localOf(moment, 'Europe/Madrid');
    expect(instantOf(local, 'Europe/Madrid')).toBe(moment);
  }
  expect(localOf(at('2026-10-24T18:00:00Z'), 'Europe/Madrid')).toBe('2026-10-24T20:00');
  expect(localOf(at('2026-10-26T18:00:00Z'), 'Europe/Madrid')).toBe('2026-10-26T19:00');
});

test('two places tell the same time in one week and not in another', () => {
  expect(isSameClock(at('2026-12-04T20:00:00Z'), 'Europe/London', 'Africa/Abidjan')).toBe(true);
  expect(isSameClock(at('2026-07-04T20:00:00Z'), 'Europe/London', 'Africa/Abidjan')).toBe(false);
  expect(cityOf('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
});

test.each([
  [12 * 86_400_000, 'in 12 days', 'dentro de 12 días'],
  [3 * 3_600_000, 'in 3 hours', 'dentro de 3 horas'],
  [2 * 60_000, 'in 2 minutes', 'dentro de 2 minutos'],
  [40_000, 'in 40 seconds', 'dentro de 40 segundos'],
  [-2 * 86_400_000, '2 days ago', 'hace 2 días'],
])('a moment %d milliseconds away is counted in the largest unit that says enough', (away, english, spanish) => {
  expect(countdown(away, 0, 'en-GB')).toBe(english);
  expect(countdown(away, 0, 'es-ES')).toBe(spanish);
});
