import { describe, expect, it } from 'vitest';
import { chain, invoke } from '../testing.ts';
import { refusal, said } from './testing.ts';

describe('the expressions of a definition', () => {
  it('must parse', async () => {
    expect(await refusal(chain({ A: { Type: 'Pass', Output: { deep: ['{% 1 + %}'] } } }))).toBe(
      said('INVALID_JSONATA_EXPRESSION: Unexpected end of expression at /States/A/Output/deep[0]'),
    );
  });

  it.each([
    ['phone', "Reference to 'phone' at the top level is not supported."],
    ['$map($states.input.list, function($x) { other })', "Reference to 'other' at the top level is not supported."],
    ['$$.a', "Reference to '$$' is not supported."],
    ['$states.errorOutput.Error', "Field '$states.errorOutput' does not exist."],
    ['$states.result', "Field '$states.result' does not exist."],
  ])('cannot be %s in a Pass state', async (expression, message) => {
    const pass = { Type: 'Pass', Output: { a: `{% ${expression} %}` } };
    expect(await refusal(chain({ A: pass }))).toBe(
      said(`UNSUPPORTED_JSONATA_EXPRESSION: ${message} at /States/A/Output/a`),
    );
  });

  it('read results and errors where there are some, and names of what they have in hand', async () => {
    const task = invoke({
      Output: '{% $states.result.list[size > 1]^(size).{ "name": name } %}',
      Assign: { all: '{% $states.result %}' },
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'B', Output: '{% $states.errorOutput.Cause %}' }],
    });
    expect(await refusal(chain({ A: task, B: { Type: 'Succeed' } }))).toBe('undefined accepted');
  });
});

describe('the query language of a definition', () => {
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
});
