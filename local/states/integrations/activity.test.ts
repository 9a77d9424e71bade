import { describe, expect, it } from 'vitest';
import { chain, createWorld } from '../testing.ts';
import { activityOf, poll, taskOf, types } from './activity-testing.ts';

describe('a task of an activity', () => {
  it('is done by the worker that asks for it', async () => {
    const world = createWorld();
    const arn = await activityOf(world);
    const definition = taskOf(arn, { Arguments: { wall: '{% $states.input.wall %}' }, TimeoutSeconds: 60 });
    const executionArn = await world.start(await world.create(definition), { wall: 'north', more: 1 });
    await world.clock.advance(0);
    const { taskToken, input } = await poll(world, arn, { workerName: 'anna' });
    expect(JSON.parse(input ?? '')).toEqual({ wall: 'north' });
    await world.api('SendTaskSuccess', { taskToken, output: '{"painted":true}' });
    expect(await world.finish(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: '{"painted":true}' });
    const events = await world.history(executionArn);
    expect(events.slice(2, 5)).toMatchObject([
      {
        type: 'ActivityScheduled',
        activityScheduledEventDetails: {
          input: '{"wall":"north"}',
          inputDetails: { truncated: false },
          resource: arn,
          timeoutInSeconds: 60,
        },
      },
      { type: 'ActivityStarted', activityStartedEventDetails: { workerName: 'anna' }, previousEventId: 3 },
      { type: 'ActivitySucceeded', activitySucceededEventDetails: { output: '{"painted":true}' } },
    ]);
  });

  it('goes to a worker that was waiting already, and to one of them only', async () => {
    const world = createWorld();
    const arn = await activityOf(world);
    const first = poll(world, arn);
    const second = poll(world, arn);
    const machine = await world.create(taskOf(arn));
    await world.start(machine, { n: 1 });
    await world.clock.advance(0);
    expect(await first).toMatchObject({ input: '{"n":1}' });
    await world.start(machine, { n: 2 });
    await world.clock.advance(0);
    expect(await second).toMatchObject({ input: '{"n":2}' });
  });

  it('leaves a worker without one after 60 seconds', async () => {
    const world = createWorld();
    const waiting = poll(world, await activityOf(world));
    await world.clock.advance(59_999);
    let answered = false;
    void waiting.then(() => {
      answered = true;
    });
    await world.clock.advance(0);
    expect(answered).toBe(false);
    await world.clock.advance(1);
    expect(await waiting).toEqual({});
    expect(world.clock.next()).toBeUndefined();
  });

  it('waits for a worker however long, and times out only from then on', async () => {
    const world = createWorld();
    const arn = await activityOf(world);
    const executionArn = await world.start(await world.create(taskOf(arn, { TimeoutSeconds: 5 })));
    await world.clock.advance(3_600_000);
    expect((await world.describe(executionArn)).status).toBe('RUNNING');
    const { taskToken } = await poll(world, arn);
    await world.clock.advance(4999);
    expect((await world.describe(executionArn)).status).toBe('RUNNING');
    await world.clock.advance(1);
    expect(await world.describe(executionArn)).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
    expect(await types(world, executionArn)).toEqual([
      'ActivityScheduled',
      'ActivityStarted',
      'ActivityTimedOut',
      'ExecutionFailed',
    ]);
    await expect(world.api('SendTaskSuccess', { taskToken, output: '{}' })).rejects.toMatchObject({
      code: 'TaskTimedOut',
    });
  });

  it('lives on heartbeats', async () => {
    const world = createWorld();
    const arn = await activityOf(world);
    const executionArn = await world.start(await world.create(taskOf(arn, { HeartbeatSeconds: 10 })));
    await world.clock.advance(0);
    const { taskToken } = await poll(world, arn);
    for (let beat = 0; beat < 3; beat++) {
      await world.clock.advance(9000);
      await world.api('SendTaskHeartbeat', { taskToken });
    }
    expect((await world.describe(executionArn)).status).toBe('RUNNING');
    await world.clock.advance(10_000);
    expect(await world.describe(executionArn)).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
  });

  it('is handed out anew for each attempt', async () => {
    const world = createWorld();
    const arn = await activityOf(world);
    const definition = taskOf(arn, { Retry: [{ ErrorEquals: ['Spilled'], IntervalSeconds: 1 }] });
    const executionArn = await world.start(await world.create(definition));
    await world.clock.advance(0);
    const first = await poll(world, arn);
    await world.api('SendTaskFailure', { taskToken: first.taskToken, error: 'Spilled', cause: 'on the floor' });
    await world.clock.advance(1000);
    const second = await poll(world, arn);
    expect(second.taskToken).not.toBe(first.taskToken);
    await world.api('SendTaskSuccess', { taskToken: second.taskToken, output: '1' });
    expect((await world.finish(executionArn)).output).toBe('1');
    expect((await world.history(executionArn)).find(({ type }) => type === 'ActivityFailed')).toMatchObject({
      activityFailedEventDetails: { error: 'Spilled', cause: 'on the floor' },
    });
  });

  it('is not handed out once its execution has been stopped, or its branch called off', async () => {
    const world = createWorld();
    const arn = await activityOf(world);
    const stopped = await world.start(await world.create(taskOf(arn)));
    await world.clock.advance(0);
    await world.api('StopExecution', { executionArn: stopped });
    const fails = chain({ Wait: { Type: 'Wait', Seconds: 1 }, Fail: { Type: 'Fail', Error: 'E' } });
    const caught = { Catch: [{ ErrorEquals: ['E'], Next: 'After' }], Next: 'After' };
    const definition = chain({
      Both: { Type: 'Parallel', Branches: [taskOf(arn), fails], ...caught },
      After: { Type: 'Wait', Seconds: 100 },
    });
    await world.start(await world.create(definition, { name: 'both' }));
    await world.clock.advance(1000);
    const waiting = poll(world, arn);
    await world.clock.advance(60_000);
    expect(await waiting).toEqual({});
  });

  it('fails the execution where the activity does not exist', async () => {
    const world = createWorld();
    const arn = await activityOf(world);
    await world.api('DeleteActivity', { activityArn: arn });
    await expect(poll(world, arn)).rejects.toMatchObject({ code: 'ActivityDoesNotExist' });
    expect(await world.run(taskOf(arn, { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Work' }] }))).toMatchObject({
      status: 'FAILED',
      error: 'States.Runtime',
      cause: `An error occurred while executing the state 'Work' (entered at the event id #2). The activity ${arn} does not exist.`,
    });
  });

  it('can be done by another workflow', async () => {
    const world = createWorld();
    const arn = await activityOf(world);
    const sdk = (action: string, Arguments: object) => ({
      Type: 'Task',
      Resource: `arn:aws:states:::aws-sdk:sfn:${action}`,
      Arguments,
    });
    const worker = chain({
      Ask: sdk('getActivityTask', { ActivityArn: arn, WorkerName: 'robot' }),
      Answer: sdk('sendTaskSuccess', {
        TaskToken: '{% $states.input.TaskToken %}',
        Output: '{% $states.input.Input %}',
      }),
    });
    const workerArn = await world.start(await world.create(worker, { name: 'worker' }));
    const executionArn = await world.start(await world.create(taskOf(arn)), { n: 1 });
    expect(await world.finish(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: '{"n":1}' });
    expect((await world.finish(workerArn)).status).toBe('SUCCEEDED');
  });

  it('is refused in an Express workflow', async () => {
    const world = createWorld();
    const arn = await activityOf(world);
    await expect(world.create(taskOf(arn), { type: 'EXPRESS' })).rejects.toMatchObject({ code: 'InvalidDefinition' });
  });
});

describe('a worker that hangs up', () => {
  it('takes no task with it', async () => {
    const world = createWorld();
    const arn = await activityOf(world);
    const gone = new AbortController();
    const left = world.states.service.operations.GetActivityTask?.run(
      { activityArn: arn },
      {
        signal: gone.signal,
        requestId: '1',
        region: '',
        accountId: '',
        principal: world.principal,
        refusalOf: () => undefined,
      },
    );
    gone.abort();
    expect(await left).toEqual({});
    await world.start(await world.create(taskOf(arn)), { n: 1 });
    await world.clock.advance(0);
    expect(await poll(world, arn)).toMatchObject({ input: '{"n":1}' });
  });
});
