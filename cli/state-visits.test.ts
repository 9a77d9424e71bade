import type { HistoryEvent } from '@aws-sdk/client-sfn';
import { expect, test } from 'vitest';
import { chain, createWorld, echo, functionError, type Handler, invoke } from '../local/states/testing.ts';
import { visitsOf } from './state-visits.ts';

/** The history of a workflow that the engine ran to its end, as the SDK hands it over. */
const historyOf = async (definition: object, handler: Handler = echo, input: object = {}): Promise<HistoryEvent[]> => {
  const { events } = await createWorld({ handler, random: () => 0 }).run(definition, input as never);
  return events.map((event) => ({ ...event, timestamp: new Date(event.timestamp * 1000) }) as unknown as HistoryEvent);
};
const summary = (events: HistoryEvent[]) =>
  visitsOf(events).map(({ depth, name, status, attempts, error }) => [depth, name, status, attempts, error]);
const fails = (when: (payload: string) => boolean): Handler => {
  return (call) => (when(JSON.stringify(call.input.Payload ?? '')) ? functionError('Broken') : echo(call));
};
const task = (payload: unknown, more: object = {}) =>
  invoke({ Arguments: { FunctionName: 'f', Payload: payload }, ...more });

test('states come in the order in which they were entered, with what went in and out and how long it took', async () => {
  const visits = visitsOf(
    await historyOf(chain({ First: { Type: 'Pass', Output: { a: 1 } }, Rest: { Type: 'Wait', Seconds: 5 } })),
  );
  expect(visits).toEqual([
    expect.objectContaining({
      name: 'First',
      type: 'Pass',
      depth: 0,
      status: 'succeeded',
      input: '{}',
      output: '{"a":1}',
    }),
    expect.objectContaining({ name: 'Rest', type: 'Wait', status: 'succeeded', durationMs: 5000 }),
  ]);
});

test('a task that is tried again counts its attempts, and has no error once it succeeds', async () => {
  let calls = 0;
  const events = await historyOf(
    chain({ Work: task('x', { Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 1, MaxAttempts: 3 }] }) }),
    (call) => (++calls < 3 ? functionError('Broken') : echo(call)),
  );
  expect(summary(events)).toEqual([[0, 'Work', 'succeeded', 3, undefined]]);
});

test('an error that a Catch takes stands at its state, and the state that follows is reached', async () => {
  const events = await historyOf(
    {
      StartAt: 'Work',
      States: {
        Work: task('x', { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Tidy' }], End: true }),
        Tidy: { Type: 'Pass', End: true },
      },
    },
    fails(() => true),
  );
  expect(summary(events)).toEqual([
    [0, 'Work', 'caught', 1, 'Broken'],
    [0, 'Tidy', 'succeeded', 0, undefined],
  ]);
});

test('an error that nobody takes fails its state', async () => {
  const events = await historyOf(
    chain({ First: { Type: 'Pass' }, Work: task('x') }),
    fails(() => true),
  );
  expect(summary(events)).toEqual([
    [0, 'First', 'succeeded', 0, undefined],
    [0, 'Work', 'failed', 1, 'Broken'],
  ]);
});

test('iterations of a Map stand below it, those of one name told apart', async () => {
  const events = await historyOf(
    chain({
      Each: {
        Type: 'Map',
        Items: '{% $states.input.items %}',
        ItemProcessor: {
          StartAt: 'Work',
          States: {
            Work: task('{% $states.input %}', { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Skip' }], End: true }),
            Skip: { Type: 'Pass', End: true },
          },
        },
      },
      After: { Type: 'Pass' },
    }),
    fails((payload) => payload.includes('bad')),
    { items: ['good', 'bad', 'fine'] },
  );
  const visits = summary(events);
  expect(visits[0]).toEqual([0, 'Each', 'succeeded', 0, undefined]);
  expect(
    visits
      .filter(([, name]) => name === 'Work')
      .map(([depth, , status]) => [depth, status])
      .sort(),
  ).toEqual([
    [1, 'caught'],
    [1, 'succeeded'],
    [1, 'succeeded'],
  ]);
  expect(visits.filter(([, name]) => name === 'Skip')).toEqual([[1, 'Skip', 'succeeded', 0, undefined]]);
  expect(visits.at(-1)).toEqual([0, 'After', 'succeeded', 0, undefined]);
});

test('a Map within a branch of a Parallel stands two below, and what follows stands where it belongs', async () => {
  const events = await historyOf(
    chain({
      Both: {
        Type: 'Parallel',
        Branches: [
          chain({
            Each: {
              Type: 'Map',
              Items: [1, 2],
              ItemProcessor: { StartAt: 'Inner', States: { Inner: { Type: 'Pass', End: true } } },
            },
            Left: { Type: 'Pass' },
          }),
          chain({ Right: { Type: 'Pass' } }),
        ],
      },
      After: { Type: 'Pass' },
    }),
  );
  const depths = Object.fromEntries(summary(events).map(([depth, name]) => [name, depth]));
  expect(depths).toEqual({ Both: 0, Each: 1, Inner: 2, Left: 1, Right: 1, After: 0 });
});

test('a state that has not ended is running', async () => {
  const events = await historyOf(chain({ Rest: { Type: 'Wait', Seconds: 5 } }));
  const entered = events.findIndex(({ stateEnteredEventDetails }) => stateEnteredEventDetails !== undefined);
  const [visit] = visitsOf(events.slice(0, entered + 1));
  expect(visit).toMatchObject({ name: 'Rest', status: 'running' });
  expect(visit).not.toHaveProperty('durationMs');
});
