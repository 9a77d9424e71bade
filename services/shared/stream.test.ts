import { expect, test } from 'vitest';
import * as z from 'zod';
import { stream } from './stream.ts';

const Batch = z.object({ Records: z.array(z.unknown()) });

test('a reader answers from which record on its batch has to come again', async () => {
  const handler = stream(Batch, async ({ Records }) => ({
    batchItemFailures: Records.length > 1 ? [{ itemIdentifier: '2' }] : [],
  }));
  expect(await handler({ Records: [1] })).toEqual({ batchItemFailures: [] });
  expect(await handler({ Records: [1, 2], addedLater: true })).toEqual({
    batchItemFailures: [{ itemIdentifier: '2' }],
  });
});

test('an error is thrown on, so that the whole batch comes again', async () => {
  const handler = stream(Batch, () => Promise.reject(new Error('not now')));
  await expect(handler({ Records: [] })).rejects.toThrow('not now');
  await expect(handler({ Records: 'none' })).rejects.toMatchObject({ name: 'InvalidInputError', field: 'Records' });
});
