import { expect, test } from 'vitest';
import { shown } from './figure.ts';
import { table } from './table.ts';

const ratio = { figure: 'ratio', value: 0.85, unit: 'ratio', goal: { atLeast: 0.85 } };

test('a figure that just reaches its goal meets it, from below and from above', () => {
  expect(shown('media', ratio)).toMatchObject({ goal: '>= 0.85', met: true });
  expect(shown('media', { ...ratio, value: 0.849 }).met).toBe(false);
  expect(shown('start', { ...ratio, value: 5, goal: { atMost: 5 } })).toMatchObject({ goal: '<= 5', met: true });
  expect(shown('start', { ...ratio, value: 5.001, goal: { atMost: 5 } }).met).toBe(false);
});

test('rounding for display does not turn a miss into a hit', () => {
  expect(shown('media', { ...ratio, value: 0.849999 })).toMatchObject({ value: 0.85, met: false });
});

test('a figure without a goal is neither met nor missed', () => {
  expect(shown('start', { figure: 'cold', value: 7.12345, unit: 's' })).toEqual({
    bench: 'start',
    figure: 'cold',
    value: 7.123,
    unit: 's',
    goal: null,
    met: null,
  });
});

test('what this machine does not tell is null, and its goal neither met nor missed', () => {
  expect(shown('start', { ...ratio, value: undefined })).toMatchObject({ value: null, goal: '>= 0.85', met: null });
});

test('the table sets values to the right and shouts what is missed', () => {
  const figures = [shown('media', { ...ratio, value: 0.5 }), shown('start', { figure: 'cold', value: 12, unit: 's' })];
  expect(table(figures).split('\n')).toEqual([
    'BENCH  FIGURE  VALUE  UNIT   GOAL     MET',
    'media  ratio     0.5  ratio  >= 0.85  NO',
    'start  cold       12  s',
  ]);
});
