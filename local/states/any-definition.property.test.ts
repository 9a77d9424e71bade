import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AwsError } from '../aws/error.ts';
import { createWorld, echo } from './testing.ts';

/** Most rounds of the clock for a machine whose states may lead in circles. */
const ROUNDS = 40;

/** What an API answers to a definition or an input that it does not take. */
const REFUSALS = ['InvalidDefinition', 'InvalidExecutionInput', 'ValidationException'];

const json = fc.jsonValue({ maxDepth: 1 });
/** Texts that are right where they stand, and now and then one that is not. */
const mostly = (right: string[], wrong: string[]) =>
  fc.oneof({ arbitrary: fc.constantFrom(...right), weight: 12 }, { arbitrary: fc.constantFrom(...wrong), weight: 1 });

const path = mostly(
  ['$', '$.a', '$.a[0].b', '$$.Execution.Name', '$..b', '$.list[?(@.b > 1)]'],
  ['$[', '$missing', 'x'],
);
const call = mostly(
  [
    "States.Format('{}', $.a)",
    'States.ArrayGetItem($.list, 1)',
    'States.MathRandom(1, 3)',
    'States.JsonMerge($.a, $.list, false)',
  ],
  ['States.Nothing()'],
);
const expression = mostly(['{% $states.input %}', '{% $states.input.a + 1 %}', '{% $uuid() %}', 'text'], ['{% ( %}']);
const some = <T extends object>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(fields, { requiredKeys: [] });

/** What a state of JSONPath and one of JSONata may have, with values that fit or do not. */
const shared = {
  JSONPath: some({
    InputPath: path,
    OutputPath: path,
    Assign: some({ a: json, 'b.$': path }),
    Comment: fc.string(),
  }),
  JSONata: some({ Output: fc.oneof(expression, json), Assign: some({ a: expression }), Comment: fc.string() }),
};
const worked = {
  JSONPath: some({
    Parameters: some({ FunctionName: fc.string(), 'Payload.$': fc.oneof(path, call) }),
    ResultSelector: some({ 'a.$': path }),
    ResultPath: fc.constantFrom('$', '$.a', '$.x.y', null, '$.a[0]'),
  }),
  JSONata: some({ Arguments: fc.oneof(expression, json) }),
};
const caught = some({
  Retry: fc.constant([{ ErrorEquals: ['States.ALL'], MaxAttempts: 1 }]),
  Catch: fc.constant([{ ErrorEquals: ['States.ALL'], Next: 'End' }]),
});
const own = {
  Pass: some({ Result: json }),
  Wait: fc.oneof(
    fc.record({ Seconds: fc.oneof(fc.nat(), expression) }),
    fc.record({ SecondsPath: path }),
    fc.record({ Timestamp: fc.constantFrom('2026-02-01T00:00:00Z', 'never') }),
  ),
  Task: fc.record({
    Resource: fc.constantFrom('arn:aws:states:::lambda:invoke', 'arn:aws:states:::aws-sdk:s3:getObject', 'nonsense'),
  }),
  Choice: fc.record({
    Choices: fc.array(
      fc.oneof(
        fc.record({ Variable: path, NumericGreaterThan: fc.integer(), Next: fc.constant('End') }),
        fc.record({ Variable: path, IsPresent: fc.boolean(), Next: fc.constantFrom('End', 'One') }),
        fc.record({ Condition: expression, Next: fc.constant('End') }),
      ),
      { minLength: 1, maxLength: 2 },
    ),
  }),
  Parallel: fc.record({ Branches: fc.array(fc.constant(inner()), { maxLength: 2 }) }),
  Map: some({
    ItemsPath: path,
    Items: fc.oneof(expression, json),
    MaxConcurrency: fc.oneof(fc.nat(3), json),
    ItemProcessor: fc.constant(inner()),
  }),
  Succeed: fc.constant({}),
  Fail: some({ Error: fc.string(), Cause: expression }),
};

function inner() {
  return { StartAt: 'Inner', States: { Inner: { Type: 'Pass', End: true } } };
}

/** One state of any type with fields of its own, and now and then one that is not, before an end. */
const machine = fc
  .record({
    type: fc.constantFrom(...(Object.keys(own) as (keyof typeof own)[])),
    language: fc.constantFrom('JSONPath' as const, 'JSONata' as const),
    stray: fc.oneof(
      { arbitrary: fc.constant({}), weight: 9 },
      {
        arbitrary: fc.dictionary(fc.constantFrom('Next', 'Retry', 'Gate', 'Seconds'), json, { maxKeys: 1 }),
        weight: 1,
      },
    ),
  })
  .chain(({ type, language, stray }) =>
    fc.tuple(own[type], shared[language], worked[language], caught).map(([fields, common, work, catching]) => {
      const works = type === 'Task' || type === 'Parallel' || type === 'Map';
      const ends = type === 'Succeed' || type === 'Fail' || type === 'Choice';
      const moves = ends ? {} : { Next: 'End' };
      const One = {
        Type: type,
        ...(type === 'Fail' ? {} : common),
        ...fields,
        ...(works ? { ...work, ...catching } : {}),
        ...moves,
        ...stray,
      };
      const otherwise = type === 'Choice' ? { Default: 'End' } : {};
      return {
        QueryLanguage: language,
        StartAt: 'One',
        States: { One: { ...One, ...otherwise }, End: { Type: 'Pass', End: true } },
      };
    }),
  );

const definition = fc.oneof({ arbitrary: machine, weight: 9 }, { arbitrary: json, weight: 1 });

describe('any definition and any input', () => {
  it('are refused by name or run to an end, and never harm the engine', async () => {
    let ran = 0;
    await fc.assert(
      fc.asyncProperty(definition, fc.jsonValue(), async (random, input) => {
        const world = createWorld({ handler: echo });
        try {
          const machine = await world.create(random as object).catch(refused);
          const executionArn = machine && (await world.start(machine, input as never).catch(refused));
          if (executionArn === undefined) return;
          ran += 1;
          let { status } = await world.describe(executionArn);
          for (let round = 0; round < ROUNDS && status === 'RUNNING'; round++) {
            await world.clock.advance(Math.max(0, (world.clock.next() ?? 0) - world.clock.now()));
            ({ status } = await world.describe(executionArn));
          }
          if (status === 'RUNNING') await world.api('StopExecution', { executionArn });
          const last = { executionArn, reverseOrder: true, maxResults: 1 };
          const { events } = await world.api<{ events: { type: string }[] }>('GetExecutionHistory', last);
          expect(events[0]?.type).toMatch(/^Execution(Succeeded|Failed|TimedOut|Aborted)$/);
          expect(world.states.loaded()).toBe(0);
        } finally {
          await world.states.close();
        }
      }),
      { numRuns: 400 },
    );
    expect(ran).toBeGreaterThan(40);
  });
});

/** Lets a refusal pass that AWS has; whatever else is thrown is a fault of the engine. */
const refused = (error: unknown): undefined => {
  if (!(error instanceof AwsError) || !REFUSALS.includes(error.code)) throw error;
  return undefined;
};
