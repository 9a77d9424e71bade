import { describe, expect, it } from 'vitest';
import { chain, createWorld } from '../testing.ts';

describe('a Fail state', () => {
  it('fails its execution with an error and a cause that are computed', async () => {
    const fail = { Type: 'Fail', Error: '{% $states.input.error %}', Cause: 'as told' };
    const { status, error, cause, types } = await createWorld().run(chain({ Fail: fail }), { error: 'Bad' });
    expect([status, error, cause]).toEqual(['FAILED', 'Bad', 'as told']);
    expect(types).toEqual(['ExecutionStarted', 'FailStateEntered', 'ExecutionFailed']);
  });

  it('needs neither error nor cause', async () => {
    const { status, error, cause } = await createWorld().run(chain({ Fail: { Type: 'Fail' } }));
    expect([status, error, cause]).toEqual(['FAILED', undefined, undefined]);
  });
});

describe('a Succeed state', () => {
  it('ends a branch and not its execution', async () => {
    const both = { Type: 'Parallel', Branches: [chain({ Done: { Type: 'Succeed', Output: 'b' } })] };
    const { result } = await createWorld().run(
      chain({ Both: both, After: { Type: 'Pass', Output: '{% [$states.input, 1] %}' } }),
    );
    expect(result).toEqual(['b', 1]);
  });
});
