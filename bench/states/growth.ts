import { join } from 'node:path';
import { transaction } from '../../local/database.ts';
import type { Figure } from '../figure.ts';
import { median } from '../statistics.ts';
import { type Engine, openEngine } from './engine.ts';

const IN_STORE = 100_000;
const ROUNDS = 25;
const EXECUTIONS = 400;
const AT_ONCE = 20;

const DEFINITION = {
  StartAt: 'Note',
  States: {
    Note: { Type: 'Pass', Result: { seen: true }, ResultPath: '$.note', Next: 'Done' },
    Done: { Type: 'Succeed' },
  },
};
const INPUT = JSON.stringify({ asset: 'a-17' });

/** Time of the next executions with 100,000 in store beside that on an empty database. */
export const growth = async (folder: string, note: (text: string) => void): Promise<Figure[]> => {
  const full = openEngine(join(folder, 'full.sqlite'));
  const empty = openEngine(join(folder, 'empty.sqlite'));
  try {
    const [inFull, inEmpty] = [
      await full.create('STANDARD', 'm', DEFINITION),
      await empty.create('STANDARD', 'm', DEFINITION),
    ];
    note(`storing ${IN_STORE.toLocaleString('en')} executions`);
    await fill(full, inFull);
    const ratios: number[] = [];
    for (let round = -2; round < ROUNDS; round++) {
      const first = round % 2 === 0;
      const before = first ? 0 : await timed(empty, inEmpty);
      const withMany = await timed(full, inFull);
      const withNone = first ? await timed(empty, inEmpty) : before;
      if (round >= 0) ratios.push(withMany / withNone);
    }
    return [
      {
        figure: 'next execution, 100,000 in store / none',
        value: median(ratios),
        unit: 'ratio',
        goal: { atMost: 1.1 },
      },
    ];
  } finally {
    await full.close();
    await empty.close();
  }
};

/** Runs one execution, and copies its rows until there are as many as wanted: each then has all that a real one has. */
const fill = async (engine: Engine, stateMachineArn: string): Promise<void> => {
  const { database } = engine;
  await engine.end(await engine.start(stateMachineArn, INPUT));
  const columns = (table: string, ...without: string[]): string =>
    database
      .prepare(`PRAGMA table_info(${table})`)
      .all()
      .map(({ name }) => String(name))
      .filter((name) => !without.includes(name))
      .join(', ');
  const executions = columns('states_executions', 'key', 'arn', 'name');
  const events = columns('states_history', 'execution');
  const copy = database.prepare(
    `WITH RECURSIVE copies(n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM copies WHERE n < ?)
     INSERT INTO states_executions (key, arn, name, ${executions})
     SELECT n, arn || '-' || n, name || '-' || n, ${executions} FROM copies, states_executions WHERE key = 1`,
  );
  const copyEvents = database.prepare(
    `INSERT INTO states_history (execution, ${events})
     SELECT key, ${events} FROM (SELECT key FROM states_executions WHERE key > 1), states_history WHERE execution = 1`,
  );
  transaction(database, () => {
    copy.run(IN_STORE);
    copyEvents.run();
  });
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  const found = database.prepare('SELECT count(*) AS count FROM states_executions').get();
  if (found?.count !== IN_STORE) throw new Error(`There are ${found?.count} executions in store.`);
};

const timed = async (engine: Engine, stateMachineArn: string): Promise<number> => {
  const started = performance.now();
  let left = EXECUTIONS;
  const one = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await engine.end(await engine.start(stateMachineArn, INPUT));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return performance.now() - started;
};
