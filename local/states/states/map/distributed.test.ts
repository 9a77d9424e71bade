import { describe, expect, it } from 'vitest';
import { distributed, mapRunOf } from '../../map-runs/testing.ts';
import { createWorld, echo, functionError, type Handler, invoke } from '../../testing.ts';

const failOn =
  (...payloads: string[]): Handler =>
  (call) =>
    payloads.includes(String(call.input.Payload)) ? functionError('Broken') : echo(call);
const work = { Work: invoke() };
const wait = { Wait: { Type: 'Wait', Seconds: 60 } };

describe('a Distributed Map', () => {
  it('gives what its children gave, in the order of the items', async () => {
    const { result, events, types } = await createWorld().run(
      distributed({ Twice: { Type: 'Pass', Output: '{% $states.input * 2 %}' } }),
      [3, 1, 2],
    );
    expect(result).toEqual([6, 2, 4]);
    expect(types).toEqual([
      'ExecutionStarted',
      'MapStateEntered',
      'MapStateStarted',
      'MapRunStarted',
      'MapRunSucceeded',
      'MapStateSucceeded',
      'MapStateExited',
      'ExecutionSucceeded',
    ]);
    expect(events[2]).toMatchObject({ mapStateStartedEventDetails: { length: 3 } });
  });

  it('runs each item as an execution of its own, with a history, below the label', async () => {
    const world = createWorld();
    const { executionArn } = await world.run(distributed(work, { Label: 'each-of-them' }), ['a', 'b']);
    const mapRun = await mapRunOf(world, executionArn);
    expect(mapRun.mapRunArn).toMatch(/:mapRun:machine\/each-of-them:[\w-]{36}$/);
    const children = await mapRun.children();
    expect(children.map(({ status, mapRunArn, itemCount }) => [status, mapRunArn, itemCount])).toEqual([
      ['SUCCEEDED', mapRun.mapRunArn, 1],
      ['SUCCEEDED', mapRun.mapRunArn, 1],
    ]);
    const child = children[0]?.executionArn ?? '';
    expect(child).toContain(':execution:machine/each-of-them:');
    expect(await world.describe(child)).toMatchObject({
      stateMachineArn: expect.stringMatching(/:stateMachine:machine\/each-of-them$/),
      mapRunArn: mapRun.mapRunArn,
    });
    expect((await world.history(child)).map(({ type }) => type).slice(0, 2)).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
    ]);
    const stateMachineArn = executionArn.replace(/:execution:(\w+):.*/, ':stateMachine:$1');
    const { executions } = await world.api<{ executions: unknown[] }>('ListExecutions', { stateMachineArn });
    expect(executions).toHaveLength(1);
  });

  it('runs Express children, which leave nothing but their results', async () => {
    const world = createWorld();
    const { result, executionArn } = await world.run(distributed(work, {}, 'EXPRESS'), ['a', 'b']);
    expect(result).toEqual(['a', 'b']);
    const mapRun = await mapRunOf(world, executionArn);
    expect(await mapRun.describe()).toMatchObject({ executionCounts: { succeeded: 2, total: 2 } });
    await expect(mapRun.children()).rejects.toThrow('not supported by this type of state machine');
  });

  it('selects what each child receives', async () => {
    const ItemSelector = { at: '{% $states.context.Map.Item.Index %}', is: '{% $states.context.Map.Item.Value %}' };
    const { result } = await createWorld().run(distributed({ Pass: { Type: 'Pass' } }, { ItemSelector }), ['a', 'b']);
    expect(result).toEqual([
      { at: 0, is: 'a' },
      { at: 1, is: 'b' },
    ]);
  });

  it('groups items into batches of so many items, or so many bytes', async () => {
    const batches = async (ItemBatcher: object) =>
      (await createWorld().run(distributed({ Pass: { Type: 'Pass' } }, { ItemBatcher }), ['a', 'b', 'c'])).result;
    expect(await batches({ MaxItemsPerBatch: 2, BatchInput: { of: '{% $count($states.input) %}' } })).toEqual([
      { BatchInput: { of: 3 }, Items: ['a', 'b'] },
      { BatchInput: { of: 3 }, Items: ['c'] },
    ]);
    // {"Items":["a","b"]} has 19 bytes.
    expect(await batches({ MaxInputBytesPerBatch: 19 })).toEqual([{ Items: ['a', 'b'] }, { Items: ['c'] }]);
    expect(await batches({ MaxInputBytesPerBatch: 18 })).toEqual([
      { Items: ['a'] },
      { Items: ['b'] },
      { Items: ['c'] },
    ]);
  });

  it('runs no more children at a time than allowed, until more are', async () => {
    const world = createWorld();
    const execution = await world.start(await world.create(distributed(wait, { MaxConcurrency: 2 })), [1, 2, 3, 4]);
    await world.clock.advance(1000);
    const { mapRunArn, describe: counts } = await mapRunOf(world, execution);
    expect(await counts()).toMatchObject({ maxConcurrency: 2, executionCounts: { running: 2, pending: 2 } });
    await world.api('UpdateMapRun', { mapRunArn, maxConcurrency: 3 });
    await world.clock.advance(1000);
    expect(await counts()).toMatchObject({ maxConcurrency: 3, executionCounts: { running: 3, pending: 1 } });
    expect(await world.finish(execution)).toMatchObject({ status: 'SUCCEEDED', output: '[1,2,3,4]' });
  });

  it('fails where a child fails, and stops the others', async () => {
    const world = createWorld({ handler: failOn('1') });
    const body = {
      Pick: { Type: 'Choice', Choices: [{ Condition: '{% $states.input = 1 %}', Next: 'Work' }], Default: 'Wait' },
      ...work,
      ...wait,
    };
    const { status, error, cause, types, executionArn } = await world.run(
      distributed({ ...body, Work: invoke({ End: true }) }, { MaxConcurrency: 2 }),
      [1, 2, 3],
    );
    expect([status, error]).toEqual(['FAILED', 'States.ExceedToleratedFailureThreshold']);
    expect(cause).toBe('The specified tolerated failure threshold was exceeded');
    expect(types.slice(-3)).toEqual(['MapRunFailed', 'MapStateFailed', 'ExecutionFailed']);
    const mapRun = await (await mapRunOf(world, executionArn)).describe();
    expect(mapRun).toMatchObject({ status: 'FAILED', itemCounts: { failed: 1, aborted: 1, pending: 1, total: 3 } });
  });

  it('tolerates so many failed items, with the failed execution in the place of its output', async () => {
    const world = createWorld({ handler: failOn('2') });
    const { result } = await world.run(distributed(work, { ToleratedFailureCount: 1 }), [1, 2, 3]);
    expect([result[0], result[1].Status, result[1].Error, result[2]]).toEqual([1, 'FAILED', 'Broken', 3]);
  });

  it('fails where either threshold is exceeded', async () => {
    const both = { ToleratedFailureCount: 2, ToleratedFailurePercentage: 10 };
    const { error } = await createWorld({ handler: failOn('2') }).run(distributed(work, both), [1, 2, 3]);
    expect(error).toBe('States.ExceedToleratedFailureThreshold');
  });

  it('stops its children where its execution is stopped', async () => {
    const world = createWorld();
    const executionArn = await world.start(await world.create(distributed(wait)), [1, 2]);
    await world.clock.advance(1000);
    const mapRun = await mapRunOf(world, executionArn);
    await world.api('StopExecution', { executionArn });
    await world.clock.advance(0);
    expect(await mapRun.describe()).toMatchObject({ status: 'ABORTED', executionCounts: { aborted: 2, running: 0 } });
    expect(world.clock.next()).toBeUndefined();
  });

  it('is retried with a new map run', async () => {
    let calls = 0;
    const world = createWorld({ handler: (call) => (calls++ === 0 ? functionError('Broken') : echo(call)) });
    const Retry = [{ ErrorEquals: ['States.ExceedToleratedFailureThreshold'] }];
    const { result, executionArn } = await world.run(distributed(work, { Retry }), [1]);
    expect([result, (await mapRunOf(world, executionArn)).count]).toEqual([[1], 2]);
  });

  it('runs within another one', async () => {
    const inner = distributed({ Twice: { Type: 'Pass', Output: '{% $states.input * 2 %}' } }).States;
    const { result } = await createWorld().run(distributed(inner as Record<string, Record<string, unknown>>), [
      [1, 2],
      [3],
    ]);
    expect(result).toEqual([[2, 4], [6]]);
  });

  it('fails for results that are larger than a state may pass on', async () => {
    const large = { Large: { Type: 'Pass', Output: "{% $pad('', 200000, '#') %}" } };
    const { error, types } = await createWorld().run(distributed(large), [1, 2]);
    expect([error, types.at(-3)]).toEqual(['States.DataLimitExceeded', 'MapRunFailed']);
  });
});
