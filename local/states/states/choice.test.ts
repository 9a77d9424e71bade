import { describe, expect, it } from 'vitest';
import { createWorld } from '../testing.ts';

const choice = (more: Record<string, unknown>) => ({
  StartAt: 'Choice',
  States: {
    Choice: {
      Type: 'Choice',
      Choices: [{ Condition: '{% $states.input > 5 %}', Next: 'Big', Assign: { size: 'big' }, Output: 'rule' }],
      ...more,
    },
    Big: { Type: 'Pass', Output: '{% [$states.input, $size] %}', End: true },
    Small: { Type: 'Pass', Output: '{% [$states.input, $size] %}', End: true },
  },
});
const withDefault = choice({ Default: 'Small', Assign: { size: 'small' }, Output: 'default' });

describe('a Choice state', () => {
  it('follows the first rule that holds, with its own assignments and output', async () => {
    expect((await createWorld().run(withDefault, 6)).result).toEqual(['rule', 'big']);
  });

  it('goes to the default where no rule holds, with those of the state', async () => {
    expect((await createWorld().run(withDefault, 5)).result).toEqual(['default', 'small']);
  });

  it('fails where no rule holds and there is no default', async () => {
    const definition = {
      StartAt: 'Choice',
      States: { Choice: { Type: 'Choice', Choices: [{ Condition: false, Next: 'End' }] }, End: { Type: 'Succeed' } },
    };
    expect(await createWorld().run(definition)).toMatchObject({ status: 'FAILED', error: 'States.NoChoiceMatched' });
  });

  it('fails where a condition is no boolean', async () => {
    const { error, cause } = await createWorld().run(
      choice({ Choices: [{ Condition: '{% 1 %}', Next: 'Big' }], Default: 'Small' }),
    );
    expect(error).toBe('States.QueryEvaluationError');
    expect(cause).toContain("Expected 'boolean', but was 'number' for value: 1");
  });
});
