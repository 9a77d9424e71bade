import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chain, createWorld, echo, functionError, invoke } from '../../local/states/testing.ts';

test('a task is told its execution, its state, how often it was tried before, and its item, as the runtime counts them', async () => {
  const path = join(import.meta.dirname, '../../workflows/process-asset.asl.json');
  const { States } = JSON.parse(await readFile(path, 'utf8'));
  const { trace } = States.MakeRenditions.ItemProcessor.States.MakeBatch.Arguments.Payload;
  const told: object[] = [];
  const world = createWorld({
    handler: (call) => {
      told.push(JSON.parse(String(call.input.Payload)));
      return told.length === 1 ? functionError('Broken') : echo(call);
    },
  });
  const work = invoke({
    Arguments: { FunctionName: 'work', Payload: trace },
    Retry: [{ ErrorEquals: ['Broken'], MaxAttempts: 1 }],
  });
  const { executionArn, status } = await world.run(
    chain({
      Begin: { Type: 'Pass', Assign: { trace: { correlationId: 'c', causationId: 'e' } } },
      Work: work,
      Each: { Type: 'Map', Items: ['a', 'b'], MaxConcurrency: 1, ItemProcessor: chain({ Batch: work }) },
    }),
  );
  expect(status).toBe('SUCCEEDED');
  const ids = { correlationId: 'c', causationId: 'e', execution: executionArn };
  expect(told).toEqual([
    { ...ids, state: 'Work', attempt: 0 },
    { ...ids, state: 'Work', attempt: 1 },
    { ...ids, state: 'Batch', attempt: 0, item: 0 },
    { ...ids, state: 'Batch', attempt: 0, item: 1 },
  ]);
});
