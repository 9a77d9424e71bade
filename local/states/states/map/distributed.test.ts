import { describe, expect, it } from 'vitest';
import { chain, createWorld } from '../../testing.ts';

const distributed = (body: Record<string, Record<string, unknown>>, more: Record<string, unknown> = {}) =>
  chain({
    Each: {
      Type: 'Map',
      ItemProcessor: { ...chain(body), ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' } },
      ...more,
    },
  });

describe('a Distributed Map', () => {
  it('gives what its children gave, in the order of the items', async () => {
    const { result, types } = await createWorld().run(
      distributed({ Twice: { Type: 'Pass', Output: '{% $states.input * 2 %}' } }),
      [3, 1, 2],
    );
    expect(result).toEqual([6, 2, 4]);
    expect(types).toEqual([
      'ExecutionStarted',
      'MapStateEntered',
      'MapStateStarted',
      'MapRunStarted',
      'MapRunSucceeded',
      'MapStateSucceeded',
      'MapStateExited',
      'ExecutionSucceeded',
    ]);
  });
});
