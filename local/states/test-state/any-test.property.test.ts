import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { AwsError } from '../../aws/error.ts';
import { createWorld, echo } from '../testing.ts';

const json = fc.jsonValue({ maxDepth: 2 });
/** What is right where it stands, and now and then something that is not. */
const mostly = <T>(right: fc.Arbitrary<T>, wrong: fc.Arbitrary<T>) =>
  fc.oneof({ arbitrary: right, weight: 30 }, { arbitrary: wrong, weight: 1 });
const text = (value: fc.Arbitrary<unknown>): fc.Arbitrary<string> =>
  mostly(
    value.map((each) => JSON.stringify(each)),
    fc.string(),
  );
const optional = <T extends object>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(fields, { requiredKeys: [] });

const inner = { StartAt: 'Deep', States: { Deep: { Type: 'Pass', End: true } } };
const distributed = { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, ...inner };
const reader = {
  Resource: 'arn:aws:states:::s3:getObject',
  ReaderConfig: { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' },
  Parameters: { Bucket: 'b', Key: 'k' },
};
const resources = [
  'lambda:invoke',
  'sqs:sendMessage.waitForTaskToken',
  'glue:startJobRun.sync',
  'aws-sdk:s3:getObject',
];
const failing = optional({
  Retry: fc.constant([{ ErrorEquals: ['E'], MaxAttempts: 9, JitterStrategy: 'FULL' }]),
  Catch: fc.constant([{ ErrorEquals: ['States.ALL'], Next: 'Else', ResultPath: '$.error' }]),
  ResultPath: fc.constantFrom('$', null, '$.a.b'),
  InputPath: fc.constantFrom('$', null, '$.in'),
});
const task = fc.constantFrom(...resources).map((name) => ({
  Type: 'Task',
  Resource: `arn:aws:states:::${name}`,
  Parameters: { 'token.$': '$$.Task', 'all.$': '$' },
}));
const map = optional({
  ItemsPath: fc.constantFrom('$', '$.in'),
  ItemReader: fc.constant(reader),
  ItemSelector: fc.constant({ 'at.$': '$$.Map.Item.Index' }),
  ItemBatcher: fc.constant({ MaxItemsPerBatch: 2 }),
  ToleratedFailurePercentage: mostly(fc.integer({ min: 0, max: 100 }), fc.constant(101)),
}).map((more) => ({ Type: 'Map', ItemProcessor: distributed, ...more }));
const parallel = fc.constant({ Type: 'Parallel', Branches: [inner, inner] });
const state = fc.tuple(fc.oneof(task, map, parallel), failing).map(([one, more]) => ({ ...one, ...more, End: true }));

const errorOutput = { error: fc.constantFrom('E', 'States.Runtime', 'States.Timeout'), cause: fc.string() };
const mock = fc.oneof(
  fc.record({ result: text(fc.array(json, { minLength: 2, maxLength: 2 })), fieldValidationMode: fc.constant('NONE') }),
  fc.record({ result: text(fc.dictionary(fc.constantFrom('ContentLength', 'Any'), json)) }),
  fc.record({ errorOutput: mostly(fc.record(errorOutput), optional(errorOutput)) }),
  optional({ result: text(json), errorOutput: optional(errorOutput) }),
);
const items = fc.array(json, { maxLength: 5 });
const request = fc.record(
  {
    definition: text(mostly<unknown>(state, json)),
    input: text(fc.oneof(items, fc.record({ in: items }), json)),
    roleArn: fc.constant('arn:aws:iam::000000000000:role/workflow'),
    variables: text(mostly<unknown>(fc.dictionary(fc.constantFrom('a', 'b'), json), json)),
    context: text(optional({ State: mostly<unknown>(fc.constant({ RetryCount: 1 }), json), Task: fc.constant({}) })),
    inspectionLevel: mostly(fc.constantFrom('INFO', 'DEBUG', 'TRACE'), fc.constant('ALL')),
    mock,
    stateConfiguration: optional({
      retrierRetryCount: mostly(fc.nat({ max: 2 }), fc.constant(-1)),
      mapIterationFailureCount: fc.nat({ max: 2 }),
      mapItemReaderData: fc.constantFrom('a,b\n1,2\n', 'a\n', '"'),
    }),
  },
  { requiredKeys: ['definition', 'mock'] },
);
const STATUSES = ['SUCCEEDED', 'FAILED', 'RETRIABLE', 'CAUGHT_ERROR'];

it('any test of a state is refused by name or tells how it ended', async () => {
  const world = createWorld({ handler: echo });
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(request, async (input) => {
      try {
        const { status, output = 'null' } = await world.api<{ status: string; output?: string }>('TestState', input);
        expect(STATUSES).toContain(status);
        seen.add(status);
        JSON.parse(output);
      } catch (error) {
        if (!(error instanceof AwsError)) throw error;
        expect(['InvalidDefinition', 'InvalidExecutionInput', 'ValidationException']).toContain(error.code);
      }
      expect(world.states.loaded()).toBe(0);
    }),
    { numRuns: 600 },
  );
  expect([...seen].sort()).toEqual([...STATUSES].sort());
});
