import { describe, expect, it } from 'vitest';
import type { Definition } from './definition.ts';
import { variableReferences } from './variable-references.ts';

const referencesOf = (state: object): string[] | undefined =>
  variableReferences({ StartAt: 'S', States: { S: state } } as unknown as Definition).S;

describe('the variables that a state reads', () => {
  it.each([
    [{ InputPath: '$one', OutputPath: '$two.part', ResultPath: '$.three' }, ['one', 'two']],
    [{ SecondsPath: '$seconds' }, ['seconds']],
    [{ Choices: [{ And: [{ Variable: '$b', NumericEqualsPath: '$a' }], Next: 'S' }] }, ['a', 'b']],
    [{ Parameters: { 'a.$': "States.Format('$no {}', $yes, $.input, $$.State.Name)" } }, ['yes']],
    [{ Parameters: { a: '$literal', SomePath: '$literal' }, Result: { 'a.$': '$literal' } }, undefined],
    [{ ItemReader: { ReaderConfig: { MaxItemsPath: '$most' }, Parameters: { 'Key.$': '$key' } } }, ['key', 'most']],
    [{ Assign: { 'again.$': '$once' }, Catch: [{ Assign: { 'b.$': '$caught' } }] }, ['caught', 'once']],
  ])('are found in JSONPath, as in %j', (state, expected) => {
    expect(referencesOf(state)).toEqual(expected);
  });

  it.each([
    ['{% $a + $b.c %}', ['a', 'b']],
    ['{% $states.input.a & $string($states.context.x) %}', undefined],
    ['{% $map($list, function($item) { $item + $step }) %}', ['list', 'step']],
    ['{% ($own := 1; $own + $other) %}', ['other']],
    ['{% $map($list, $uppercase) %}', ['list']],
    ['$literal', undefined],
  ])('are found in JSONata, as in %s', (Output, expected) => {
    expect(referencesOf({ QueryLanguage: 'JSONata', Output })).toEqual(expected);
  });

  it('stand by the name of each state, nested ones too', () => {
    const inner = { StartAt: 'Inner', States: { Inner: { Type: 'Pass', InputPath: '$inner' } } };
    const map = { Type: 'Map', ItemsPath: '$items', ItemProcessor: inner };
    const definition = { StartAt: 'Map', States: { Map: map, Quiet: { Type: 'Pass' } } };
    expect(variableReferences(definition as unknown as Definition)).toEqual({ Inner: ['inner'], Map: ['items'] });
  });
});
