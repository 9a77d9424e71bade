import * as fc from 'fast-check';

const CHOICES = ['Pass', 'Task', 'Choice', 'Wait', 'Succeed', 'Fail', 'Map', 'Parallel', 'Odd'] as const;
const word = fc.constantFrom('a', 'size', 'a longer condition of its own', '計算', 'States.ALL', 'x'.repeat(60));

/** A block of states that lead anywhere: on, back, to themselves, to what is missing; with Maps and Parallels down to `depth`. */
const block = (depth: number): fc.Arbitrary<unknown> =>
  fc.integer({ min: 1, max: depth > 0 ? 8 : 4 }).chain((count) => {
    const name = fc.integer({ min: 0, max: count }).map((index) => `S${index}`);
    const within = depth > 0 ? block(depth - 1) : fc.constant({});
    const state = fc
      .record({
        type: fc.constantFrom(...CHOICES),
        next: fc.option(name, { nil: undefined }),
        rules: fc.array(fc.tuple(word, name), { maxLength: 4 }),
        otherwise: fc.option(name, { nil: undefined }),
        caught: fc.array(fc.tuple(word, name), { maxLength: 2 }),
        within: fc.array(within, { minLength: 1, maxLength: 3 }),
      })
      .map(({ type, next, rules, otherwise, caught, within: blocks }) => {
        if (type === 'Succeed' || type === 'Fail') return { Type: type };
        if (type === 'Choice') {
          const choices = rules.map(([value, to]) => ({ Variable: '$.kind', StringEquals: value, Next: to }));
          return { Type: type, Choices: choices, Default: otherwise };
        }
        const on = next === undefined ? { End: true } : { Next: next };
        const inner = type === 'Map' ? { ItemProcessor: blocks[0] } : type === 'Parallel' ? { Branches: blocks } : {};
        return {
          Type: type,
          ...on,
          ...inner,
          Catch: caught.map(([error, to]) => ({ ErrorEquals: [error], Next: to })),
        };
      });
    return fc.array(state, { minLength: count, maxLength: count }).map((states) => ({
      StartAt: 'S0',
      States: Object.fromEntries(states.map((each, index) => [`S${index}`, each])),
    }));
  });

/** Definitions of any shape, as text. */
export const anyDefinition: fc.Arbitrary<string> = block(2).map((definition) => JSON.stringify(definition));
