import { expect, test } from 'vitest';
import * as z from 'zod';
import { InvalidInputError } from './input.ts';
import { task } from './task.ts';
import { linesOf } from './testing.ts';

const Input = z.strictObject({ key: z.string().min(1) });
const trace = { correlationId: 'the-action', causationId: 'the-event' };

test('a task hands its parsed input to the step and answers what the step does', async () => {
  const handler = task(Input, ({ key }) => ({ read: key }));
  expect(await handler({ trace, input: { key: 'k' } })).toEqual({ read: 'k' });
});

test.each([
  [{ trace, input: {} }, 'key'],
  [{ trace, input: { key: '' } }, 'key'],
  [{ trace, input: { key: 'k', more: 1 } }, '"more"'],
  [{ input: { key: 'k' } }, 'trace'],
])('input that does not fit is a terminal error that names the field: %j', async (payload, name) => {
  const error = await task(Input, () => 1)(payload).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(InvalidInputError);
  expect([error.name, error.message]).toEqual(['InvalidInputError', expect.stringContaining(name)]);
});

test("an error keeps its name, which the workflow's Retry and Catch go by", async () => {
  class OriginalMissingError extends Error {
    override name = 'OriginalMissingError';
  }
  const handler = task(Input, () => {
    throw new OriginalMissingError('gone');
  });
  await expect(handler({ trace, input: { key: 'k' } })).rejects.toMatchObject({ name: 'OriginalMissingError' });
});

test('every line carries the identifiers of its own invocation alone', async () => {
  const handler = task(Input, ({ key }) => {
    if (key === 'bad') throw new Error('broken');
    return key;
  });
  const [first] = await linesOf(() => handler({ trace, input: { key: 'k' } }, { awsRequestId: 'r1' }));
  expect(first).toMatchObject({ level: 'INFO', ...trace, function_request_id: 'r1', input: { key: 'k' } });
  const other = { correlationId: 'another-action', causationId: 'another-event' };
  const [second] = await linesOf(() => handler({ trace: other, input: { key: 'bad' } }, { awsRequestId: 'r2' }));
  expect(second).toMatchObject({ level: 'ERROR', message: 'broken', ...other, function_request_id: 'r2' });
  const [third] = await linesOf(() => handler({}, { awsRequestId: 'r3' }));
  expect(third).not.toHaveProperty('correlationId');
});

test('every line of a task says which attempt of which state it is of', async () => {
  const attempt = { execution: 'arn:an-execution', state: 'MakeBatch', attempt: 0, item: 3 };
  const handler = task(Input, ({ key }) => key);
  const payload = { trace: { ...trace, ...attempt }, input: { key: 'k' } };
  expect((await linesOf(() => handler(payload, { awsRequestId: 'r' })))[0]).toMatchObject({ ...trace, ...attempt });
});
