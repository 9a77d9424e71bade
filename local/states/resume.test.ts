import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VirtualClock } from '../clock.ts';
import { openDatabase } from '../database.ts';
import { chain, createWorld, echo, functionError, type Handler, invoke, type World } from './testing.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'states-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Fails the first attempt of what asks for it. */
const flaky: Handler = (call) => {
  const payload = String(call.input.Payload);
  return payload.includes('flaky') && payload.includes('"retry":0') ? functionError('Flaky') : echo(call);
};

const RETRIED = '{% $merge([$states.input, { "retry": $states.context.State.RetryCount }]) %}';

const definition = chain({
  First: {
    Type: 'Pass',
    Output: { n: '{% $states.input.n + 1 %}' },
    Assign: { seen: '{% $states.input.n %}', id: '{% $uuid() %}' },
  },
  Pick: { Type: 'Choice', Choices: [{ Condition: '{% $states.input.n > 1 %}', Next: 'Pause' }], Default: 'Bad' },
  Pause: { Type: 'Wait', Seconds: '{% 60 + $states.input.n %}' },
  Both: {
    Type: 'Parallel',
    Branches: [
      chain({ Left: invoke({ Arguments: { FunctionName: 'left', Payload: { left: '{% $seen %}' } } }) }),
      chain({
        Sleep: { Type: 'Wait', Seconds: 5 },
        Right: invoke({ Arguments: { FunctionName: 'right', Payload: 'right' } }),
      }),
    ],
  },
  Each: {
    Type: 'Map',
    Items: '{% [1..3] %}',
    MaxConcurrency: 2,
    ItemSelector: {
      item: '{% $states.context.Map.Item.Value %}',
      kind: "{% $states.context.Map.Item.Value = 2 ? 'flaky' : 'steady' %}",
    },
    ItemProcessor: chain({
      Work: invoke({
        Arguments: { FunctionName: 'work', Payload: RETRIED },
        Retry: [{ ErrorEquals: ['Flaky'], IntervalSeconds: 3 }],
      }),
    }),
  },
  Try: invoke({
    Arguments: { FunctionName: 'try', Payload: 'terminal' },
    Retry: [{ ErrorEquals: ['Flaky'], MaxAttempts: 2 }],
    Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Last', Assign: { caught: '{% $states.errorOutput.Error %}' } }],
  }),
  Last: {
    Type: 'Pass',
    Output: { seen: '{% $seen %}', caught: '{% $exists($caught) ? $caught : null %}', all: '{% $states.input %}' },
  },
  Done: { Type: 'Succeed' },
});
const machine = { ...definition, States: { ...definition.States, Bad: { Type: 'Fail', Error: 'Bad' } } };

/** An engine on the file that loses its power when the history is to hold line `line`. */
const poweredUntil = (clock: VirtualClock, handler: Handler, line?: number): World => {
  const database = openDatabase(join(folder, 'states.db'));
  const world = createWorld({ database, clock, handler });
  if (line !== undefined) {
    database.exec(`CREATE TEMP TRIGGER cut BEFORE INSERT ON main.states_history
      WHEN (SELECT count(*) FROM main.states_history) = ${line} BEGIN SELECT RAISE(ABORT, 'power cut'); END`);
  }
  return world;
};

const effects = (world: World): string[] => world.calls.map(({ input }) => `${input.FunctionName} ${input.Payload}`);

describe('an execution that is interrupted', () => {
  it('ends after each possible interruption as it would have without', async () => {
    const whole = createWorld({ handler: flaky });
    const expected = await whole.run(machine, { n: 1 });
    expect(expected.status).toBe('SUCCEEDED');
    const types = expected.types.toSorted();
    const effectsExpected = [...new Set(effects(whole))].toSorted();
    // Lines that only the interpreter reads are interrupted at as well, so there are more lines than events.
    for (let line = 0; line < expected.events.length + 4; line++) {
      const clock = new VirtualClock();
      const before = poweredUntil(clock, flaky, line);
      const arn = await before.create(machine, { name: `machine-${line}` });
      await before.start(arn, { n: 1 }, 'run').catch(() => undefined);
      const executionArn = arn.replace(':stateMachine:', ':execution:').concat(':run');
      for (let second = 0; second < 100; second++) await clock.advance(1000);
      await before.states.close().catch(() => undefined);
      const after = poweredUntil(clock, flaky);
      after.states.resume();
      const ended = await after.finish(executionArn);
      const events = await after.history(executionArn);
      expect([line, ended.status, ended.output]).toEqual([line, 'SUCCEEDED', expected.output]);
      expect([line, events.map(({ type }) => type).toSorted()]).toEqual([line, types]);
      expect([line, [...new Set([...effects(before), ...effects(after)])].toSorted()]).toEqual([line, effectsExpected]);
      expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1));
      await after.states.close();
      rmSync(join(folder, 'states.db'), { force: true });
    }
  });

  it('keeps the deadline of a wait', async () => {
    const clock = new VirtualClock();
    const before = poweredUntil(clock, echo);
    const arn = await before.start(
      await before.create(chain({ Wait: { Type: 'Wait', Seconds: '{% 1000 + 0 * $millis() %}' } })),
    );
    await clock.advance(400_000);
    await before.states.close();
    const after = poweredUntil(clock, echo);
    expect(after.states.resume()).toBe(1);
    await clock.advance(599_000);
    expect(await after.describe(arn)).toMatchObject({ status: 'RUNNING' });
    await clock.advance(1000);
    expect(await after.describe(arn)).toMatchObject({ status: 'SUCCEEDED', stopDate: clock.now() / 1000 });
  });

  it('invokes a task again that was under way, without a new event', async () => {
    const clock = new VirtualClock();
    const before = poweredUntil(clock, () => new Promise(() => {}));
    const arn = await before.start(await before.create(chain({ Task: invoke() })));
    await clock.advance(1000);
    await before.states.close();
    const after = poweredUntil(clock, echo);
    after.states.resume();
    expect(await after.finish(arn)).toMatchObject({ status: 'SUCCEEDED' });
    expect([before.calls.length, after.calls.length]).toEqual([1, 1]);
    const types = (await after.history(arn)).map(({ type }) => type);
    expect(types.filter((type) => type === 'TaskScheduled')).toHaveLength(1);
  });

  it('sends a random argument again as it was', async () => {
    const clock = new VirtualClock();
    const task = invoke({ Arguments: { FunctionName: 'work', Payload: { id: '{% $uuid() %}' } } });
    const before = poweredUntil(clock, () => new Promise(() => {}));
    const arn = await before.start(await before.create(chain({ Task: task })));
    await clock.advance(0);
    await before.states.close();
    const after = poweredUntil(clock, echo);
    after.states.resume();
    await after.finish(arn);
    expect(after.calls[0]?.input).toEqual(before.calls[0]?.input);
  });

  it('keeps the count of retries', async () => {
    const clock = new VirtualClock();
    const failing: Handler = () => functionError('Broken');
    const task = invoke({ Retry: [{ ErrorEquals: ['Broken'], IntervalSeconds: 10, BackoffRate: 1, MaxAttempts: 3 }] });
    const before = poweredUntil(clock, failing);
    const arn = await before.start(await before.create(chain({ Task: task })));
    await clock.advance(15_000);
    await before.states.close();
    const after = poweredUntil(clock, failing);
    after.states.resume();
    expect(await after.finish(arn)).toMatchObject({ status: 'FAILED', error: 'Broken' });
    expect(before.calls.length + after.calls.length).toBe(4);
    expect(clock.now() - Date.UTC(2026, 0, 1)).toBe(30_000);
  });

  it('takes an answer to a task token that came while it was down to no one', async () => {
    const clock = new VirtualClock();
    const task = {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
      Arguments: { QueueUrl: 'queue', MessageBody: '{% $states.context.Task.Token %}' },
    };
    const before = poweredUntil(clock, () => ({ MessageId: '1' }));
    const arn = await before.start(await before.create(chain({ Ask: task })));
    await clock.advance(1000);
    const taskToken = before.calls[0]?.input.MessageBody;
    await before.states.close();
    const after = poweredUntil(clock, () => ({ MessageId: '2' }));
    await after.api('SendTaskSuccess', { taskToken, output: '"yes"' });
    after.states.resume();
    expect(await after.finish(arn)).toMatchObject({ status: 'SUCCEEDED', output: '"yes"' });
    expect(after.calls).toEqual([]);
  });

  it('runs an Express execution again from its start', async () => {
    const clock = new VirtualClock();
    const before = poweredUntil(clock, () => new Promise(() => {}));
    const type = 'EXPRESS';
    await before.start(await before.create(chain({ One: { Type: 'Pass', Output: 1 }, Task: invoke() }), { type }));
    await clock.advance(0);
    await before.states.close();
    const after = poweredUntil(clock, echo);
    expect(after.states.resume()).toBe(1);
    await clock.advance(0);
    expect(after.calls.map(({ input }) => input.Payload)).toEqual(['1']);
    expect(after.states.resume()).toBe(0);
  });

  it('redrives after a restart what failed before it', async () => {
    const clock = new VirtualClock();
    const branches = ['good', 'bad'].map((name) =>
      chain({ [name]: invoke({ Arguments: { FunctionName: name, Payload: name } }) }),
    );
    const bad: Handler = (call) => (call.input.FunctionName === 'bad' ? functionError('Broken') : echo(call));
    const before = poweredUntil(clock, bad);
    const machineArn = await before.create(
      chain({
        Both: {
          Type: 'Parallel',
          Branches: [branches[0], chain({ Wait: { Type: 'Wait', Seconds: 1 }, ...branches[1]?.States })],
        },
      }),
    );
    const executionArn = await before.start(machineArn);
    expect(await before.finish(executionArn)).toMatchObject({ status: 'FAILED' });
    await before.states.close();
    const after = poweredUntil(clock, echo);
    await after.api('RedriveExecution', { executionArn });
    expect(await after.finish(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: '["good","bad"]' });
    expect(after.calls.map(({ input }) => input.FunctionName)).toEqual(['bad']);
  });
});
