import { expect, test } from 'vitest';
import type { AuditEntry } from '../../../api/content.ts';
import { toldOf } from './entries.ts';

const entry = (action: string, minute: number, more: Partial<AuditEntry> = {}): AuditEntry => ({
  ...{ entryId: `${action}-${minute}`, action, by: 'ada', version: minute },
  at: new Date(Date.UTC(2026, 10, 23, 10, minute)).toISOString(),
  ...more,
});

test('saves in a row by one person are one, those of others and of another hour are not', () => {
  const told = toldOf([
    entry('saved', 40),
    entry('saved', 39),
    entry('saved', 38, { by: 'ben' }),
    entry('saved', 37),
    entry('saved', 2),
    entry('created', 1),
  ]);
  expect(told.map(({ entry: { by, action }, times }) => [by, action, times])).toEqual([
    ['ada', 'saved', 2],
    ['ben', 'saved', 1],
    ['ada', 'saved', 1],
    ['ada', 'saved', 1],
    ['ada', 'created', 1],
  ]);
  expect(told[0]).toMatchObject({ from: 39, entry: { version: 40 } });
});

test('what was asked for and then happened is told once; what has not happened yet is told', () => {
  const details = { publicationId: 'p1' };
  const actions = toldOf([
    entry('asked-to-publish', 5, { details: { publicationId: 'p2' } }),
    entry('published', 4, { details }),
    entry('asked-to-publish', 3, { details }),
  ]).map(({ entry: { action, version } }) => [action, version]);
  expect(actions).toEqual([
    ['asked-to-publish', 5],
    ['published', 4],
  ]);
});
