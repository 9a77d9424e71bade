import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { openDatabase } from '../../database.ts';
import { Journal } from './journal.ts';
import type { Line } from './line.ts';
import { createTables } from './schema.ts';

const EXECUTION = 7;

/** Lines as the interpreter writes them: events counted up, notes behind them, written in portions. */
const written = fc.array(
  fc.array(fc.record({ notes: fc.nat(2), text: fc.option(fc.string({ unit: 'binary' })), long: fc.boolean() }), {
    maxLength: 60,
  }),
  { maxLength: 6 },
);

const plain = ({ id, sub, path, type, previous, at, details, memo }: Line): Line => ({
  id,
  sub,
  path,
  type,
  previous,
  at,
  details,
  memo,
});

const write = (journal: Journal, portions: { notes: number; text: string | null; long: boolean }[][]): Line[] => {
  const lines: Line[] = [];
  let id = 0;
  for (const portion of portions) {
    for (const { notes, text, long } of portion) {
      id += 1;
      const details = text === null ? null : JSON.stringify({ input: long ? text.padEnd(9000, '"') : text });
      for (let sub = 0; sub <= notes; sub++) {
        const memo = sub === 0 ? null : JSON.stringify({ value: [text, sub] });
        lines.push({
          id,
          sub,
          path: `${id}/0.1`,
          type: 'PassStateEntered',
          previous: id - 1,
          at: 1000 + id,
          details: sub === 0 ? details : null,
          memo,
        });
        journal.append(EXECUTION, lines.at(-1) as Line);
        journal.append(EXECUTION + 1, lines.at(-1) as Line);
      }
    }
    journal.flush();
  }
  return lines;
};

const createJournal = (): Journal => {
  const database = openDatabase(':memory:');
  createTables(database);
  return new Journal(database);
};

it('what was written is read again, whole and in pages of any length, in both orders', () => {
  void fc.assert(
    fc.property(written, fc.integer({ min: 1, max: 70 }), (portions, limit) => {
      const journal = createJournal();
      const lines = write(journal, portions);
      expect(journal.lines(EXECUTION).map(plain)).toEqual(lines);
      const events = lines.filter(({ sub }) => sub === 0);
      expect(journal.lastId(EXECUTION)).toBe(events.length);
      for (const back of [false, true]) {
        const read: Line[] = [];
        for (let from = back ? Number.MAX_SAFE_INTEGER : 0; ; ) {
          const page = journal.page(EXECUTION, from, limit, back);
          expect(page.length).toBeLessThanOrEqual(limit);
          if (page.length === 0) break;
          read.push(...page);
          from = page.at(-1)?.id ?? 0;
        }
        expect(read.map(plain)).toEqual(back ? events.toReversed() : events);
      }
    }),
    { numRuns: 60 },
  );
});

it('histories of an earlier release, a row a line, are taken over', () => {
  const database = openDatabase(':memory:');
  database.exec(`CREATE TABLE states_events (execution INTEGER NOT NULL, id INTEGER NOT NULL, sub INTEGER NOT NULL, path TEXT NOT NULL,
    type TEXT NOT NULL, previous INTEGER NOT NULL, at INTEGER NOT NULL, details TEXT, memo TEXT, PRIMARY KEY (execution, id, sub)) STRICT`);
  const insert = database.prepare('INSERT INTO states_events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  for (let id = 1; id <= 100; id++) {
    for (const execution of [1, 2])
      insert.run(execution, id, 0, '0', 'PassStateEntered', id - 1, id, '{"name":"A"}', null);
  }
  insert.run(2, 100, 1, '0', 'WaitUntil', 0, 5, null, '{"value":9}');
  createTables(database);
  createTables(database);
  const journal = new Journal(database);
  expect(journal.lines(1)).toHaveLength(100);
  expect(journal.lines(2).at(-1)).toMatchObject({ id: 100, sub: 1, memo: '{"value":9}' });
  expect(journal.page(1, 98, 10, false).map(plain)).toMatchObject([{ id: 99, details: '{"name":"A"}' }, { id: 100 }]);
});
