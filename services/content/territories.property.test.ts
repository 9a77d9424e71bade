import fc from 'fast-check';
import { expect, test } from 'vitest';
import { covers, type Scope, type Spread, scopeOf, spreadTo } from './territories.ts';

const NAMED = ['GB', 'IE', 'JP', 'US'] as const;
/** A country that nobody ever names stands for all the others. */
const PLACES = [...NAMED, 'FR'] as const;

type State = { sequence: number; version?: number };
const NOTHING: State = { sequence: -1 };
const isSame = (one: State, other: State): boolean => one.version === other.version;

const some = fc.uniqueArray(fc.constantFrom(...NAMED), { maxLength: 3 });
const scope: fc.Arbitrary<Scope> = fc.oneof(
  some.map((only) => ({ only })),
  some.map((except) => ({ except })),
);
const requests = fc
  .array(fc.record({ scope, version: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }) }), {
    minLength: 1,
    maxLength: 8,
  })
  .chain((all) =>
    fc
      .shuffledSubarray(
        all.map((each, index) => ({ ...each, sequence: index + 1 })),
        { minLength: all.length, maxLength: all.length },
      )
      .map((arrivals) => arrivals),
  );

test('whatever arrives in whatever order, in each place that holds which was asked for last there', () => {
  fc.assert(
    fc.property(requests, (arrivals) => {
      let spread: Spread<State> = { territories: {} };
      for (const { scope: where, sequence, version } of arrivals) {
        const state: State = version === undefined ? { sequence } : { sequence, version };
        spread = spreadTo(spread, where, state, NOTHING, isSame);
      }
      for (const place of PLACES) {
        const asked = arrivals.filter((each) => covers(each.scope, place));
        const last = asked.sort((one, other) => other.sequence - one.sequence)[0];
        const found = spread.territories[place] ?? spread.base ?? NOTHING;
        expect([place, found.version], place).toEqual([place, last?.version]);
      }
    }),
    { numRuns: 2_000 },
  );
});

test('what is so everywhere is kept once', () => {
  const here = spreadTo<State>({ territories: {} }, { only: ['GB'] }, { sequence: 1, version: 1 }, NOTHING, isSame);
  expect(here).toEqual({ territories: { GB: { sequence: 1, version: 1 } } });
  const everywhere = spreadTo<State>(here, { except: [] }, { sequence: 2, version: 2 }, NOTHING, isSame);
  expect(everywhere).toEqual({ base: { sequence: 2, version: 2 }, territories: {} });
});

test('windows share out the world: each place is in one scope at most', () => {
  const windows = [{ territories: ['GB', 'IE'] }, { territories: ['*'] }, { territories: ['JP'] }];
  expect(windows.map((window) => scopeOf(window, windows))).toEqual([
    { only: ['GB', 'IE'] },
    { except: ['GB', 'IE', 'JP'] },
    { only: ['JP'] },
  ]);
});
