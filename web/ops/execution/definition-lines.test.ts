import { expect, test } from 'vitest';
import { markedDefinition } from './definition-lines.ts';

const definition = JSON.stringify({
  StartAt: 'Each',
  States: {
    Each: {
      Type: 'Map',
      ItemProcessor: { StartAt: 'Work', States: { Work: { Type: 'Pass', End: true } } },
      Next: 'Work on',
    },
    'Work on': { Type: 'Pass', Assign: { Work: { Next: 'of a value' } }, End: true },
  },
});

test('a state is found in its definition wherever it is, and all of it is shown', () => {
  const { before, state, after } = markedDefinition(definition, 'Work');
  expect(JSON.parse(`{${state.trim()}}`)).toEqual({ Work: { Type: 'Pass', End: true } });
  expect(JSON.parse(`${before}\n${state}\n${after}`)).toEqual(JSON.parse(definition));
});

test('a definition stays whole where the state is unknown, and as it is where it is no JSON', () => {
  expect(JSON.parse(markedDefinition(definition, 'Other').before)).toEqual(JSON.parse(definition));
  expect(markedDefinition('not JSON', 'Work')).toEqual({ before: 'not JSON', state: '', after: '' });
});
