import { describe, expect, it } from 'vitest';
import { chain, createWorld } from '../../testing.ts';
import type { Json } from '../json.ts';

const QueryLanguage = 'JSONPath';
const run = (states: Record<string, Record<string, unknown>>, input: Json = {}) =>
  createWorld().run({ QueryLanguage, ...chain(states) }, input);
const evaluate = async (query: string, input: Json = {}): Promise<unknown> =>
  (await run({ Pass: { Type: 'Pass', Parameters: { 'value.$': query } } }, input)).result?.value;

describe('a filter of a path', () => {
  const input: Json = {
    limit: 2,
    shots: [
      { id: 'one', stars: 1, tags: ['night'], by: { name: 'Ada' } },
      { id: 'two', stars: 2, tags: ['night', 'rain'] },
      { id: 'six', stars: 3, tags: [], by: { name: 'Bo' } },
    ],
  };
  const ids = async (filter: string) => await evaluate(`$.shots[?(${filter})].id`, input);

  it.each([
    ['@.stars == 2', ['two']],
    ['@.stars != 2', ['one', 'six']],
    ['@.stars >= $.limit', ['two', 'six']],
    ['@.stars > 1 && @.stars < 3', ['two']],
    ['@.id == \'one\' || @.id == "six"', ['one', 'six']],
    ['@.by', ['one', 'six']],
    ['!@.by', ['two']],
    ['!(@.stars == 1 || @.stars == 3)', ['two']],
    ["@['by'].name == 'Bo'", ['six']],
    ['@.id =~ /T.O/i', ['two']],
    ['@.id =~ /w/', []],
    ["@.id in ['one', 'two']", ['one', 'two']],
    ["@.id nin ['one', 'two']", ['six']],
    ["@.tags anyof ['rain']", ['two']],
    ["@.tags noneof ['rain']", ['one', 'six']],
    ["@.tags subsetof ['night']", ['one', 'six']],
    ['@.tags size 2', ['two']],
    ['@.tags empty true', ['six']],
    ["@.stars > 'a'", []],
  ])('takes the items for which %s', async (filter, expected) => {
    expect(await ids(filter)).toEqual(expected);
  });

  it('tests an object itself, at any depth', async () => {
    expect(await evaluate("$..[?(@.name == 'Ada')].name", input)).toEqual(['Ada']);
  });

  it.each(['@.a ==', '== 1', '(@.a', '@.a =~ /(/', ''])(
    'that reads %s is refused when the machine is made',
    async (filter) => {
      await expect(evaluate(`$.shots[?(${filter})]`)).rejects.toThrow('must be a valid JSONPath');
    },
  );
});

it.each([String.raw`States.Format('a \"b\"')`, String.raw`States.StringToJson('\n')`])(
  'an escape that intrinsic functions do not have is refused: %s',
  async (call) => {
    await expect(evaluate(call)).rejects.toThrow('must be a valid JSONPath or a valid intrinsic function call');
  },
);

describe('the fields of a JSONPath state', () => {
  it('shape its input, result and output in their order', async () => {
    const task = {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      InputPath: '$.in',
      Parameters: { FunctionName: 'f', 'Payload.$': '$.payload' },
      ResultSelector: { 'got.$': '$.Payload' },
      ResultPath: '$.out.put',
      OutputPath: '$.out',
    };
    expect((await run({ Task: task }, { in: { payload: { a: 1 } } })).result).toEqual({ put: { got: { a: 1 } } });
  });

  it('put a result into the input as it came, not as InputPath leaves it', async () => {
    const pass = { Type: 'Pass', InputPath: '$.in', Parameters: { 'b.$': '$.a' }, ResultPath: '$.out' };
    expect((await run({ Pass: pass }, { in: { a: 1 } })).result).toEqual({ in: { a: 1 }, out: { b: 1 } });
  });

  it('discard a result, and all of the output', async () => {
    expect((await run({ Pass: { Type: 'Pass', Result: 1, ResultPath: null } }, { a: 1 })).result).toEqual({ a: 1 });
    expect((await run({ Pass: { Type: 'Pass', OutputPath: null } }, { a: 1 })).result).toEqual({});
  });

  it('assign variables, which later states read', async () => {
    const { result } = await run({
      Set: { Type: 'Pass', Result: { x: [1, 2] }, Assign: { 'all.$': '$.x', one: 1 } },
      Get: { Type: 'Pass', Parameters: { 'second.$': '$all[1]', 'one.$': '$one', 'name.$': '$$.State.Name' } },
    });
    expect(result).toEqual({ second: 2, one: 1, name: 'Get' });
  });

  it('put an error where a catcher says', async () => {
    const fails = chain({ No: { Type: 'Fail', Error: 'No', CausePath: '$.why' } });
    const both = {
      Type: 'Parallel',
      Branches: [fails],
      Catch: [{ ErrorEquals: ['No'], ResultPath: '$.error', Next: 'End' }],
      Next: 'End',
    };
    const { result } = await run({ Both: both, End: { Type: 'Succeed' } }, { why: 'so' });
    expect(result).toEqual({ why: 'so', error: { Error: 'No', Cause: 'so' } });
  });

  it('run a Map over what ItemsPath finds', async () => {
    const map = {
      Type: 'Map',
      ItemsPath: '$.list',
      ItemSelector: { 'at.$': '$$.Map.Item.Index', 'of.$': '$.name' },
      ItemProcessor: chain({ Each: { Type: 'Pass' } }),
    };
    expect((await run({ Map: map }, { list: ['a', 'b'], name: 'n' })).result).toEqual([
      { at: 0, of: 'n' },
      { at: 1, of: 'n' },
    ]);
  });

  it('fail for good where a path leads nowhere, whatever a catcher lists', async () => {
    const task = {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: 'f' },
      OutputPath: '$.no.such',
      Catch: [{ ErrorEquals: ['States.Runtime'], Next: 'End' }],
      Next: 'End',
    };
    const { error, cause } = await run({ Task: task, End: { Type: 'Succeed' } });
    expect([error, cause]).toEqual([
      'States.Runtime',
      "An error occurred while executing the state 'Task' (entered at the event id #2). Invalid path '$.no.such' : Missing property in path $['no']",
    ]);
  });
});

describe('a path', () => {
  const input: Json = { a: { b: [1, 2, 3], 'c d': 4 }, list: [{ x: 1 }, { x: 2 }, {}] };
  it.each([
    ['$', input],
    ['$.a.b[1]', 2],
    ['$.a.b[-1]', 3],
    ["$.a['c d']", 4],
    ['$.a.b[1:]', [2, 3]],
    ['$.a.b[0,2]', [1, 3]],
    ['$.list[*].x', [1, 2]],
    ['$..x', [1, 2]],
  ])('%s', async (path, value) => {
    expect(await evaluate(path, input)).toEqual(value);
  });
});

describe('an intrinsic function', () => {
  it.each([
    ["States.Format('{} is {}', $.name, States.Array(1, 'b'))", 'n is [1, b]'],
    ["States.StringToJson('[1]')", [1]],
    ['States.Format($.template, 1)', 'a\\1'],
    ['States.JsonToString($.o)', '{"p":1}'],
    ['States.ArrayPartition($.list, 2)', [[1, 2], [2]]],
    ['States.ArrayContains($.list, 2)', true],
    ['States.ArrayRange(1, 9, 4)', [1, 5, 9]],
    ['States.ArrayGetItem($.list, 0)', 1],
    ['States.ArrayLength($.list)', 3],
    ['States.ArrayUnique($.list)', [1, 2]],
    ["States.Base64Decode(States.Base64Encode('é'))", 'é'],
    ["States.Hash('a', 'SHA-1')", '86f7e437faa5a7fce15d1ddcb9eaeaea377667b8'],
    ['States.JsonMerge($.o, States.StringToJson(\'{"q":2}\'), false)', { p: 1, q: 2 }],
    ['States.MathAdd(3, -5)', -2],
    ["States.StringSplit('a.b,c', '.,')", ['a', 'b', 'c']],
    ["States.Format('it\\'s \\{\\}')", "it's {}"],
  ])('%s', async (query, value) => {
    expect(await evaluate(query, { name: 'n', template: 'a\\{}', o: { p: 1 }, list: [1, 2, 2] })).toEqual(value);
  });

  it('that does not exist is refused', async () => {
    await expect(evaluate('States.Nope()')).rejects.toThrow(
      "The value for the field 'value.$' must be a valid JSONPath or a valid intrinsic function call at /States/Pass/Parameters",
    );
  });
});

describe('a rule', () => {
  const holds = async (rule: object, input: Json): Promise<boolean> => {
    const choice = { Type: 'Choice', Choices: [{ ...rule, Next: 'Yes' }], Default: 'No' };
    const { result } = await run(
      { Choice: choice, Yes: { Type: 'Pass', Result: true, End: true }, No: { Type: 'Pass', Result: false } },
      input,
    );
    return result as boolean;
  };
  it.each([
    [{ Variable: '$.a', NumericGreaterThan: 1 }, { a: 2 }, true],
    [{ Variable: '$.a', NumericGreaterThan: 1 }, { a: '2' }, false],
    [{ Variable: '$.a', StringLessThanEqualsPath: '$.b' }, { a: 'x', b: 'x' }, true],
    [{ Variable: '$.a', StringMatches: 'log-*.txt' }, { a: 'log-1.txt' }, true],
    [{ Variable: '$.a', StringMatches: 'a\\*b' }, { a: 'axb' }, false],
    [{ Variable: '$.a', TimestampLessThan: '2026-01-01T00:00:00Z' }, { a: '2026-01-01T00:30:00+01:00' }, true],
    [{ Variable: '$.a', BooleanEquals: false }, { a: false }, true],
    [{ Variable: '$.a', IsPresent: false }, {}, true],
    [{ Variable: '$.a', IsNull: true }, { a: null }, true],
    [{ Variable: '$.a', IsTimestamp: true }, { a: 'now' }, false],
    [{ And: [{ Variable: '$.a', IsNumeric: true }, { Not: { Variable: '$.a', NumericEquals: 3 } }] }, { a: 2 }, true],
    [
      {
        Or: [
          { Variable: '$.a', IsString: true },
          { Variable: '$.a', IsBoolean: true },
        ],
      },
      { a: 2 },
      false,
    ],
  ])('%j of %j', async (rule, input, expected) => {
    expect(await holds(rule, input)).toBe(expected);
  });
});
