import { expect, test } from 'vitest';
import { formatMoment, formatTime } from './clock.ts';
import { counted, formatBytes } from './count.ts';
import { formatAge, formatDuration } from './duration.ts';
import { formatMoney } from './money.ts';

test.each([
  [0, '0 ms'],
  [0.4, '0.4 ms'],
  [38, '38 ms'],
  [999.6, '1 s'],
  [1160, '1.16 s'],
  [9200, '9.2 s'],
  [9996, '10.0 s'],
  [48_600, '48.6 s'],
  [59_960, '1 m 00 s'],
  [490_000, '8 m 10 s'],
  [11_100_000, '3 h 05 m'],
  [187_200_000, '2 d 4 h'],
])('%d ms are said as %s', (milliseconds, said) => {
  expect(formatDuration(milliseconds)).toBe(said);
});

test('an age is said in its largest unit', () => {
  expect([12_000, 1_560_000, 10_800_000, 200_000_000].map((age) => formatAge(age))).toEqual([
    '12 s',
    '26 min',
    '3 h',
    '2 days',
  ]);
  expect(formatAge(200_000_000, 'es-ES')).toBe('2 días');
});

test('an amount too small to say is said to be under a limit', () => {
  expect([0, 0.00002, 0.0117, 0.42, 1204].map(formatMoney)).toEqual([
    '$0',
    'under $0.0001',
    '$0.0117',
    '$0.42',
    '$1,204',
  ]);
});

test('a time of another day has its day, one of another year its year', () => {
  const now = new Date(2026, 10, 22, 14, 3);
  expect(formatTime(new Date(2026, 10, 22, 14, 2, 9), now)).toBe('14:02:09');
  expect(formatTime(new Date(2026, 10, 20, 17, 30), now)).toBe('20 Nov, 17:30');
  expect(formatTime(new Date(2025, 10, 20, 17, 30), now)).toBe('20 Nov 2025, 17:30');
  expect(formatMoment(now, now, 'es-ES', 'hoy')).toBe('hoy, 14:03:00');
  expect(formatTime(new Date(2026, 0, 20, 17, 30), now, 'es-ES')).toBe('20 ene, 17:30');
});

test('counts and sizes are said with their units', () => {
  expect([counted(1, 'execution'), counted(1204, 'execution'), counted(2, 'retry', 'retries')]).toEqual([
    '1 execution',
    '1,204 executions',
    '2 retries',
  ]);
  expect([214, 1200, 999_600, 184_000_000].map(formatBytes)).toEqual(['214 B', '1.2 KB', '1 MB', '184 MB']);
});
