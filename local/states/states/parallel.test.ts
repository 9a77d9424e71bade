import { describe, expect, it } from 'vitest';
import { chain, createWorld, functionError, invoke } from '../testing.ts';

const waiting = chain({
  Wait: { Type: 'Wait', Seconds: 100 },
  Late: invoke({ Arguments: { FunctionName: 'late', Payload: 1 } }),
});

describe('a Parallel state', () => {
  it('gives the outputs of its branches in their order, whichever ends first', async () => {
    const Branches = [
      chain({ Wait: { Type: 'Wait', Seconds: 9 }, A: { Type: 'Pass', Output: 'slow' } }),
      chain({ B: { Type: 'Pass', Output: '{% $states.input %}' } }),
    ];
    const { result } = await createWorld().run(chain({ Both: { Type: 'Parallel', Arguments: 'given', Branches } }));
    expect(result).toEqual(['slow', 'given']);
  });

  it('lets branches read variables and keeps theirs to themselves', async () => {
    const Branches = [1, 2].map((n) =>
      chain({
        [`Set${n}`]: { Type: 'Pass', Assign: { inner: n } },
        [`Get${n}`]: { Type: 'Pass', Output: '{% [$outer, $inner] %}' },
      }),
    );
    const { result } = await createWorld().run(
      chain({
        Before: { Type: 'Pass', Assign: { outer: 'o' } },
        Both: { Type: 'Parallel', Branches },
        After: { Type: 'Pass', Output: "{% { 'all': $states.input, 'leaked': $exists($inner) } %}" },
      }),
    );
    expect(result).toEqual({
      all: [
        ['o', 1],
        ['o', 2],
      ],
      leaked: false,
    });
  });

  it('calls the other branches off where one fails, and tells the history', async () => {
    const world = createWorld({ handler: () => functionError('Broken') });
    const Branches = [waiting, chain({ Fails: invoke() })];
    const { status, error, types } = await world.run(chain({ Both: { Type: 'Parallel', Branches } }));
    expect([status, error]).toEqual(['FAILED', 'Broken']);
    expect(types.slice(-5)).toEqual([
      'TaskFailed',
      'TaskStateAborted',
      'WaitStateAborted',
      'ParallelStateFailed',
      'ExecutionFailed',
    ]);
    expect(world.calls).toHaveLength(1);
    expect(world.clock.next()).toBeUndefined();
  });

  it('is retried as a whole', async () => {
    let calls = 0;
    const world = createWorld({
      handler: () => (calls++ === 0 ? functionError('Broken') : { StatusCode: 200, Payload: '"ok"' }),
    });
    const Retry = [{ ErrorEquals: ['Broken'] }];
    const { result, types } = await world.run(
      chain({ Both: { Type: 'Parallel', Retry, Branches: [chain({ A: invoke() }), chain({ B: { Type: 'Pass' } })] } }),
      1,
    );
    expect(result).toEqual(['ok', 1]);
    expect(types.filter((type) => type === 'ParallelStateStarted')).toHaveLength(2);
    expect(types).not.toContain('ParallelStateFailed');
  });

  it('hands a branch its error to a catcher', async () => {
    const world = createWorld({ handler: () => functionError('Broken') });
    const Catch = [{ ErrorEquals: ['Broken'], Next: 'Caught', Output: '{% $states.errorOutput.Error %}' }];
    const { result } = await world.run(
      chain({
        Both: { Type: 'Parallel', Catch, End: true, Branches: [chain({ A: invoke() })] },
        Caught: { Type: 'Succeed' },
      }),
    );
    expect(result).toBe('Broken');
  });

  it('tells once of each state that a failure within called off', async () => {
    const world = createWorld({ handler: () => functionError('Broken') });
    const inner = { Type: 'Parallel', Branches: [chain({ Fails: invoke() })] };
    const definition = chain({
      Each: { Type: 'Map', ToleratedFailureCount: 1, ItemProcessor: chain({ Inner: inner }) },
    });
    const { status, types } = await world.run(definition, [1]);
    expect(status).toBe('SUCCEEDED');
    expect(types.filter((type) => type === 'TaskStateAborted')).toHaveLength(1);
  });

  it('lets nobody answer the token of a branch that was called off', async () => {
    const world = createWorld({
      handler: ({ service }) => (service === 'sqs' ? { MessageId: 'm' } : functionError('E')),
    });
    const MessageBody = '{% $states.context.Task.Token %}';
    const Resource = 'arn:aws:states:::sqs:sendMessage.waitForTaskToken';
    const asks = chain({ Ask: { Type: 'Task', Resource, Arguments: { QueueUrl: 'q', MessageBody } } });
    const fails = chain({ Wait: { Type: 'Wait', Seconds: 1 }, Fail: invoke() });
    const Catch = [{ ErrorEquals: ['States.ALL'], Next: 'After' }];
    const machine = chain({
      Both: { Type: 'Parallel', Branches: [asks, fails], Catch },
      After: { Type: 'Wait', Seconds: 100 },
    });
    const executionArn = await world.start(await world.create(machine));
    await world.clock.advance(5000);
    expect((await world.describe(executionArn)).status).toBe('RUNNING');
    const taskToken = String(world.calls.find(({ service }) => service === 'sqs')?.input.MessageBody);
    await expect(world.api('SendTaskSuccess', { taskToken, output: '1' })).rejects.toMatchObject({
      code: 'TaskTimedOut',
    });
  });
});
