import { describe, expect, it } from 'vitest';
import { createWorld, echo, invoke, ROLE } from '../testing.ts';

type Answer = {
  status: string;
  output?: string;
  error?: string;
  cause?: string;
  nextState?: string;
  inspectionData?: Record<string, unknown>;
};

/** Tests a state and gives the answer with its JSON parsed. */
const test = async (definition: object, more: Record<string, unknown> = {}, world = createWorld({ handler: echo })) => {
  const input = { definition: JSON.stringify(definition), inspectionLevel: 'DEBUG', ...more };
  const answer = await world.api<Answer>('TestState', input);
  const { inspectionData = {}, output } = answer;
  const parsed = (value: unknown): unknown => (typeof value === 'string' ? JSON.parse(value) : value);
  const seen = Object.fromEntries(Object.entries(inspectionData).map(([name, value]) => [name, parsed(value)]));
  return { ...answer, output: parsed(output), seen };
};

describe('a state under test', () => {
  it('tells each stage of its data, in JSONPath', async () => {
    const pass = { Type: 'Pass', InputPath: '$.in', Parameters: { 'b.$': '$.a' }, ResultPath: '$.out', Next: 'Later' };
    const { status, nextState, output, seen } = await test(pass, { input: '{"in":{"a":1}}' });
    expect({ status, nextState, output }).toEqual({
      status: 'SUCCEEDED',
      nextState: 'Later',
      output: { in: { a: 1 }, out: { b: 1 } },
    });
    expect(seen).toEqual({
      input: { in: { a: 1 } },
      afterInputPath: { a: 1 },
      afterParameters: { b: 1 },
      afterResultSelector: { b: 1 },
      afterResultPath: { in: { a: 1 }, out: { b: 1 } },
    });
  });

  it('tells what it called with and what came of it, in JSONata', async () => {
    const task = { QueryLanguage: 'JSONata', ...invoke({ Output: '{% $states.result.StatusCode %}', End: true }) };
    const { output, seen } = await test(task, { roleArn: ROLE, input: '{"n":3}' });
    expect(output).toBe(200);
    expect(seen).toMatchObject({
      input: { n: 3 },
      afterArguments: { FunctionName: 'work', Payload: { n: 3 } },
      result: { Payload: { n: 3 }, StatusCode: 200 },
    });
    expect(Object.keys(seen).sort()).toEqual(['afterArguments', 'input', 'result']);
  });

  it('tells nothing of its data where nobody asks', async () => {
    const answer = await createWorld().api('TestState', { definition: '{"Type":"Succeed"}', input: '1' });
    expect(answer).toEqual({ status: 'SUCCEEDED', output: '1' });
  });

  it('reads variables and leaves its own beside them', async () => {
    const pass = {
      Type: 'Pass',
      QueryLanguage: 'JSONata',
      Output: '{% $a %}',
      Assign: { b: '{% $a + 1 %}' },
      End: true,
    };
    const { output, seen } = await test(pass, { variables: '{"a":1}' });
    expect(output).toBe(1);
    expect(seen.variables).toEqual({ a: 1, b: 2 });
  });

  it('waits as long as it says, on the clock', async () => {
    const world = createWorld();
    const waiting = test({ Type: 'Wait', Seconds: 60, End: true }, {}, world);
    await world.clock.advance(60_000);
    expect((await waiting).status).toBe('SUCCEEDED');
  });

  it('fails when it has taken five minutes', async () => {
    const world = createWorld();
    const waiting = test({ Type: 'Wait', Seconds: 600, End: true }, {}, world);
    await world.clock.advance(300_000);
    expect(await waiting).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
  });

  it('leaves nothing behind', async () => {
    const world = createWorld();
    await test({ Type: 'Pass', End: true }, {}, world);
    expect(world.states.loaded()).toBe(0);
    expect(world.states.resume()).toBe(0);
    expect(world.logs).toEqual([]);
  });

  it('goes where the rule that holds points', async () => {
    const choice = {
      Type: 'Choice',
      Choices: [{ Variable: '$.n', NumericGreaterThan: 1, Next: 'Many' }],
      Default: 'Few',
    };
    expect((await test(choice, { input: '{"n":2}' })).nextState).toBe('Many');
    expect((await test(choice, { input: '{"n":1}' })).nextState).toBe('Few');
  });
});

describe('an error of a state under test', () => {
  const failing = (more: object): object => ({ ...invoke({ End: true }), QueryLanguage: 'JSONata', ...more });
  const mock = { errorOutput: { error: 'Busy', cause: 'too much' } };
  const Retry = [
    { ErrorEquals: ['Other'] },
    { ErrorEquals: ['Busy'], IntervalSeconds: 2, BackoffRate: 3, MaxAttempts: 2, MaxDelaySeconds: 5 },
  ];
  const Catch = [
    { ErrorEquals: ['Other'], Next: 'A' },
    { ErrorEquals: ['States.ALL'], Next: 'B', Output: '{% $states.errorOutput.Cause %}' },
  ];

  it('is told with the retry that takes it and the time until then', async () => {
    const first = await test(failing({ Retry, Catch }), { mock });
    expect(first).toMatchObject({ status: 'RETRIABLE', error: 'Busy', cause: 'too much' });
    expect(first.seen.errorDetails).toEqual({ retryIndex: 1, retryBackoffIntervalSeconds: 2 });
    expect(first.output).toBeUndefined();
    const second = await test(failing({ Retry, Catch }), { mock, stateConfiguration: { retrierRetryCount: 1 } });
    expect(second.seen.errorDetails).toEqual({ retryIndex: 1, retryBackoffIntervalSeconds: 5 });
  });

  it('goes to the catcher once its retries are used up', async () => {
    const answer = await test(failing({ Retry, Catch }), { mock, stateConfiguration: { retrierRetryCount: 2 } });
    expect(answer).toMatchObject({ status: 'CAUGHT_ERROR', nextState: 'B', output: 'too much', error: 'Busy' });
    expect(answer.seen.errorDetails).toEqual({ catchIndex: 1 });
  });

  it('counts the retries that a given context object tells of', async () => {
    const context = JSON.stringify({ State: { RetryCount: 2 } });
    expect((await test(failing({ Retry, Catch }), { mock, context })).status).toBe('CAUGHT_ERROR');
  });

  it('goes out to the states around, where it is not caught', async () => {
    const inner = { StartAt: 'Work', States: { Work: invoke({ End: true }) } };
    const map = { Type: 'Map', ItemProcessor: inner, Catch: [{ ErrorEquals: ['Busy'], Next: 'Sorry' }], End: true };
    const machine = { QueryLanguage: 'JSONata', StartAt: 'Map', States: { Map: map, Sorry: { Type: 'Fail' } } };
    expect(await test(machine, { mock, stateName: 'Work' })).toMatchObject({
      status: 'CAUGHT_ERROR',
      nextState: 'Sorry',
      output: { Error: 'Busy', Cause: 'too much' },
    });
  });

  it('fails the test where nothing takes it, as a query that cannot be evaluated does', async () => {
    expect(await test(failing({}), { mock })).toMatchObject({ status: 'FAILED', error: 'Busy' });
    const broken = { Type: 'Pass', QueryLanguage: 'JSONata', Output: '{% $states.input.none %}', End: true };
    expect(await test(broken)).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' });
  });
});

describe('the context object of a test', () => {
  const task = invoke({ QueryLanguage: 'JSONata', Output: '{% $states.context %}', End: true });
  const mock = { result: '{}' };

  it('is made up where none is given', async () => {
    const { output } = await test(task, { mock, input: '{"a":1}', roleArn: ROLE });
    expect(output).toMatchObject({
      Execution: { Input: { a: 1 }, RoleArn: ROLE },
      State: { Name: 'StateName', RetryCount: 0 },
    });
    expect((output as { Execution: object }).Execution).not.toHaveProperty('RedriveCount');
  });

  it('is exactly the given one', async () => {
    expect((await test(task, { mock, context: '{"Execution":{"Id":"x"}}' })).output).toEqual({
      Execution: { Id: 'x' },
    });
    expect((await test(task, { mock, context: '{}' })).output).toEqual({});
  });

  it('has the item where the state is of a Map', async () => {
    const inner = { StartAt: 'Work', States: { Work: { ...task, Output: '{% $states.context.Map %}' } } };
    const machine = { StartAt: 'Map', States: { Map: { Type: 'Map', ItemProcessor: inner, End: true } } };
    const { output } = await test(machine, { mock, stateName: 'Work', input: '"first"' });
    expect(output).toEqual({ Item: { Index: 0, Value: 'first' } });
  });

  it.each([
    ['{"Weather":{}}', "Invalid Context object provided: Field 'Weather' is not allowed"],
    ['{"State":{"Mood":1}}', "Invalid Context object provided: Field 'Mood' is not allowed"],
    ['[]', 'Invalid Context object provided: it must be a JSON object'],
  ])('cannot be %s', async (context, message) => {
    await expect(test(task, { mock, context })).rejects.toMatchObject({ code: 'ValidationException', message });
  });

  it('is not given without a mock', async () => {
    await expect(test({ Type: 'Pass', End: true }, { context: '{}' })).rejects.toMatchObject({
      code: 'ValidationException',
    });
  });
});
