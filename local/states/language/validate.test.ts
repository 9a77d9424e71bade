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

  it('has expressions that parse', async () => {
    expect(await refusal(chain({ A: { Type: 'Pass', Output: { deep: ['{% 1 + %}'] } } }))).toBe(
      said('INVALID_JSONATA_EXPRESSION: Unexpected end of expression at /States/A/Output/deep[0]'),
    );
  });

  it('has no loop within a Map that must end', async () => {
    const loop = { StartAt: 'B', States: { B: { Type: 'Pass', Next: 'C' }, C: { Type: 'Pass', Next: 'B' } } };
    expect(await refusal(chain({ A: { Type: 'Map', ItemProcessor: loop } }))).toBe('undefined accepted');
  });

  it.each([
    ['phone', "Reference to 'phone' at the top level is not supported."],
    ['$map($states.input.list, function($x) { other })', "Reference to 'other' at the top level is not supported."],
    ['$$.a', "Reference to '$$' is not supported."],
    ['$states.errorOutput.Error', "Field '$states.errorOutput' does not exist."],
    ['$states.result', "Field '$states.result' does not exist."],
  ])('has no expression %s in a Pass state', async (expression, message) => {
    const pass = { Type: 'Pass', Output: { a: `{% ${expression} %}` } };
    expect(await refusal(chain({ A: pass }))).toBe(
      said(`UNSUPPORTED_JSONATA_EXPRESSION: ${message} at /States/A/Output/a`),
    );
  });

  it('reads results and errors where there are some, and names of what it has in hand', async () => {
    const task = invoke({
      Output: '{% $states.result.list[size > 1]^(size).{ "name": name } %}',
      Assign: { all: '{% $states.result %}' },
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'B', Output: '{% $states.errorOutput.Cause %}' }],
    });
    expect(await refusal(chain({ A: task, B: { Type: 'Succeed' } }))).toBe('undefined accepted');
  });

  it.each([
    [
      { QueryLanguage: 'JSONPath' },
      "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine",
      '',
    ],
    [{ QueryLanguage: 'Perl' }, 'Value should be one of the following: [JSONPath, JSONata]', '/QueryLanguage'],
    [{ QueryLanguage: 5 }, 'Expected value of type [STRING]', '/QueryLanguage'],
    [
      { InputPath: '$.a' },
      "The QueryLanguage is set to 'JSONata', but field 'InputPath' is only supported for the 'JSONPath' QueryLanguage",
      '',
    ],
    [{ Catch: [] }, "Field 'Catch' is not supported", ''],
  ])('has no Pass state of JSONata with %j', async (more, message, field) => {
    expect(await refusal(chain({ A: { Type: 'Pass', ...more } }))).toBe(
      said(`SCHEMA_VALIDATION_FAILED: ${message} at /States/A${field}`),
    );
  });

  it.each([
    [
      { Output: 1 },
      "The QueryLanguage is set to 'JSONPath', but field 'Output' is only supported for the 'JSONata' QueryLanguage",
      '',
    ],
    [{ OutputPath: 'out' }, 'Value must be a valid JSONPath.', '/OutputPath'],
    [{ ResultPath: 'out' }, "Value is not a Reference Path: Reference path didn't start with '$'", '/ResultPath'],
  ])('has no Pass state of JSONPath with %j', async (more, message, field) => {
    const definition = { ...chain({ A: { Type: 'Pass', ...more } }), QueryLanguage: 'JSONPath' };
    expect(await refusal(definition)).toBe(said(`SCHEMA_VALIDATION_FAILED: ${message} at /States/A${field}`));
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
