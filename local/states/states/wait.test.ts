import { describe, expect, it } from 'vitest';
import { chain, createWorld } from '../testing.ts';

const START = Date.UTC(2026, 0, 1);

describe('a Wait state', () => {
  it('waits thirty days', async () => {
    const world = createWorld();
    const { status } = await world.run(chain({ Wait: { Type: 'Wait', Seconds: 30 * 86_400 } }));
    expect([status, world.clock.now() - START]).toEqual(['SUCCEEDED', 30 * 86_400_000]);
  });

  it('waits until a time that its input tells', async () => {
    const world = createWorld();
    await world.run(chain({ Wait: { Type: 'Wait', Timestamp: '{% $states.input.at %}' } }), {
      at: '2026-01-01T01:00:00+00:30',
    });
    expect(world.clock.now() - START).toBe(1_800_000);
  });

  it('does not wait for a time that is past', async () => {
    const world = createWorld();
    expect(await world.run(chain({ Wait: { Type: 'Wait', Timestamp: '2020-01-01T00:00:00Z' } }))).toMatchObject({
      status: 'SUCCEEDED',
    });
    expect(world.clock.now()).toBe(START);
  });

  it('fails for a text that is no time', async () => {
    const wait = { Type: 'Wait', Timestamp: '{% $states.input.at %}' };
    const { error, cause } = await createWorld().run(chain({ Wait: wait }), { at: '2026-13-01T00:00:00Z' });
    expect(error).toBe('States.QueryEvaluationError');
    expect(cause).toContain(
      'cannot be parsed as an ISO-8601 extended offset date-time format string: 2026-13-01T00:00:00Z',
    );
  });

  it('ends with its execution where that has a time limit', async () => {
    const world = createWorld();
    const { status, types } = await world.run({
      ...chain({ Wait: { Type: 'Wait', Seconds: 100 } }),
      TimeoutSeconds: 10,
    });
    expect([status, types.at(-1), world.clock.now() - START]).toEqual(['TIMED_OUT', 'ExecutionTimedOut', 10_000]);
  });
});
