// Run by idle.ts in a process of its own, with --expose-gc and a folder as its argument: prints an `Idle` as JSON.
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { type Engine, openEngine } from './engine.ts';

/** Bytes of heap for each execution that waits, and the seconds until a new engine on the same file has taken all over. */
export type Idle = { bytes: number; seconds: number };

const EXECUTIONS = 10_000;
const DEFINITION = {
  StartAt: 'Wait',
  States: { Wait: { Type: 'Wait', Seconds: 86_400, Next: 'Done' }, Done: { Type: 'Succeed' } },
};
const INPUT = JSON.stringify({ asset: 'a-17', title: 'The long night' });

const heap = async (): Promise<number> => {
  const { gc } = globalThis;
  if (!gc) throw new Error('This needs node --expose-gc.');
  for (let pass = 0; pass < 3; pass++) {
    await turn();
    gc();
  }
  return process.memoryUsage().heapUsed;
};

/** Until nothing but the waiting goes on. */
const atRest = async ({ states }: Engine): Promise<void> => {
  while (states.loaded() > 0) await turn();
};

const start = async (engine: Engine, machine: string, count: number): Promise<void> => {
  for (let started = 0; started < count; started++) {
    await engine.start(machine, INPUT);
    // As calls over HTTP would, each on a turn of its own.
    if (started % 10 === 9) await turn();
  }
  await atRest(engine);
};

const waiting = ({ database }: Engine): number =>
  Number(database.prepare("SELECT count(*) AS count FROM states_executions WHERE status = 'RUNNING'").get()?.count);

const file = join(process.argv[2] ?? '.', 'idle.sqlite');
const engine = openEngine(file);
const machine = await engine.create('STANDARD', 'm', DEFINITION);
await start(engine, machine, 500); // warms the code and SQLite's caches
const before = await heap();
await start(engine, machine, EXECUTIONS);
const bytes = ((await heap()) - before) / EXECUTIONS;
if (waiting(engine) !== EXECUTIONS + 500) throw new Error('Some of the executions do not wait.');
await engine.close();

const started = performance.now();
const next = openEngine(file);
const taken = next.states.resume();
await atRest(next);
const seconds = (performance.now() - started) / 1000;
if (taken !== EXECUTIONS + 500) throw new Error(`${taken} executions were taken over.`);
await next.close();
console.log(JSON.stringify({ bytes, seconds } satisfies Idle));
