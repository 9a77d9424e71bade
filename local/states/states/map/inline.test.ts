import { describe, expect, it } from 'vitest';
import { chain, createWorld, functionError, type Handler, invoke } from '../../testing.ts';

const processor = chain({ Work: invoke() });
const map = (more: Record<string, unknown> = {}) => chain({ Each: { Type: 'Map', ItemProcessor: processor, ...more } });
const failOn =
  (...payloads: string[]): Handler =>
  ({ input }) =>
    payloads.includes(String(input.Payload))
      ? functionError(`Broken${input.Payload}`)
      : { StatusCode: 200, Payload: String(input.Payload) };

describe('a Map state', () => {
  it('runs its processor for each item of its input', async () => {
    const { result, types } = await createWorld().run(map(), [1, 2, 3]);
    expect(result).toEqual([1, 2, 3]);
    expect(types.slice(-3)).toEqual(['MapStateSucceeded', 'MapStateExited', 'ExecutionSucceeded']);
  });

  it('selects what each iteration receives', async () => {
    const ItemSelector = {
      at: '{% $states.context.Map.Item.Index %}',
      is: '{% $states.context.Map.Item.Value %}',
      all: '{% $count($states.input.items) %}',
    };
    const { result } = await createWorld().run(map({ Items: '{% $states.input.items %}', ItemSelector }), {
      items: ['a', 'b'],
    });
    expect(result).toEqual([
      { at: 0, is: 'a', all: 2 },
      { at: 1, is: 'b', all: 2 },
    ]);
  });

  it('runs no more iterations at a time than allowed', async () => {
    let running = 0;
    let most = 0;
    const world = createWorld({
      handler: async ({ input }) => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
        return { StatusCode: 200, Payload: String(input.Payload) };
      },
    });
    const { result } = await world.run(map({ MaxConcurrency: 3 }), [1, 2, 3, 4, 5, 6, 7]);
    expect([result, most]).toEqual([[1, 2, 3, 4, 5, 6, 7], 3]);
  });

  it('gives an empty array for no items', async () => {
    expect((await createWorld().run(map(), [])).result).toEqual([]);
  });

  it('fails with the error of the first iteration that fails', async () => {
    const world = createWorld({ handler: failOn('2') });
    const { status, error, types } = await world.run(map({ MaxConcurrency: 1 }), [1, 2, 3]);
    expect([status, error, world.calls.length]).toEqual(['FAILED', 'Broken2', 2]);
    expect(types.slice(-5)).toEqual([
      'TaskFailed',
      'MapIterationFailed',
      'TaskStateAborted',
      'MapStateFailed',
      'ExecutionFailed',
    ]);
  });

  it('goes on where as many failures are tolerated, with the error in the place of the output', async () => {
    const world = createWorld({ handler: failOn('2') });
    const { status, result } = await world.run(map({ ToleratedFailureCount: 1, MaxConcurrency: 1 }), [1, 2, 3]);
    expect([status, result[0], result[1].Error, result[2]]).toEqual(['SUCCEEDED', 1, 'Broken2', 3]);
  });

  it('fails where more iterations fail than are tolerated', async () => {
    const world = createWorld({ handler: failOn('1', '2') });
    const { error } = await world.run(map({ ToleratedFailurePercentage: 50, MaxConcurrency: 1 }), [1, 2, 3]);
    expect(error).toBe('States.ExceedToleratedFailureThreshold');
  });

  it('fails with its own error where iterations end at the same moment', async () => {
    const fails = chain({ Fails: { Type: 'Pass', Output: '{% $missing %}' } });
    const definition = map({ ItemProcessor: fails, ToleratedFailureCount: 1, MaxConcurrency: 2 });
    expect(await createWorld().run(definition, [0, 1, 2])).toMatchObject({
      error: 'States.ExceedToleratedFailureThreshold',
    });
  });

  it('fails for items that are no array', async () => {
    const { error, cause, types } = await createWorld().run(map({ Items: "{% 'text' %}" }));
    expect(error).toBe('States.QueryEvaluationError');
    expect(cause).toContain(
      "specified for the field 'Items' returned an unexpected result type. Expected 'array', but was 'string'",
    );
    expect(types.slice(-3)).toEqual(['EvaluationFailed', 'MapStateFailed', 'ExecutionFailed']);
  });

  it('runs maps within maps', async () => {
    const inner = chain({
      Inner: { Type: 'Map', ItemProcessor: chain({ Twice: { Type: 'Pass', Output: '{% $states.input * 2 %}' } }) },
    });
    const { result } = await createWorld().run(map({ ItemProcessor: inner }), [[1, 2], [], [3]]);
    expect(result).toEqual([[2, 4], [], [6]]);
  });
});
