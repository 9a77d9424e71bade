import { describe, expect, it } from 'vitest';
import { chain, createWorld, invoke } from '../testing.ts';
import { refusal, said } from './testing.ts';

describe('a definition', () => {
  it.each([
    ['has states', {}, 'SCHEMA_VALIDATION_FAILED: These fields are required: [States, StartAt] at /'],
    [
      'starts at one of its states',
      { StartAt: 'A', States: { B: { Type: 'Succeed' } } },
      'MISSING_TRANSITION_TARGET: Missing \'Next\' target: A at /StartAt, MISSING_TRANSITION_TARGET: State "B" is not reachable. at /States/B',
    ],
    [
      'leads to states that are there',
      { StartAt: 'A', States: { A: { Type: 'Choice', Choices: [], Default: 'X' }, B: { Type: 'Succeed' } } },
      'SCHEMA_VALIDATION_FAILED: Value cannot be empty at /States/A/Choices, MISSING_TRANSITION_TARGET: Missing \'Next\' target: X at /States/A/Default, MISSING_TRANSITION_TARGET: State "B" is not reachable. at /States/B',
    ],
    [
      'can end',
      { StartAt: 'A', States: { A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Pass', Next: 'A' } } },
      'MISSING_END_STATE: Workflow has no terminal state at null',
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
      "SCHEMA_VALIDATION_FAILED: Field 'Reslut' is not supported at /States/A",
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

  it('has no loop within a Map that must end', async () => {
    const loop = { StartAt: 'B', States: { B: { Type: 'Pass', Next: 'C' }, C: { Type: 'Pass', Next: 'B' } } };
    expect(await refusal(chain({ A: { Type: 'Map', ItemProcessor: loop } }))).toBe('undefined accepted');
  });

  it.each([
    [invoke({ TimeoutSeconds: 0 }), 'Minimum value is 1 at /States/A/TimeoutSeconds'],
    [
      invoke({ Retry: [{ ErrorEquals: ['E'], BackoffRate: 0.5 }] }),
      'Minimum value is 1 at /States/A/Retry[0]/BackoffRate',
    ],
    [{ Type: 'Wait', Seconds: -1 }, 'Minimum value is 0 at /States/A/Seconds'],
  ])('has no numbers out of range, as in %j', async (state, message) => {
    expect(await refusal(chain({ A: state }))).toBe(said(`SCHEMA_VALIDATION_FAILED: ${message}`));
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

  it('is told as many diagnostics as are asked for', async () => {
    const definition = JSON.stringify(chain({ A: { Type: 'Pass', X: 1, Y: 2, Z: 3 } }));
    const ask = (more: object) => createWorld().api('ValidateStateMachineDefinition', { definition, ...more });
    expect(await ask({ maxResults: 2 })).toMatchObject({ result: 'FAIL', diagnostics: [{}, {}], truncated: true });
    expect(await ask({ maxResults: 0 })).toMatchObject({ diagnostics: [{}, {}, {}], truncated: false });
    await expect(ask({ maxResults: 101 })).rejects.toMatchObject({ code: 'ValidationException' });
    await expect(ask({ severity: 'NOTE' })).rejects.toMatchObject({ code: 'ValidationException' });
  });

  it('is warned of slips where that is asked for', async () => {
    const definition = JSON.stringify(
      chain({
        Make: { Type: 'Pass', Parameters: { 'good.$': '$.a', bad: ['$.a', { worse: "States.Format('{}', $.a)" }] } },
        Set: { Type: 'Pass', Result: { 'late.$': '$.a' } },
        Ask: { Type: 'Choice', Choices: [{ Variable: '$.a', StringEquals: '$.b', Next: 'End' }], Default: 'End' },
        End: { Type: 'Succeed' },
      }),
    );
    const ask = (severity: string) => createWorld().api('ValidateStateMachineDefinition', { definition, severity });
    expect(await ask('ERROR')).toMatchObject({ result: 'OK', diagnostics: [] });
    expect(await ask('WARNING')).toMatchObject({
      result: 'OK',
      diagnostics: [
        { severity: 'WARNING', code: 'NO_DOLLAR', location: '/States/Make/Parameters/bad[1]/worse' },
        { severity: 'WARNING', code: 'PASS_RESULT_IS_STATIC', location: '/States/Set/Result' },
        { severity: 'WARNING', code: 'NO_PATH', location: '/States/Ask/Choices[0]/StringEquals' },
      ],
    });
  });
});
