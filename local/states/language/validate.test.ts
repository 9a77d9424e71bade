import { describe, expect, it } from 'vitest';
import { chain, createWorld, invoke } from '../testing.ts';

const refusal = async (definition: object, more: Record<string, unknown> = {}): Promise<string> => {
  const error = await createWorld()
    .create(definition, more)
    .then(
      () => new Error('accepted'),
      (refused: Error & { code: string }) => refused,
    );
  return `${(error as { code?: string }).code} ${error.message}`;
};
const said = (text: string): string => `InvalidDefinition Invalid State Machine Definition: '${text}'`;

describe('a definition', () => {
  it.each([
    ['has states', {}, 'SCHEMA_VALIDATION_FAILED: These fields are required: [States, StartAt] at /'],
    [
      'starts at one of its states',
      { StartAt: 'B', States: { B: { Type: 'Pass', Next: 'A' } } },
      "MISSING_TRANSITION_TARGET: Missing 'Next' target: A at /States/B/Next",
    ],
    [
      'reaches all of its states',
      { StartAt: 'A', States: { A: { Type: 'Succeed' }, B: { Type: 'Succeed' } } },
      'MISSING_TRANSITION_TARGET: State "B" is not reachable. at /States/B',
    ],
    [
      'has states of known types',
      chain({ A: { Type: 'Jump' } }),
      "SCHEMA_VALIDATION_FAILED: The field 'Type' should have one of these values: [Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map] at /States/A/Type",
    ],
    [
      'has no unknown fields',
      chain({ A: { Type: 'Pass', Reslut: 1 } }),
      "SCHEMA_VALIDATION_FAILED: Field 'Reslut' is not supported at /States/A/Reslut",
    ],
    [
      'says where its states lead',
      { StartAt: 'A', States: { A: { Type: 'Pass' } } },
      'SCHEMA_VALIDATION_FAILED: These fields are required: [Next or End] at /States/A',
    ],
    [
      'has no empty Parallel',
      chain({ A: { Type: 'Parallel', Branches: [] } }),
      'SCHEMA_VALIDATION_FAILED: Value cannot be empty at /States/A/Branches',
    ],
    [
      'names resources that AWS has',
      chain({ A: invoke({ Resource: 'arn:aws:states:::dynamodb:query' }) }),
      'SCHEMA_VALIDATION_FAILED: The resource provided arn:aws:states:::dynamodb:query is not recognized. The value is not a valid resource ARN, or the resource is not available in this region. at /States/A/Resource',
    ],
    [
      'names services that the runtime has',
      chain({ A: invoke({ Resource: 'arn:aws:states:::aws-sdk:glue:startJobRun' }) }),
      "SCHEMA_VALIDATION_FAILED: The runtime has no service 'glue', which arn:aws:states:::aws-sdk:glue:startJobRun needs at /States/A/Resource",
    ],
    [
      'does not assign what belongs to an outer scope',
      chain({
        Set: { Type: 'Pass', Assign: { x: 1 } },
        Both: { Type: 'Parallel', Branches: [chain({ Again: { Type: 'Pass', Assign: { x: 2 } } })] },
      }),
      "SCHEMA_VALIDATION_FAILED: The variable 'x' belongs to an outer scope and cannot be assigned at /States/Both/Branches[0]/States/Again",
    ],
  ])('%s', async (_, definition, text) => {
    expect(await refusal(definition)).toBe(said(text));
  });

  it('has expressions that parse', async () => {
    expect(await refusal(chain({ A: { Type: 'Pass', Output: { deep: ['{% 1 + %}'] } } }))).toContain(
      'at /States/A/Output/deep[0]',
    );
  });

  it('does not wait for tokens where it is Express', async () => {
    const ask = invoke({ Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken' });
    const text =
      "SCHEMA_VALIDATION_FAILED: Express state machine does not support '.waitForTaskToken' service integration  at /States/A/Resource";
    expect(await refusal(chain({ A: ask }), { type: 'EXPRESS' })).toBe(said(text));
  });

  it('can be checked without being created', async () => {
    const world = createWorld();
    const bad = await world.api('ValidateStateMachineDefinition', { definition: '{}' });
    expect(bad).toMatchObject({
      result: 'FAIL',
      diagnostics: [{ severity: 'ERROR', code: 'SCHEMA_VALIDATION_FAILED', location: '/' }],
    });
    const definition = JSON.stringify({ QueryLanguage: 'JSONata', ...chain({ A: { Type: 'Pass' } }) });
    expect(await world.api('ValidateStateMachineDefinition', { definition })).toEqual({
      result: 'OK',
      diagnostics: [],
      truncated: false,
    });
  });
});
