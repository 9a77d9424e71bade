import { describe, expect, it } from 'vitest';
import { createWorld, invoke, ROLE } from '../testing.ts';

const refusal = async (state: object | string, more: Record<string, unknown> = {}): Promise<string> => {
  const definition = typeof state === 'string' ? state : JSON.stringify(state);
  const error = await createWorld()
    .api('TestState', { definition, ...more })
    .then(
      () => new Error('accepted'),
      (refused: Error & { code: string }) => refused,
    );
  return `${(error as { code?: string }).code}: ${error.message}`;
};

const branch = { StartAt: 'A', States: { A: { Type: 'Pass', End: true } } };
const parallel = { Type: 'Parallel', Branches: [branch, branch], End: true };
const map = { Type: 'Map', ItemProcessor: branch, End: true };
const task = invoke({ QueryLanguage: 'JSONata', End: true });
const resource = (Resource: string): object => ({ Type: 'Task', Resource, Parameters: {}, End: true });
const machine = {
  StartAt: 'A',
  States: { A: { Type: 'Task', Resource: 'arn:aws:states:::glue:startJobRun', End: true } },
};

describe('what cannot be tested', () => {
  it.each([
    ['a text that is not JSON', 'oops', {}, /^InvalidDefinition: Invalid State Machine Definition: 'INVALID_JSON/],
    ['a state of no type', {}, {}, /The field 'Type' should have one of these values.* at \/States\/StateName\/Type'$/],
    [
      'a state that is not in the machine',
      machine,
      { stateName: 'B' },
      'ValidationException: State not found in definition',
    ],
    ['a state of an empty name', machine, { stateName: '' }, /^ValidationException: 1 validation error .*'stateName'/],
    ['Map alone', map, {}, /^InvalidDefinition: TestState API does not support Map or Parallel states\./],
    ['Parallel alone', parallel, {}, /^InvalidDefinition: TestState API does not support Map or Parallel states\./],
    ['a task without a role', task, {}, 'ValidationException: RoleArn must be specified when testing a Task state'],
    [
      'a task that waits for a token, alone',
      resource('arn:aws:states:::sqs:sendMessage.waitForTaskToken'),
      { roleArn: ROLE },
      /^InvalidDefinition: TestState API does not support/,
    ],
    [
      'an activity alone',
      resource('arn:aws:states:us-east-1:000000000000:activity:a'),
      { roleArn: ROLE },
      /^InvalidDefinition: TestState API does not support Activity/,
    ],
    [
      'a service that the runtime lacks, alone',
      machine,
      { stateName: 'A', roleArn: ROLE },
      /The runtime has no integration 'glue:startJobRun'.* at \/States\/A\/Resource/,
    ],
    ['input that is not JSON', { Type: 'Succeed' }, { input: '{' }, /^InvalidExecutionInput: /],
    ['variables that are no object', { Type: 'Succeed' }, { variables: '[1]' }, /^ValidationException: /],
    [
      'a level that AWS does not have',
      { Type: 'Succeed' },
      { inspectionLevel: 'ALL' },
      /enum value set: \[INFO, DEBUG, TRACE\]/,
    ],
  ])('is %s', async (_, state, more, message) => {
    expect(await refusal(state, more)).toMatch(message);
  });

  it.each([
    [
      'Pass',
      { Type: 'Pass', End: true },
      { result: '1' },
      "State type 'Pass' is not supported when a mock is specified",
    ],
    [
      'Wait',
      { Type: 'Wait', Seconds: 1, End: true },
      { result: '1' },
      "State type 'Wait' is not supported when a mock is specified",
    ],
    ['nothing', task, {}, 'A test mock should have only one of the following fields: [result, errorOutput].'],
    [
      'both',
      task,
      { result: '{}', errorOutput: { error: 'E' } },
      'A test mock should have only one of the following fields: [result, errorOutput].',
    ],
    ['no JSON', task, { result: '{' }, 'Mocked result must be valid JSON'],
    ['no list', map, { result: '{}' }, 'Mocked result must be an array.'],
    ['no list for branches', parallel, { result: '1' }, 'Mocked result must be an array.'],
    [
      'too short a list',
      parallel,
      { result: '[1]' },
      'Mocked result must contain the same number of items as number of Parallel branches.',
    ],
  ])('is a mock of %s', async (_, state, mock, message) => {
    expect(await refusal(state, { mock })).toBe(`ValidationException: ${message}`);
  });

  it('is a mock whose secrets are to be revealed', async () => {
    expect(await refusal(task, { mock: { result: '{}' }, revealSecrets: true })).toBe(
      'ValidationException: TestState does not support RevealSecrets when a mock is specified.',
    );
  });
});

it('a mock stands for any service of AWS', async () => {
  const mock = { result: '{"JobRunId":"j"}' };
  const { output } = await createWorld().api<{ output: string }>('TestState', {
    definition: JSON.stringify(machine),
    stateName: 'A',
    mock,
  });
  expect(output).toBe(mock.result);
});
