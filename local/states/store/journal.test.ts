import { expect, it } from 'vitest';
import { openDatabase } from '../../database.ts';
import { Journal, JournalError } from './journal.ts';
import { createTables } from './schema.ts';

const line = { id: 1, sub: 0, path: '', type: 'ExecutionStarted', previous: 0, at: 0, details: null, memo: null };

const createJournal = () => {
  const database = openDatabase(':memory:');
  createTables(database);
  return { database, journal: new Journal(database) };
};

it('work that is asked for at one moment is kept in one transaction, with the lines that were gathered', async () => {
  const { database, journal } = createJournal();
  const seen: unknown[] = [];
  journal.append(7, line);
  await Promise.all(
    ['one', 'two'].map((name) =>
      journal.group(
        () => seen.push(name, database.isTransaction),
        () => seen.push(`after ${name}`, database.isTransaction),
      ),
    ),
  );
  expect(seen).toEqual(['one', true, 'two', true, 'after one', false, 'after two', false]);
  expect(journal.lastId(7)).toBe(1);
});

it('lines that a group writes are kept with it', async () => {
  const { journal } = createJournal();
  let kept = 0;
  await journal.group(
    () => journal.append(7, line),
    () => {
      kept = journal.lastId(7);
    },
  );
  expect(kept).toBe(1);
});

it('a group that cannot be kept tells everybody in it, and nothing is written any more', async () => {
  const { journal } = createJournal();
  const after: string[] = [];
  const broken = (): void => {
    throw new Error('The disk is full');
  };
  const asked = [
    journal.group(
      () => journal.append(7, line),
      () => after.push('told'),
    ),
    journal.group(broken),
  ];
  const outcomes = await Promise.allSettled(asked);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(after).toEqual([]);
  expect(journal.lastId(7)).toBe(0);
  expect(() => journal.append(7, line)).toThrow(JournalError);
});
