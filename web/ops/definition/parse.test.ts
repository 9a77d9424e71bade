import { describe, expect, test } from 'vitest';
import { graphOf, START } from './parse.ts';

const graph = (definition: unknown) => graphOf(JSON.stringify(definition));

const edgesOf = (definition: unknown): string[] =>
  graph(definition).edges.map(({ from, to, kind, label }) => [from, to, kind, ...(label ? [label] : [])].join(' | '));

const labelsOf = (choices: readonly unknown[]): string[] =>
  graph({
    StartAt: 'Which',
    States: {
      Which: { Type: 'Choice', Choices: choices.map((rule, index) => ({ ...(rule as object), Next: `${index}` })) },
    },
  })
    .edges.filter(({ kind }) => kind === 'choice')
    .map(({ label }) => label ?? '');

describe('the graph of a definition', () => {
  test('begins at a ring, and each of several ends has its own pill', () => {
    expect(
      edgesOf({
        StartAt: 'A',
        States: {
          A: { Type: 'Choice', Choices: [{ Variable: '$.kind', StringEquals: 'image', Next: 'B' }], Default: 'C' },
          B: { Type: 'Pass', End: true },
          C: { Type: 'Pass', End: true },
        },
      }),
    ).toEqual([
      '/start | A | next',
      'A | B | choice | image',
      'A | C | default | otherwise',
      'B | /end/B | next',
      'C | /end/C | next',
    ]);
  });

  test('has the states of Maps and Parallels where a history has them, numbered where there are several branches', () => {
    const inner = (name: string) => ({ StartAt: name, States: { [name]: { Type: 'Pass', End: true } } });
    const { nodes } = graph({
      StartAt: 'Both',
      States: {
        Both: { Type: 'Parallel', Branches: [inner('Left'), inner('Right')], Next: 'Alone' },
        Alone: { Type: 'Parallel', Branches: [inner('Only')], Next: 'New' },
        New: { Type: 'Map', ItemProcessor: inner('Each'), Next: 'Old' },
        Old: { Type: 'Map', Iterator: inner('Every'), End: true },
      },
    });
    expect(nodes.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['Both/0/Left', 'Both/1/Right', 'Alone/Only', 'New/Each', 'Old/Every']),
    );
    expect(nodes.find(({ path }) => path === 'Both/1/Right')?.parent).toBe('Both/1');
  });

  test('has a node for an unknown type, for a target that is missing and for a state that nothing leads to', () => {
    const { nodes } = graph({
      StartAt: 'A',
      States: { A: { Type: 'Teleport', Next: 'Nowhere' }, Alone: { Type: 'Pass', End: true } },
    });
    expect(nodes.map(({ name, type }) => `${name}: ${type}`)).toEqual([
      'Start: Start',
      'A: Teleport',
      'Alone: Pass',
      'Nowhere: Missing',
      'End: End',
    ]);
  });

  test.each([
    '',
    '{',
    'null',
    '[]',
    '{"States": 3}',
    '{"States": {"A": null}, "StartAt": {}}',
    '{"StartAt": "__proto__"}',
  ])('of %s is drawn as far as it goes', (text) => {
    expect(graphOf(text).nodes[0]?.path).toBe(START);
  });

  test('of one state alone is that state', () => {
    expect(edgesOf({ Type: 'Wait', Seconds: 3 })).toEqual(['/start | Wait | next', 'Wait | /end/Wait | next']);
  });

  test('joins rules that lead to the same state, and errors that are caught to the same', () => {
    expect(
      edgesOf({
        StartAt: 'A',
        States: {
          A: {
            Type: 'Choice',
            Choices: [
              { Variable: '$.kind', StringEquals: 'image', Next: 'B' },
              { Variable: '$.kind', StringEquals: 'film', Next: 'B' },
            ],
          },
          B: {
            Type: 'Task',
            Resource: 'x',
            Catch: [
              { ErrorEquals: ['States.Timeout'], Next: 'C' },
              { ErrorEquals: ['DynamoDb.ConditionalCheckFailedException'], Next: 'C' },
            ],
            Next: 'C',
          },
          C: { Type: 'Succeed' },
        },
      }),
    ).toEqual([
      '/start | A | next',
      'A | B | choice | image or film',
      'B | C | next',
      'B | C | catch | States.Timeout +1',
    ]);
  });

  test('has the same hash with other functions behind it, and another one with another shape', () => {
    const task = (Resource: string, Next: string) =>
      graph({ StartAt: 'A', States: { A: { Type: 'Task', Resource, Next }, B: { Type: 'Succeed' } } });
    expect(task('arn:aws:lambda:us-east-1:1:function:one', 'B').hash).toBe(
      task('arn:aws:lambda:us-east-1:1:function:two', 'B').hash,
    );
    expect(task('x', 'B').hash).not.toBe(task('x', 'C').hash);
    expect(task('arn:aws:lambda:us-east-1:1:function:one', 'B').nodes[1]?.detail).toBe('one');
    const made =
      'arn:aws:lambda:us-east-1:1:function:marquee-prod-media-InspectImageFunction5165FBB8-abCD12efGH34:$LATEST';
    expect(task(made, 'B').nodes[1]?.detail).toBe('InspectImage');
  });
});

describe('a condition in words', () => {
  test.each([
    [{ Variable: '$.asset.size', NumericGreaterThan: 10 }, 'size > 10'],
    [{ Variable: '$.size', NumericGreaterThanEquals: 10 }, 'size ≥ 10'],
    [{ Variable: '$.size', NumericLessThanEqualsPath: '$.most' }, 'size ≤ most'],
    [{ Variable: '$.name', StringMatches: '*.jpg' }, 'name like *.jpg'],
    [{ Variable: '$.done', BooleanEquals: true }, 'done'],
    [{ Variable: '$.done', BooleanEquals: false }, 'not done'],
    [{ Variable: '$.error', IsPresent: true }, 'has error'],
    [{ Variable: '$.error', IsPresent: false }, 'no error'],
    [{ Variable: '$.error', IsNull: true }, 'error is null'],
    [{ Not: { Variable: '$.kind', StringEquals: 'film' } }, 'not kind is film'],
    [
      {
        And: [
          { Variable: '$.a', IsPresent: true },
          { Variable: '$.b', NumericEquals: 1 },
        ],
      },
      'has a and b is 1',
    ],
    [
      {
        Or: [
          { Variable: '$.a', NumericEquals: 1 },
          { Variable: '$.b', NumericEquals: 2 },
        ],
      },
      'a is 1 or b is 2',
    ],
    [{ Condition: "{% $substringBefore($content.contentType, '/') != 'image' %}" }, 'contentType is not image'],
    [{ Condition: '{% $count($states.input.items) > 0 %}' }, 'items > 0'],
    [{ Condition: '{% $exists($states.input.refused) %}' }, 'has refused'],
    [{ Condition: '{% $not($exists($now.state)) %}' }, 'no state'],
    [
      { Condition: "{% $states.input.`detail-type` = 'Asked' and $now.state.S = 'ready' %}" },
      'detail-type is Asked and state…',
    ],
    [{ Condition: "{% $contains($name, 'x') %}" }, 'contains(name, x)'],
  ])('of %j is said so', (rule, words) => {
    expect(labelsOf([rule])).toEqual([words]);
  });

  test('is the answer alone where every rule asks the same', () => {
    const kind = (value: string) => ({ Condition: `{% $states.input.kind = '${value}' %}` });
    expect(labelsOf([kind('image'), kind('film')])).toEqual(['image', 'film']);
    expect(labelsOf([kind('image'), { Condition: '{% $late %}' }])).toEqual(['kind is image', 'late']);
  });
});
