import { expect, test } from 'vitest';
import * as z from 'zod';
import { Refusal } from './refusal.ts';

process.env.EDGE_KEY ??= 'an edge key';
const { openApi } = await import('./open-api.ts');

const id = '6d1f6c2e-3f0b-4a53-9a52-2a5f8f3c9b10';
const Input = z.strictObject({
  id: z.uuid(),
  token: z.string().optional(),
  after: z.coerce.number().optional(),
  text: z.string().optional(),
});
const request = (parts: object = {}) => ({
  pathParameters: { id },
  requestContext: { requestId: 'a-request', http: { sourceIp: '192.0.2.1' } },
  ...parts,
});
const handler = openApi({ input: Input, status: 202 }, async (input, visitor) => ({ input, visitor }));
const answerTo = async (event: object, handle: (event: object) => ReturnType<typeof handler> = handler) => {
  const { statusCode, headers, body } = await handle(event);
  expect(headers).toMatchObject({ 'content-type': 'application/json', 'cache-control': 'no-store' });
  return { statusCode, headers, body: JSON.parse(body) };
};
const failing = (error: Error) => openApi({ input: Input, status: 200 }, () => Promise.reject(error));

test('a step gets path, query, body and the token of the header as one input, and who asks; twice is the same', async () => {
  const event = request({
    headers: { 'conversation-token': 'a token' },
    queryStringParameters: { after: '5' },
    body: '{"text":"When?"}',
  });
  const answer = await answerTo(event);
  expect([answer.statusCode, answer.body]).toEqual([
    202,
    {
      input: { id, token: 'a token', after: 5, text: 'When?' },
      visitor: { address: '192.0.2.1', requestId: 'a-request' },
    },
  ]);
  expect(await answerTo(event)).toEqual(answer);
});

test('nobody has to be signed in, and a body in base64 is read', async () => {
  const body = Buffer.from('{"text":"When?"}').toString('base64');
  expect(await answerTo(request({ body, isBase64Encoded: true }))).toMatchObject({
    statusCode: 202,
    body: { input: { text: 'When?' } },
  });
});

test('neither the path nor the token of the header can be overridden', async () => {
  const other = '{"id":"00000000-0000-4000-8000-000000000000","token":"another"}';
  const { body } = await answerTo(request({ headers: { 'conversation-token': 'a token' }, body: other }));
  expect(body.input).toEqual({ id, token: 'a token' });
});

test.each([
  ['a body that is no JSON', { body: '{' }, 400, 'invalid-json'],
  ['a body that is no object', { body: '[]' }, 400, 'invalid-json'],
  ['a field that nobody reads', { body: '{"html":""}' }, 400, 'invalid-input'],
  ['a path that names nothing', { pathParameters: { id: 'one' } }, 400, 'invalid-input'],
  ['a body that is too large', { body: JSON.stringify({ text: 'é'.repeat(5_000) }) }, 413, 'body-too-large'],
])('%s is refused', async (_, parts, statusCode, code) => {
  expect(await answerTo(request(parts))).toMatchObject({ statusCode, body: { error: { code } } });
});

test('a refusal says what to do, and when to come again', async () => {
  const refusal = new Refusal(429, 'too-fast', 'Try again in 2 s.', undefined, undefined, 2);
  const { statusCode, headers, body } = await answerTo(request(), failing(refusal));
  expect([statusCode, headers['retry-after'], body]).toEqual([
    429,
    '2',
    { error: { code: 'too-fast', message: 'Try again in 2 s.' } },
  ]);
});

test('what breaks inside is told to nobody', async () => {
  const { statusCode, body } = await answerTo(request(), failing(new Error('secret')));
  expect([statusCode, body.error.code, JSON.stringify(body).includes('secret')]).toEqual([500, 'internal', false]);
});
