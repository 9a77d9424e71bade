import { describe, expect, it } from 'vitest';
import { AwsError } from '../../aws/error.ts';
import { chain, createWorld, functionError, type Handler, invoke } from '../testing.ts';

const START = Date.UTC(2026, 0, 1);
const failing = (times: number, error = 'Broken'): Handler => {
  let left = times;
  return ({ input }) => (left-- > 0 ? functionError(error) : { StatusCode: 200, Payload: String(input.Payload) });
};

describe('a Task state', () => {
  it('calls with the role of the machine', async () => {
    const world = createWorld();
    await world.run(chain({ Task: invoke() }));
    expect(world.calls[0]?.roleArn).toBe('arn:aws:iam::000000000000:role/workflow');
  });

  it('calls with the role that its credentials name', async () => {
    const world = createWorld();
    const Credentials = { RoleArn: '{% $states.input.role %}' };
    await world.run(chain({ Task: invoke({ Credentials }) }), { role: 'arn:aws:iam::000000000000:role/other' });
    expect(world.calls[0]?.roleArn).toBe('arn:aws:iam::000000000000:role/other');
  });

  it('retries with growing delays, at most as long as allowed', async () => {
    const world = createWorld({ handler: failing(4) });
    const Retry = [
      { ErrorEquals: ['Broken'], IntervalSeconds: 2, BackoffRate: 3, MaxAttempts: 4, MaxDelaySeconds: 10 },
    ];
    const { status } = await world.run(chain({ Task: invoke({ Retry }) }));
    expect([status, world.calls.length, world.clock.now() - START]).toEqual(['SUCCEEDED', 5, 28_000]);
  });

  it('spreads its retries where jitter is full', async () => {
    const world = createWorld({ handler: failing(1), random: () => 0.25 });
    const Retry = [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 8, JitterStrategy: 'FULL' }];
    await world.run(chain({ Task: invoke({ Retry }) }));
    expect(world.clock.now() - START).toBe(2000);
  });

  it('does not retry what a first entry names as terminal', async () => {
    const world = createWorld({ handler: failing(1, 'Terminal') });
    const Retry = [{ ErrorEquals: ['Terminal'], MaxAttempts: 0 }, { ErrorEquals: ['States.ALL'] }];
    expect(await world.run(chain({ Task: invoke({ Retry }) }))).toMatchObject({ status: 'FAILED', error: 'Terminal' });
    expect(world.calls).toHaveLength(1);
  });

  it('tells its arguments how often it was retried', async () => {
    const world = createWorld({ handler: failing(2) });
    const task = invoke({
      Arguments: { FunctionName: 'work', Payload: '{% $states.context.State.RetryCount %}' },
      Retry: [{ ErrorEquals: ['States.TaskFailed'] }],
    });
    await world.run(chain({ Task: task }));
    expect(world.calls.map(({ input }) => input.Payload)).toEqual(['0', '1', '2']);
  });

  it('hands an error to the catcher that names it', async () => {
    const world = createWorld({ handler: failing(1) });
    const Catch = [
      { ErrorEquals: ['Other'], Next: 'Wrong' },
      {
        ErrorEquals: ['Broken'],
        Next: 'Right',
        Assign: { error: '{% $states.errorOutput.Error %}' },
        Output: { was: '{% $states.input %}' },
      },
    ];
    const Right = { Type: 'Pass', Output: '{% [$error, $states.input] %}', End: true };
    const { result, types } = await world.run(
      chain({ Task: invoke({ Catch, End: true }), Wrong: { Type: 'Fail' }, Right }),
      7,
    );
    expect(result).toEqual(['Broken', { was: 7 }]);
    expect(types.slice(2, 6)).toEqual(['TaskScheduled', 'TaskStarted', 'TaskFailed', 'TaskStateExited']);
  });

  it('passes the error on where its catcher says no more', async () => {
    const Catch = [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }];
    const world = createWorld({ handler: () => functionError('Broken', 'no') });
    const { result } = await world.run(chain({ Task: invoke({ Catch, End: true }), Caught: { Type: 'Succeed' } }));
    expect(result).toEqual({ Error: 'Broken', Cause: '{"errorType":"Broken","errorMessage":"no","trace":[]}' });
  });

  it('times out, which States.TaskFailed does not stand for', async () => {
    const world = createWorld({ handler: () => new Promise(() => {}) });
    const Catch = [{ ErrorEquals: ['States.TaskFailed'], Next: 'Caught' }];
    const states = { Task: invoke({ TimeoutSeconds: '{% 2 + 3 %}', Catch, End: true }), Caught: { Type: 'Succeed' } };
    const { status, error, cause, types } = await world.run(chain(states));
    expect([status, error, cause, types.at(-2)]).toEqual(['FAILED', 'States.Timeout', undefined, 'TaskTimedOut']);
    expect(world.clock.now() - START).toBe(5000);
  });

  it('retries an error of a service by the name that Step Functions has for it', async () => {
    let calls = 0;
    const world = createWorld({
      handler: () => {
        calls += 1;
        if (calls === 1) throw new AwsError('TooManyRequestsException', 'Rate exceeded', 429);
        return { StatusCode: 200, Payload: '"done"' };
      },
    });
    const Retry = [{ ErrorEquals: ['Lambda.TooManyRequestsException'] }];
    expect((await world.run(chain({ Task: invoke({ Retry }) }))).result).toBe('done');
  });

  it('catches an output that cannot be evaluated after its work was done', async () => {
    const Catch = [{ ErrorEquals: ['States.QueryEvaluationError'], Next: 'Caught', Output: 'caught' }];
    const task = invoke({ Output: '{% $states.result.Payload.nothing %}', Catch, End: true });
    const { result, types } = await createWorld().run(chain({ Task: task, Caught: { Type: 'Succeed' } }), {});
    expect([result, types[5]]).toEqual(['caught', 'EvaluationFailed']);
  });
});
