import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VirtualClock } from '../clock.ts';
import { openDatabase } from '../database.ts';
import { chain, createWorld, echo, functionError, type Handler, invoke } from './testing.ts';

type States = Record<string, Record<string, unknown>>;

/** Fails as its payload says, for as many attempts as it says. */
const handler: Handler = (call) => {
  const { fail, times, retry } = JSON.parse(String(call.input.Payload)) as {
    fail?: string;
    times?: number;
    retry?: number;
  };
  return fail !== undefined && (retry ?? 0) < (times ?? 0) ? functionError(fail) : echo(call);
};

const task = fc
  .record({ fail: fc.constantFrom('A', 'B'), times: fc.nat(3), caught: fc.boolean(), retries: fc.nat(2) })
  .map(({ fail, times, caught, retries }) => ({
    ...invoke({
      Arguments: { FunctionName: 'work', Payload: { fail, times, retry: '{% $states.context.State.RetryCount %}' } },
      Output: '{% $states.result.Payload.fail %}',
      Retry: [{ ErrorEquals: ['A', 'B'], MaxAttempts: retries, IntervalSeconds: 2 }],
    }),
    ...(caught
      ? { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'End', Output: '{% $states.errorOutput.Error %}' }] }
      : {}),
  }));

/** Children of Distributed Maps: Express ones cannot have such maps themselves. */
const child = (standard: fc.Arbitrary<States>): fc.Arbitrary<{ type: string; body: States }> =>
  fc.oneof(
    fc.record({ type: fc.constant('STANDARD'), body: standard }),
    fc.record({ type: fc.constant('EXPRESS'), body: fc.record({ Task: task, End: fc.constant({ Type: 'Succeed' }) }) }),
  );

/** Random machines: chains, branches and maps, inline and distributed, of passes, waits and tasks that fail now and then. */
const { states } = fc.letrec<{ states: States; state: Record<string, unknown> }>((tie) => ({
  state: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({
      Type: fc.constant('Pass'),
      Output: fc.constantFrom('literal', '{% $string($states.input) %}', '{% $missing %}', '{% $uuid() = "" %}'),
    }),
    fc.record({ Type: fc.constant('Wait'), Seconds: fc.constantFrom(0, 5, '{% 3 + 4 %}') }),
    task,
    fc.array(tie('states'), { minLength: 1, maxLength: 3 }).map((branches) => ({
      Type: 'Parallel',
      Branches: branches.map(chain),
      Output: '{% $string($states.result) %}',
    })),
    fc.record({ items: fc.nat(3), concurrency: fc.nat(2), tolerated: fc.nat(1), body: tie('states') }).map((map) => ({
      Type: 'Map',
      Items: Array.from({ length: map.items }, (_, index) => index),
      MaxConcurrency: map.concurrency,
      ToleratedFailureCount: map.tolerated,
      ItemProcessor: chain(map.body),
      Output: '{% $string($states.result) %}',
    })),
    fc.record({ items: fc.nat(3), concurrency: fc.nat(2), child: child(tie('states')) }).map((map) => ({
      Type: 'Map',
      Items: Array.from({ length: map.items }, (_, index) => index),
      MaxConcurrency: map.concurrency,
      ToleratedFailurePercentage: 50,
      ItemProcessor: {
        ...chain(map.child.body),
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: map.child.type },
      },
      // What stands for a child that failed names its execution.
      Output: "{% $string([$filter($states.result, function($item) { $type($item) != 'object' })]) %}",
    })),
  ) as fc.Arbitrary<Record<string, unknown>>,
  states: fc.array(tie('state'), { minLength: 1, maxLength: 3 }).map((list) => ({
    ...Object.fromEntries(list.map((state, index) => [`S${index}`, state])),
    End: { Type: 'Succeed' },
  })),
}));

/** Causes name events by number, and the order of events of parallel branches is open. */
const unnumbered = (output: string | undefined): string | undefined => output?.replace(/#\d+/g, '#');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'states-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('any workflow', () => {
  it('ends as it would have, wherever it is interrupted', async () => {
    let file = 0;
    await fc.assert(
      fc.asyncProperty(states, fc.nat(60), fc.nat(30), async (random, line, seconds) => {
        const definition = chain(random);
        const whole = createWorld({ handler });
        const expected = await whole.run(definition);
        file += 1;
        const path = join(folder, `${file}.db`);
        const clock = new VirtualClock();
        const database = openDatabase(path);
        database.exec('PRAGMA synchronous = OFF');
        const before = createWorld({ database, clock, handler });
        database.exec(`CREATE TEMP TRIGGER cut BEFORE INSERT ON main.states_history
          WHEN (SELECT count(*) FROM main.states_history) = ${line} BEGIN SELECT RAISE(ABORT, 'power cut'); END`);
        const machine = await before.create(definition);
        await before.start(machine, {}, 'run').catch(() => undefined);
        await clock.advance(seconds * 1000);
        // The cut may come with what closing writes.
        await before.states.close().catch(() => undefined);
        const after = createWorld({ database: openDatabase(path), clock, handler });
        after.states.resume();
        const ended = await after.finish(machine.replace(':stateMachine:', ':execution:').concat(':run'));
        // Which of several failing branches is first depends on when the process is back, so the error's name is open.
        expect([ended.status, unnumbered(ended.output)]).toEqual([expected.status, unnumbered(expected.output)]);
        const events = await after.history(ended.executionArn);
        expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1));
        expect(events.every(({ id, previousEventId }) => previousEventId < id)).toBe(true);
        await after.states.close();
      }),
      { numRuns: 100 },
    );
  });
});
