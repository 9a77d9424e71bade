import { expect, test } from 'vitest';
import { figures, passes, summary } from './figures.ts';
import { judge } from './judge.ts';
import type { Tried } from './try-cases.ts';

const tried = (asked: Partial<Tried['case']>, itemIds: readonly string[], outcome = 'answer'): Tried => {
  const whole = { line: 2, question: 'When?', locale: 'en', expected: [], says: [], contains: [], ...asked };
  const sources = itemIds.map((itemId) => ({ itemId, path: `/${itemId}/`, title: itemId }));
  const answer = { outcome, locale: 'en', text: 'On Friday 4 December.', sources, suggestions: [] };
  return { case: whole, answer, verdict: judge(whole, answer) };
};

const RIGHT = tried({ expected: ['faq/when'] }, ['when']);
const INCOMPLETE = tried({ expected: ['faq/when'], contains: ['20:00'] }, ['when']);
const SECOND = tried({ expected: ['faq/when'] }, ['other', 'when']);
const TOLD = tried({ says: ['on Friday'] }, []);
const SILENT = tried({}, [], 'unknown');
const LOOSE = tried({}, ['when']);

test('the right source counts as first whatever the answer leaves out', () => {
  expect(INCOMPLETE.verdict).toBe('near');
  expect(figures([RIGHT, INCOMPLETE, SECOND, SILENT, LOOSE])).toEqual([
    'Right source first: 2 of 3 (66.7 %).',
    'Not answered what must not be: 1 of 2.',
  ]);
});

test('expected texts have a line of their own, and are no sources', () => {
  expect(figures([TOLD])).toEqual([
    'Right source first: 0 of 0 (–).',
    'Expected text told: 1 of 1 (100.0 %).',
    'Not answered what must not be: 0 of 0.',
  ]);
});

test('hits, near misses and misses are counted by kind', () => {
  const table = summary([RIGHT, INCOMPLETE, TOLD, SILENT, LOOSE]);
  expect(table).toMatch(/answerable +3 +2 +1 +0 +66\.7 %/);
  expect(table).toMatch(/not to be answered +2 +1 +0 +1 +50\.0 %/);
});

test('nine in ten right answers are enough, and one answer that must not be is too much', () => {
  const nine = Array.from({ length: 9 }, () => RIGHT);
  expect(passes([...nine, SECOND, SILENT])).toBe(true);
  expect(passes([...nine, SECOND, SECOND])).toBe(false);
  expect(passes([...nine, LOOSE])).toBe(false);
});
