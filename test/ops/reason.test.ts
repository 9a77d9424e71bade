import { reasonOf } from '@marquee/ops/execution/reason.ts';
import { rowsOf, ticksOf } from '@marquee/ops/execution/timeline-rows.ts';
import { expect, test } from 'vitest';
import { chain, createWorld, echo, functionError, type Handler, invoke } from '../../local/states/testing.ts';
import { asSdk, folded, treeOf } from './history-testing.ts';

const Retry = [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 1, MaxAttempts: 2, BackoffRate: 2 }];
const work = invoke({ Retry });
const onSecond =
  (error: ReturnType<typeof functionError>): Handler =>
  (call) =>
    call.input.Payload === '"b"' || call.input.Payload === 'b' ? error : echo(call);

test('a failure is told with its item, its attempts, the other items, the Catch, and what to do', async () => {
  const definition = chain({
    Each: {
      Type: 'Map',
      ItemProcessor: chain({ MakeBatch: work }),
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Sorry' }],
    },
    Done: { Type: 'Succeed' },
    Sorry: { Type: 'Pass', Next: 'Failed' },
    Failed: { Type: 'Fail', Error: 'AssetFailed', Cause: 'It did not work.' },
  });
  const timeout = functionError('Sandbox.Timedout', 'RequestId: 1 Error: Task timed out after 10.00 seconds');
  const { tree } = await folded(definition, onSecond(timeout), ['a', 'b', 'c']);
  expect(reasonOf(tree)).toMatchObject({
    standing: 'timedout',
    title: 'MakeBatch ran out of its 10 seconds three times, on item 1',
    story: [
      'It was tried 3 times, with waits of 1 s and 2 s.',
      'Of the 2 other items, 2 succeeded.',
      'The error of Each was caught: Sorry went on, which led to Failed.',
    ],
    error: 'Sandbox.Timedout',
    said: 'RequestId: 1 Error: Task timed out after 10.00 seconds',
  });
  const rows = rowsOf(tree);
  expect(rows.map(({ label, depth, standing }) => `${'  '.repeat(depth)}${label} ${standing}`)).toEqual([
    'Each caught',
    '  Item 1: MakeBatch timedout',
    '  Items 0, 2 succeeded',
    'Sorry succeeded',
    'Failed failed',
  ]);
  expect(rows[1]?.bars.map(({ kind }) => kind)).toEqual(['timedout', 'wait', 'timedout', 'wait', 'timedout']);
  const group = rows[2]?.key ?? '';
  expect(rowsOf(tree, new Set([group])).map(({ label }) => label)).toContain('Item 2: MakeBatch');
});

test.each([
  ['InvalidInputError', 'Work was given input that does not fit its contract'],
  ['AccessDeniedException', 'Work may not do what it is asked to'],
  ['SomethingElse', 'Work failed'],
])('%s is told in words', async (error, title) => {
  const { tree } = await folded(chain({ Work: invoke() }), () => functionError(error));
  expect(reasonOf(tree)).toMatchObject({ title, error, said: 'it failed', todo: expect.any(String) });
});

test('an expression that failed, one that was stopped and one that ran out of time say so', async () => {
  const query = await folded(chain({ Sum: { Type: 'Pass', Output: '{% 1 + "a" %}' } }));
  expect(reasonOf(query.tree)?.title).toBe('Sum has an expression that cannot be evaluated');
  const late = await folded({ ...chain({ Wait: { Type: 'Wait', Seconds: 9 } }), TimeoutSeconds: 3 });
  expect(reasonOf(late.tree)?.title).toBe('It took longer than it may, and was in Wait then');
  const world = createWorld();
  const arn = await world.start(await world.create(chain({ Wait: { Type: 'Wait', Seconds: 9 } })));
  await world.clock.advance(0);
  expect(reasonOf(treeOf(asSdk(await world.history(arn))))).toBeUndefined();
  await world.api('StopExecution', { executionArn: arn });
  expect(reasonOf(treeOf(asSdk(await world.history(arn))))?.title).toBe('Somebody stopped it in Wait');
});

test('what waits for an answer from outside, or for its next attempt, says so', async () => {
  const reason = async (definition: object, handler?: Handler) => {
    const world = createWorld(handler ? { handler } : {});
    const arn = await world.start(await world.create(definition));
    for (let turn = 0; turn < 8; turn++) await world.clock.advance(0);
    return reasonOf(treeOf(asSdk(await world.history(arn))));
  };
  const Resource = 'arn:aws:states:::lambda:invoke.waitForTaskToken';
  const asks = await reason(chain({ Ask: invoke({ Resource, Output: '{% $states.result %}' }) }));
  expect(asks).toMatchObject({ standing: 'waiting', title: 'Ask waits for an answer from outside' });
  const tries = await reason(chain({ Work: work }), () => functionError('Broken'));
  expect(tries).toMatchObject({ title: 'Work waits before it is tried again', error: 'Broken', said: 'it failed' });
});

test('what succeeded has no reason to be told', async () => {
  expect(reasonOf((await folded(chain({ Pass: { Type: 'Pass' } }))).tree)).toBeUndefined();
});

test('an axis is marked at round times', () => {
  expect(ticksOf(48_600)).toEqual([0, 10_000, 20_000, 30_000, 40_000]);
  expect(ticksOf(7)).toEqual([0, 2, 4, 6]);
  expect(ticksOf(0)).toEqual([0]);
  expect(ticksOf(400 * 86_400_000).length).toBeLessThan(7);
});
