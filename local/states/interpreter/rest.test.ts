import { describe, expect, it } from 'vitest';
import { chain, createWorld, functionError, type Handler, invoke, type World } from '../testing.ts';

const DAY = 24 * 3600;
const turns = async ({ clock }: World): Promise<void> => {
  for (let turn = 0; turn < 5; turn++) await clock.advance(0);
};
/** Starts an execution and lets it come to rest. */
const rest = async (world: World, definition: object, input = {}) => {
  const executionArn = await world.start(await world.create(definition), input);
  await turns(world);
  return executionArn;
};
const token: Record<string, unknown> = {
  Type: 'Task',
  Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
  Arguments: { QueueUrl: 'q', MessageBody: '{% $states.context.Task.Token %}' },
};
const sentToken = ({ calls }: World): string => String(calls.at(-1)?.input.MessageBody);
const queue: Handler = () => ({ MessageId: 'm', MD5OfMessageBody: '' });

describe('an execution that only waits', () => {
  it('leaves memory, and goes on at its time', async () => {
    const world = createWorld();
    const executionArn = await rest(
      world,
      chain({ Wait: { Type: 'Wait', Seconds: 30 * DAY }, Then: { Type: 'Pass' } }),
    );
    expect(world.states.loaded()).toBe(0);
    await world.clock.advance(30 * DAY * 1000 - 1);
    expect((await world.describe(executionArn)).status).toBe('RUNNING');
    await world.clock.advance(1);
    expect((await world.describe(executionArn)).status).toBe('SUCCEEDED');
    expect((await world.history(executionArn)).map(({ type }) => type)).toEqual([
      'ExecutionStarted',
      'WaitStateEntered',
      'WaitStateExited',
      'PassStateEntered',
      'PassStateExited',
      'ExecutionSucceeded',
    ]);
  });

  it('stays in memory for a moment', async () => {
    const world = createWorld();
    await rest(world, chain({ Wait: { Type: 'Wait', Seconds: 5 } }));
    expect(world.states.loaded()).toBe(1);
  });

  it('leaves memory only when all of its branches wait, and calls nothing twice', async () => {
    let answer = (): void => {};
    const world = createWorld({
      handler: () => new Promise((resolve) => (answer = () => resolve({ StatusCode: 200, Payload: '1' }))),
    });
    const Branches = [chain({ Wait: { Type: 'Wait', Seconds: DAY } }), chain({ Work: invoke() })];
    const executionArn = await rest(world, chain({ Both: { Type: 'Parallel', Branches } }));
    expect(world.states.loaded()).toBe(1);
    answer();
    await turns(world);
    expect(world.states.loaded()).toBe(0);
    expect((await world.finish(executionArn)).status).toBe('SUCCEEDED');
    expect(world.calls).toHaveLength(1);
  });

  it('leaves memory between the attempts of a retry', async () => {
    let fails = true;
    const world = createWorld({
      handler: () => (fails ? functionError('E') : { StatusCode: 200, Payload: '1' }),
    });
    const Retry = [{ ErrorEquals: ['E'], IntervalSeconds: 600 }];
    const executionArn = await rest(world, chain({ Work: invoke({ Retry }) }));
    expect(world.states.loaded()).toBe(0);
    fails = false;
    expect((await world.finish(executionArn)).status).toBe('SUCCEEDED');
    expect(world.calls).toHaveLength(2);
  });

  it('is woken by the answer to its token', async () => {
    const world = createWorld({ handler: queue });
    const executionArn = await rest(world, chain({ Ask: token }));
    expect(world.states.loaded()).toBe(0);
    await world.api('SendTaskSuccess', { taskToken: sentToken(world), output: '"yes"' });
    expect((await world.finish(executionArn)).output).toBe('"yes"');
    expect(world.calls).toHaveLength(1);
  });

  it('is woken by each heartbeat, and by the one that stays away', async () => {
    const world = createWorld({ handler: queue });
    const executionArn = await rest(world, chain({ Ask: { ...token, HeartbeatSeconds: 60 } }));
    await world.clock.advance(59_000);
    await world.api('SendTaskHeartbeat', { taskToken: sentToken(world) });
    await turns(world);
    await world.clock.advance(59_000);
    expect(await world.describe(executionArn)).toMatchObject({ status: 'RUNNING' });
    await world.clock.advance(1000);
    expect(await world.describe(executionArn)).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
  });

  it("is woken by its task's and by its own timeout", async () => {
    const world = createWorld({ handler: queue });
    const task = await rest(world, chain({ Ask: { ...token, TimeoutSeconds: 100 } }));
    const whole = await world.start(
      await world.create({ ...chain({ Ask: token }), TimeoutSeconds: 200 }, { name: 'whole' }),
    );
    await turns(world);
    expect(world.states.loaded()).toBe(0);
    await world.clock.advance(100_000);
    expect(await world.describe(task)).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
    await world.clock.advance(100_000);
    expect(await world.describe(whole)).toMatchObject({ status: 'TIMED_OUT' });
  });

  it('is woken by the end of the execution that it started', async () => {
    const world = createWorld();
    const child = await world.create(chain({ Wait: { Type: 'Wait', Seconds: DAY } }), { name: 'child' });
    const task = {
      Type: 'Task',
      Resource: 'arn:aws:states:::states:startExecution.sync:2',
      Arguments: { StateMachineArn: child },
    };
    const executionArn = await rest(world, chain({ Start: task }));
    expect(world.states.loaded()).toBe(0);
    expect((await world.finish(executionArn)).status).toBe('SUCCEEDED');
  });

  it('is woken to be stopped', async () => {
    const world = createWorld();
    const executionArn = await rest(world, chain({ Wait: { Type: 'Wait', Seconds: DAY } }));
    await world.api('StopExecution', { executionArn, error: 'Enough' });
    expect(await world.describe(executionArn)).toMatchObject({ status: 'ABORTED', error: 'Enough' });
    expect((await world.history(executionArn)).map(({ type }) => type)).toEqual([
      'ExecutionStarted',
      'WaitStateEntered',
      'ExecutionAborted',
    ]);
    expect(world.clock.next()).toBeUndefined();
  });

  it('hands its task to a worker of an activity', async () => {
    const world = createWorld();
    const { activityArn } = await world.api<{ activityArn: string }>('CreateActivity', { name: 'draw' });
    const executionArn = await rest(world, chain({ Draw: { Type: 'Task', Resource: activityArn } }), { a: 1 });
    expect(world.states.loaded()).toBe(0);
    const { taskToken, input } = await world.api<{ taskToken: string; input: string }>('GetActivityTask', {
      activityArn,
    });
    expect(input).toBe('{"a":1}');
    await turns(world);
    expect(world.states.loaded()).toBe(0);
    await world.api('SendTaskSuccess', { taskToken, output: '"drawn"' });
    expect((await world.finish(executionArn)).output).toBe('"drawn"');
  });
});
