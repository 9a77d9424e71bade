import { createFold } from '@marquee/ops/history/fold.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chain, createWorld, echo, functionError, invoke } from '../../local/states/testing.ts';
import { folded, treeOf } from './history-testing.ts';

type Shape =
  | { kind: 'task'; retried: boolean; caught: boolean }
  | { kind: 'wait' }
  | { kind: 'pass' }
  | { kind: 'map'; items: number; retried: boolean; caught: boolean; inner: Shape[] }
  | { kind: 'parallel'; retried: boolean; caught: boolean; branches: Shape[][] };

const { shapes } = fc.letrec<{ shape: Shape; shapes: Shape[] }>((tie) => ({
  shapes: fc.array(tie('shape'), { minLength: 1, maxLength: 2 }),
  shape: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    fc.record({ kind: fc.constant('task' as const), retried: fc.boolean(), caught: fc.boolean() }),
    fc.record({ kind: fc.constant('wait' as const) }),
    fc.record({ kind: fc.constant('pass' as const) }),
    fc.record({
      kind: fc.constant('map' as const),
      items: fc.nat(3),
      retried: fc.boolean(),
      caught: fc.boolean(),
      inner: tie('shapes'),
    }),
    fc.record({
      kind: fc.constant('parallel' as const),
      retried: fc.boolean(),
      caught: fc.boolean(),
      branches: fc.array(tie('shapes'), { minLength: 1, maxLength: 3 }),
    }),
  ),
}));

/** A definition of these shapes; each name of a state is used once, as AWS wants it. */
const definitionOf = (shapesOf: Shape[]): object => {
  let count = 0;
  const block = (inner: Shape[]): ReturnType<typeof chain> => {
    const names = inner.map(({ kind }) => `${kind}${++count}`);
    const states = inner.map((shape, index) => {
      const next = names[index + 1];
      const goesOn = next === undefined ? { End: true } : { Next: next };
      if (shape.kind === 'pass') return { Type: 'Pass', Assign: { [`of${names[index]}`]: index }, ...goesOn };
      if (shape.kind === 'wait') return { Type: 'Wait', Seconds: index + 1, ...goesOn };
      const Retry = [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 1, MaxAttempts: 2 }];
      const Catch = [
        { ErrorEquals: ['States.ALL'], ...(next === undefined ? { Next: `done${count}` } : { Next: next }) },
      ];
      const handled = { ...(shape.retried && { Retry }), ...(shape.caught && next !== undefined && { Catch }) };
      if (shape.kind === 'task') return { ...invoke(handled), ...goesOn };
      if (shape.kind === 'map') {
        const Items = Array.from({ length: shape.items }, (_, item) => item);
        return { Type: 'Map', Items, ItemProcessor: block(shape.inner), ...handled, ...goesOn };
      }
      return { Type: 'Parallel', Branches: shape.branches.map(block), ...handled, ...goesOn };
    });
    return chain(Object.fromEntries(names.map((name, index) => [name, states[index] ?? {}])));
  };
  return block(shapesOf);
};

test('whatever has been told of a history so far, all of it does not contradict', async () => {
  await fc.assert(
    fc.asyncProperty(
      shapes,
      fc.array(fc.boolean(), { maxLength: 20 }),
      fc.infiniteStream(fc.nat(30)),
      async (shape, fails, sizes) => {
        const outcomes = [...fails];
        const world = createWorld({
          random: () => 0.5,
          handler: (call) => (outcomes.shift() ? functionError('Broken') : echo(call)),
        });
        const definition = definitionOf(shape);
        const { events, tree } = await folded(definition, undefined, {}, world);
        expect(tree.visits).toHaveLength(events.filter(({ type }) => type?.endsWith('StateEntered')).length);
        expect(tree.visits.filter(({ standing }) => ['running', 'waiting'].includes(standing))).toEqual([]);
        const fold = createFold(JSON.stringify(definition));
        for (let from = 0; from < events.length; ) {
          const size = 1 + (sizes.next().value ?? 0);
          fold.add(events.slice(Math.max(0, from - 1), from + size));
          from += size;
          const sofar = fold.tree();
          for (const [index, visit] of sofar.visits.entries()) {
            const whole = tree.visits[index];
            const { name, path, parent, branch, enteredAt, input, variables } = visit;
            expect(whole).toMatchObject({ name, path, enteredAt, input, variables });
            expect([whole?.parent, whole?.branch]).toEqual([parent, branch]);
            if (visit.exitedAt !== undefined)
              expect({ ...whole, next: undefined }).toEqual({ ...visit, next: undefined });
            for (const attempt of visit.attempts.filter(({ endedAt }) => endedAt !== undefined))
              expect(whole?.attempts[attempt.number - 1]).toEqual(attempt);
          }
        }
        expect(fold.tree()).toEqual(tree);
        // An event belongs to one visit, or to the execution itself.
        const owned = tree.visits.flatMap((visit) => visit.events);
        expect(new Set(owned).size).toBe(owned.length);
        const unowned = events.filter(({ id }) => !owned.includes(Number(id)));
        expect(unowned.map(({ type }) => type)).toEqual(['ExecutionStarted', events.at(-1)?.type]);
        // Without the definition only the numbers of branches may differ.
        expect(treeOf(events).visits.map(({ id, standing }) => [id, standing])).toEqual(
          tree.visits.map(({ id, standing }) => [id, standing]),
        );
      },
    ),
    { numRuns: 50 },
  );
});
