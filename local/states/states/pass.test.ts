import { describe, expect, it } from 'vitest';
import { chain, createWorld } from '../testing.ts';

describe('a Pass state', () => {
  it('passes its input on', async () => {
    const { status, result, types } = await createWorld().run(chain({ Pass: { Type: 'Pass' } }), { a: [1, null] });
    expect([status, result]).toEqual(['SUCCEEDED', { a: [1, null] }]);
    expect(types).toEqual(['ExecutionStarted', 'PassStateEntered', 'PassStateExited', 'ExecutionSucceeded']);
  });

  it('gives its Output, with literals and expressions', async () => {
    const Output = {
      sum: '{% $sum($states.input.of) %}',
      list: [1, '{% $states.input.of[0] %}'],
      literal: 'a {% b %} c',
    };
    const { result } = await createWorld().run(chain({ Pass: { Type: 'Pass', Output } }), { of: [2, 3] });
    expect(result).toEqual({ sum: 5, list: [1, 2], literal: 'a {% b %} c' });
  });

  it('assigns variables from what was before it, for the states after it', async () => {
    const { result, events } = await createWorld().run(
      chain({
        One: { Type: 'Pass', Assign: { x: 1, y: '{% $states.input.y %}' } },
        Two: { Type: 'Pass', Assign: { x: '{% $x + 1 %}', y: '{% $x %}' }, Output: '{% [$x, $y] %}' },
        Three: { Type: 'Pass', Output: '{% $states.input ~> $append([$x, $y]) %}' },
      }),
      { y: 'why' },
    );
    expect(result).toEqual([1, 'why', 2, 1]);
    expect(events[2]?.stateExitedEventDetails).toMatchObject({ assignedVariables: { x: '1', y: '"why"' } });
  });

  it('knows the context of its execution', async () => {
    const Output = '{% $states.context %}';
    const world = createWorld();
    const { result, executionArn } = await world.run(chain({ Pass: { Type: 'Pass', Output } }), { a: 1 });
    expect(result).toMatchObject({
      Execution: { Id: executionArn, Input: { a: 1 }, StartTime: '2026-01-01T00:00:00.000Z' },
      State: { Name: 'Pass', EnteredTime: '2026-01-01T00:00:00.000Z' },
      StateMachine: { Id: 'arn:aws:states:us-east-1:000000000000:stateMachine:machine', Name: 'machine' },
    });
  });

  it('fails where an expression gives nothing, and says where', async () => {
    const { status, error, cause, events } = await createWorld().run(
      chain({ Pass: { Type: 'Pass', Output: { a: { b: '{% $states.input.missing %}' } } } }),
    );
    expect([status, error]).toEqual(['FAILED', 'States.QueryEvaluationError']);
    expect(cause).toBe(
      "An error occurred while executing the state 'Pass' (entered at the event id #2). The JSONata expression " +
        "'$states.input.missing' specified for the field 'Output/a/b' returned nothing (undefined).",
    );
    expect(events[2]).toMatchObject({
      type: 'EvaluationFailed',
      previousEventId: 0,
      evaluationFailedEventDetails: { location: 'Output/a/b' },
    });
  });

  it('fails where its output is over 256 KiB', async () => {
    const { error } = await createWorld().run(chain({ Pass: { Type: 'Pass', Output: "{% $pad('', 300000, 'x') %}" } }));
    expect(error).toBe('States.DataLimitExceeded');
  });

  it('does not hold up a machine that loops', async () => {
    const { status, result } = await createWorld().run(
      {
        StartAt: 'Count',
        States: {
          Count: { Type: 'Pass', Output: '{% $states.input + 1 %}', Next: 'More' },
          More: {
            Type: 'Choice',
            Choices: [{ Condition: '{% $states.input < 1000 %}', Next: 'Count' }],
            Default: 'Done',
          },
          Done: { Type: 'Succeed' },
        },
      },
      0,
    );
    expect([status, result]).toEqual(['SUCCEEDED', 1000]);
  });
});

describe('JSON that no state touches', () => {
  it('keeps the spaces it was written with, into branches and out of them', async () => {
    const { create, api, finish, history } = createWorld();
    const Branches = [chain({ Inner: { Type: 'Pass' } })];
    const machine = await create(chain({ First: { Type: 'Pass' }, Both: { Type: 'Parallel', Branches } }));
    const input = '[1,  {"a": 2}]';
    const { executionArn } = await api<{ executionArn: string }>('StartExecution', { stateMachineArn: machine, input });
    expect((await finish(executionArn)).output).toBe(`[${input}]`);
    const entered = (await history(executionArn)).filter(({ type }) => type.endsWith('StateEntered'));
    expect(entered.map((event) => (event.stateEnteredEventDetails as { input: string }).input)).toEqual(
      Array(3).fill(input),
    );
  });
});
