import { createFold } from '@marquee/ops/history/fold.ts';
import { eventsFromLogs } from '@marquee/ops/history/from-logs.ts';
import { describe, expect, it } from 'vitest';
import { chain, createWorld, echo, functionError, type Handler, invoke, ROLE } from '../../local/states/testing.ts';
import { asSdk, folded, standings, treeOf, visitAt } from './history-testing.ts';

/** Fails the calls whose numbers are given, from 1. */
const failing = (...numbers: number[]): Handler => {
  let call = 0;
  return (asked) => (numbers.includes(++call) ? functionError('Broken', `call ${call}`) : echo(asked));
};

const RETRY = [{ ErrorEquals: ['Broken'], IntervalSeconds: 2, MaxAttempts: 3, BackoffRate: 2, JitterStrategy: 'NONE' }];
const anyError = (Next: string, more = {}) => [{ ErrorEquals: ['States.ALL'], Next, ...more }];

describe('a fold of a history', () => {
  it('tells attempt after attempt, with the waits between', async () => {
    const { tree } = await folded(chain({ Work: invoke({ Retry: RETRY }) }), failing(1, 2));
    const [work] = tree.visits;
    expect([tree.standing, work?.standing]).toEqual(['succeeded', 'retried']);
    expect(work?.attempts.map(({ number, standing, error }) => [number, standing, error])).toEqual([
      [1, 'failed', 'Broken'],
      [2, 'failed', 'Broken'],
      [3, 'succeeded', undefined],
    ]);
    const [first, second, third] = work?.attempts ?? [];
    expect(Number(second?.scheduledAt) - Number(first?.endedAt)).toBe(2000);
    expect(Number(third?.scheduledAt) - Number(second?.endedAt)).toBe(4000);
    expect(third?.requestId).toMatch(/^[\w-]{36}$/);
    expect([first?.requestId, work?.resource]).toEqual([undefined, 'arn:aws:states:::lambda:invoke']);
  });

  it('tells what was caught, by what, and where it went on', async () => {
    const definition = chain({
      Work: invoke({ Catch: anyError('Sorry', { Assign: { reason: '{% $states.errorOutput.Error %}' } }) }),
      Done: { Type: 'Succeed' },
      Sorry: { Type: 'Pass', End: true },
    });
    const { tree } = await folded(definition, failing(1));
    expect(standings(tree)).toEqual(['Work caught', 'Sorry succeeded']);
    expect(visitAt(tree, 'Work')).toMatchObject({
      error: 'Broken',
      next: { name: 'Sorry', by: 'catch' },
      assigned: { reason: '"Broken"' },
    });
    expect(visitAt(tree, 'Sorry').variables).toEqual({ reason: '"Broken"' });
  });

  it('tells a failure, at its state and of the whole', async () => {
    const { tree } = await folded(chain({ Before: { Type: 'Pass' }, Work: invoke() }), failing(1));
    expect(standings(tree)).toEqual(['Before succeeded', 'Work failed']);
    expect(tree).toMatchObject({ standing: 'failed', error: 'Broken' });
    expect(visitAt(tree, 'Work').cause).toContain('call 1');
  });

  it('tells a Fail state with its error, and an expression that failed', async () => {
    const fail = await folded(chain({ No: { Type: 'Fail', Error: 'Closed', Cause: 'Nobody is in.' } }));
    expect(visitAt(fail.tree, 'No')).toMatchObject({ standing: 'failed', error: 'Closed', cause: 'Nobody is in.' });
    const query = await folded(chain({ Sum: { Type: 'Pass', Output: '{% 1 + "a" %}' } }));
    expect(visitAt(query.tree, 'Sum')).toMatchObject({ standing: 'failed', error: 'States.QueryEvaluationError' });
  });

  it('tells a task that ran out of time', async () => {
    const work = invoke({ Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken', TimeoutSeconds: 5 });
    const { tree } = await folded(chain({ Work: { ...work, Output: '{% $states.result %}' } }));
    expect(visitAt(tree, 'Work')).toMatchObject({ standing: 'timedout', attempts: [{ standing: 'timedout' }] });
  });

  it('tells iterations that run at the same time, each with its own attempts', async () => {
    const each = chain({
      Work: invoke({ Retry: RETRY }),
      Note: { Type: 'Pass', Assign: { seen: '{% $states.input %}' } },
    });
    const definition = chain({
      Each: { Type: 'Map', ItemProcessor: each, MaxConcurrency: 2 },
      End: { Type: 'Succeed' },
    });
    const { tree } = await folded(definition, failing(2), ['a', 'b', 'c']);
    expect(visitAt(tree, 'Each').branches.map(({ index, standing }) => [index, standing])).toEqual([
      [0, 'succeeded'],
      [1, 'succeeded'],
      [2, 'succeeded'],
    ]);
    expect(standings(tree).filter((line) => line.includes('Work'))).toEqual([
      'Each/Work[0] succeeded',
      'Each/Work[1] retried',
      'Each/Work[2] succeeded',
    ]);
    expect(visitAt(tree, 'Each/Note', 1)).toMatchObject({
      assigned: { seen: '"b"' },
      parent: visitAt(tree, 'Each').id,
    });
    expect(visitAt(tree, 'End').variables).toEqual({});
  });

  it('tells which iteration failed, and that the others were called off', async () => {
    const each = chain({
      Which: { Type: 'Choice', Choices: [{ Condition: '{% $states.input = 1 %}', Next: 'Work' }], Default: 'Wait' },
      Work: invoke({ End: true }),
      Wait: { Type: 'Wait', Seconds: 60, End: true },
    });
    const definition = chain({
      Each: { Type: 'Map', ItemProcessor: each, Catch: anyError('Sorry') },
      Sorry: { Type: 'Pass' },
    });
    const { tree } = await folded(definition, failing(1), [0, 1, 2]);
    expect(visitAt(tree, 'Each')).toMatchObject({ standing: 'caught', error: 'Broken' });
    expect(visitAt(tree, 'Each').branches.map(({ standing }) => standing)).toEqual(['aborted', 'failed', 'aborted']);
    expect(standings(tree).filter((line) => /Work|Wait/.test(line))).toEqual([
      'Each/Wait[0] aborted',
      'Each/Work[1] failed',
      'Each/Wait[2] aborted',
    ]);
    expect(standings(tree).at(-1)).toBe('Sorry succeeded');
  });

  it('tells the branches of a Parallel by their number, also tried again', async () => {
    const Branches = [
      chain({ Left: invoke(), More: { Type: 'Pass' } }),
      chain({ Right: { Type: 'Wait', Seconds: 1 } }),
    ];
    const definition = chain({ Both: { Type: 'Parallel', Branches, Retry: RETRY } });
    const { tree } = await folded(definition, failing(1));
    expect(standings(tree)).toEqual([
      'Both retried',
      'Both/0/Left[0] failed',
      'Both/1/Right[1] aborted',
      'Both/0/Left[0] succeeded',
      'Both/1/Right[1] succeeded',
      'Both/0/More[0] succeeded',
    ]);
    expect(visitAt(tree, 'Both').attempts).toMatchObject([
      { standing: 'failed', error: 'Broken' },
      { standing: 'succeeded' },
    ]);
    expect(visitAt(tree, 'Both').branches.map(({ standing }) => standing)).toEqual(['succeeded', 'succeeded']);
  });

  it('has no number in the paths of a Parallel with one branch', async () => {
    const definition = chain({ One: { Type: 'Parallel', Branches: [chain({ Only: { Type: 'Pass' } })] } });
    expect(standings((await folded(definition)).tree)).toEqual(['One succeeded', 'One/Only[0] succeeded']);
  });

  it('tells the map run of a distributed Map, and the execution that a task started', async () => {
    const world = createWorld();
    const inner = await world.create(chain({ Inner: { Type: 'Pass' } }), { name: 'inner' });
    const ItemProcessor = {
      ...chain({ In: { Type: 'Pass' } }),
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
    };
    const { tree } = await folded(
      chain({
        Each: { Type: 'Map', ItemProcessor, Items: [1, 2] },
        Child: {
          Type: 'Task',
          Resource: 'arn:aws:states:::states:startExecution.sync:2',
          Arguments: { StateMachineArn: inner, Input: {} },
        },
      }),
      undefined,
      {},
      world,
    );
    expect(visitAt(tree, 'Each').mapRunArn).toContain(':mapRun:machine/');
    expect(visitAt(tree, 'Child').attempts[0]?.childExecutionArn).toContain(':execution:inner:');
  });

  it('tells what an execution waits for', async () => {
    const world = createWorld();
    const ask = {
      ...invoke(),
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Output: '{% $states.result %}',
    };
    const standing = async (definition: object, name: string) => {
      const arn = await world.start(await world.create(definition, { name }));
      for (let turn = 0; turn < 8; turn++) await world.clock.advance(0);
      const tree = treeOf(asSdk(await world.history(arn)));
      return [tree.standing, tree.visits[0]?.standing];
    };
    expect(await standing(chain({ Ask: ask }), 'asks')).toEqual(['running', 'waiting']);
    expect(await standing(chain({ Wait: { Type: 'Wait', Seconds: 9 } }), 'waits')).toEqual(['running', 'waiting']);
  });

  it('tells an execution that was stopped', async () => {
    const world = createWorld();
    const arn = await world.start(await world.create(chain({ Wait: { Type: 'Wait', Seconds: 9 } })));
    await world.clock.advance(0);
    await world.api('StopExecution', { executionArn: arn, error: 'Enough', cause: 'It was a test.' });
    const tree = treeOf(asSdk(await world.history(arn)));
    expect([tree.standing, tree.error, ...standings(tree)]).toEqual(['aborted', 'Enough', 'Wait aborted']);
  });

  it('tells an execution that ran out of time', async () => {
    const { tree } = await folded({ ...chain({ Wait: { Type: 'Wait', Seconds: 9 } }), TimeoutSeconds: 3 });
    expect([tree.standing, ...standings(tree)]).toEqual(['timedout', 'Wait aborted']);
  });

  it('goes on with a failed state, and with failed iterations alone, after a redrive', async () => {
    const each = chain({ Work: invoke() });
    const definition = chain({
      Each: { Type: 'Map', ItemProcessor: each, MaxConcurrency: 1 },
      After: { Type: 'Pass' },
    });
    const { world, arn, tree: before } = await folded(definition, failing(2), ['a', 'b', 'c']);
    expect(standings(before)).toEqual(['Each failed', 'Each/Work[0] succeeded', 'Each/Work[1] failed']);
    await world.api('RedriveExecution', { executionArn: arn });
    const events = asSdk(await world.history(arn));
    expect(treeOf(events, definition)).toMatchObject({ standing: 'running', redrivenAt: [expect.any(Number)] });
    await world.finish(arn);
    const tree = treeOf(asSdk(await world.history(arn)), definition);
    expect(standings(tree)).toEqual([
      'Each retried',
      'Each/Work[0] succeeded',
      'Each/Work[1] retried',
      'Each/Work[2] succeeded',
      'After succeeded',
    ]);
    expect(visitAt(tree, 'Each').branches.map(({ standing }) => standing)).toEqual([
      'succeeded',
      'succeeded',
      'succeeded',
    ]);
  });

  it('reads the log of an Express execution as its history', async () => {
    const world = createWorld({ handler: failing(1) });
    const loggingConfiguration = {
      level: 'ALL',
      includeExecutionData: true,
      destinations: [
        { cloudWatchLogsLogGroup: { logGroupArn: 'arn:aws:logs:us-east-1:000000000000:log-group:turns:*' } },
      ],
    };
    const machine = await world.create(chain({ Work: invoke({ Retry: RETRY }) }), {
      type: 'EXPRESS',
      loggingConfiguration,
      roleArn: ROLE,
    });
    const arn = await world.start(machine, { question: 'When?' });
    for (let turn = 0; turn < 12; turn++) await world.clock.advance(1000);
    const lines = world.logs.map(({ message }) => message);
    const events = eventsFromLogs([...lines, ...lines, 'START RequestId: 1', '{"execution_arn":"another"}'], arn);
    const tree = treeOf(events);
    expect([tree.standing, ...standings(tree)]).toEqual(['succeeded', 'Work retried']);
    expect(visitAt(tree, 'Work')).toMatchObject({ input: '{"question":"When?"}', attempts: [{ error: 'Broken' }, {}] });
  });

  it('folds 25,000 events in a moment, and a further one in far less', () => {
    const at = new Date(0);
    const events = Array.from({ length: 25_000 }, (_, index) => {
      const id = index + 1;
      const type = ['WaitStateEntered', 'WaitStateExited'][index % 2] ?? '';
      const details = { name: `Wait${Math.floor(index / 2)}`, input: '{}', output: '{}' };
      const named = {
        stateEnteredEventDetails: index % 2 ? undefined : details,
        stateExitedEventDetails: index % 2 ? details : undefined,
      };
      return { id, previousEventId: index, type: type as 'WaitStateEntered', timestamp: at, ...named };
    });
    const fold = createFold();
    const began = performance.now();
    fold.add(events);
    expect(fold.tree().visits).toHaveLength(12_500);
    // A hundredth of this on an idle machine.
    expect(performance.now() - began).toBeLessThan(2000);
    const before = fold.tree().visits[7];
    fold.add([{ id: 25_001, previousEventId: 25_000, type: 'ExecutionSucceeded', timestamp: at }]);
    expect(fold.tree().visits[7]).toBe(before);
  });
});
