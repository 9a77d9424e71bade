import { expect, test } from 'vitest';
import type { ExecutionTree } from '../history/model.ts';
import { effectsFrom, itemsLeft, reachableFrom } from './effects.ts';
import { redrivePreview, stopPreview } from './redrive-preview.ts';
import { definitionFrom, executionName, machineName, NotJsonError } from './rerun.ts';

const definition = {
  QueryLanguage: 'JSONata',
  StartAt: 'Claim',
  States: {
    Claim: {
      Type: 'Task',
      Resource: 'arn:aws:states:::aws-sdk:dynamodb:updateItem',
      Arguments: { ConditionExpression: 'a = :a' },
      Next: 'Make',
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Tell' }],
    },
    Make: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Next: 'Which' },
    Which: { Type: 'Choice', Choices: [{ Next: 'Other' }], Default: 'Announce' },
    Other: {
      Type: 'Task',
      Resource: 'arn:aws:states:::states:startExecution',
      Arguments: { Name: 'n' },
      Next: 'Announce',
    },
    Announce: { Type: 'Task', Resource: 'arn:aws:states:::events:putEvents', End: true },
    Tell: { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', End: true },
  },
};

const tree = {
  visits: ['Claim', 'Make', 'Which', 'Announce'].map((name) => ({ name, path: name })),
} as unknown as ExecutionTree;

test('it is said of each state what happens again, what leaves all as it is, and what is refused', () => {
  expect(effectsFrom(definition, 'Claim', tree).map(({ state, kind, maybe }) => [state, kind, maybe])).toEqual([
    ['Claim', 'once', false],
    ['Make', 'same', false],
    ['Other', 'once', true],
    ['Announce', 'same', false],
  ]);
});

test('what a Map or a branch does is told as well', () => {
  const inner = {
    StartAt: 'Send',
    States: { Send: { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', End: true } },
  };
  const outer = {
    StartAt: 'Each',
    States: {
      Each: { Type: 'Map', ItemProcessor: inner, Next: 'Both' },
      Both: { Type: 'Parallel', Branches: [inner], End: true },
    },
  };
  const seen = {
    visits: [{ path: 'Each' }, { path: 'Each/Send' }, { path: 'Both/0/Send' }],
  } as unknown as ExecutionTree;
  expect(effectsFrom(outer, 'Each', seen).map(({ state, maybe }) => [state, maybe])).toEqual([
    ['Each', false],
    ['Each/Send', false],
    ['Both', true],
    ['Both/Send', false],
  ]);
});

test('of a Map or a Parallel, a rerun runs all and a redrive what did not succeed', () => {
  const inner = { StartAt: 'Rest', States: { Rest: { Type: 'Pass', End: true } } };
  const outer = {
    StartAt: 'Each',
    States: {
      Each: { Type: 'Map', ItemProcessor: inner, Next: 'Both' },
      Both: { Type: 'Parallel', Branches: [inner], End: true },
    },
  };
  const says = (start: string, how: 'redrive' | 'rerun') =>
    effectsFrom(outer, start, undefined, how).map(({ says }) => says);
  expect(says('Each', 'rerun')).toEqual(['Every item runs again.', 'Every branch runs again.']);
  expect(says('Each', 'redrive')).toEqual([
    'The items that did not succeed go on, each at the state that ended it.',
    'Every branch runs again.',
  ]);
  expect(says('Both', 'redrive')).toEqual([
    'The branches that did not succeed go on, each at the state that ended it.',
  ]);
});

test('states before the chosen one do not run', () => {
  expect(reachableFrom(definition, 'Which')).toEqual(['Which', 'Other', 'Announce']);
});

test('a rerun begins by assigning the variables, and keeps only what can be reached', () => {
  const made = definitionFrom(definition, { state: 'Which', input: '{}', variables: { asset: '{"id":"a"}', n: '7' } });
  expect(made.StartAt).toBe('BeginAgain');
  expect(made.States?.BeginAgain).toEqual({ Type: 'Pass', Assign: { asset: { id: 'a' }, n: 7 }, Next: 'Which' });
  expect(Object.keys(made.States ?? {}).sort()).toEqual(['Announce', 'BeginAgain', 'Other', 'Which']);
});

test('what a variable holds is never taken for an expression', () => {
  const made = definitionFrom(definition, {
    state: 'Which',
    input: '{}',
    variables: { text: '"{% $states.input %}"' },
  });
  expect(made.States?.BeginAgain).toMatchObject({ Assign: { text: '{% "{% $states.input %}" %}' } });
});

test('a variable that is no JSON is named', () => {
  const start = { state: 'Which', input: '{}', variables: { asset: '{' } };
  expect(() => definitionFrom(definition, start)).toThrow(NotJsonError);
  expect(() => definitionFrom(definition, start)).toThrow(/The variable asset is not JSON/);
});

test('names keep within what Step Functions takes', () => {
  expect(machineName('a-stage-of-20-letter', 'w'.repeat(80), () => 0.5)).toHaveLength(80);
  expect(executionName('n'.repeat(80), () => 0)).toBe(`${'n'.repeat(65)}-again-00000000`);
});

test('of a map only the items that did not succeed are left for a redrive', () => {
  const branches = ['succeeded', 'retried', 'failed', 'aborted'].map((standing, index) => ({ index, standing }));
  expect(itemsLeft({ branches } as never)).toBe(2);
});

test('what AWS would not take is said beforehand, with the reason', () => {
  const executionArn = 'arn:aws:states:r:1:execution:m:n';
  expect(redrivePreview({ executionArn, status: 'FAILED', redriveStatus: 'REDRIVABLE' } as never).possible).toBe(true);
  expect(
    redrivePreview({
      ...{ executionArn, status: 'SUCCEEDED', redriveStatus: 'NOT_REDRIVABLE' },
      redriveStatusReason: 'Execution is SUCCEEDED and cannot be redriven',
    } as never),
  ).toMatchObject({ possible: false, says: 'It succeeded: there is nothing to go on with.' });
  expect(stopPreview({ executionArn, status: 'TIMED_OUT' } as never)).toMatchObject({
    possible: false,
    says: 'It is over: timed out.',
  });
});
