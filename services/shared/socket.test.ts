import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { Refusal } from './refusal.ts';
import { socketRoute } from './socket.ts';

const Input = z.strictObject({
  connectionId: z.string(),
  after: z.int().min(0).default(0),
  token: z.string().optional(),
});
type Input = z.infer<typeof Input>;

const setUp = ({ fail, gone = false }: { fail?: Error; gone?: boolean } = {}) => {
  const given: Input[] = [];
  const told: [string, string][] = [];
  const step = async (input: Input): Promise<void> => {
    given.push(input);
    if (fail) throw fail;
  };
  const tell = async (connectionId: string, text: string): Promise<void> => {
    if (gone) throw new Error('gone');
    told.push([connectionId, JSON.parse(text)]);
  };
  return { given, told, connecting: socketRoute(Input, step), talking: socketRoute(Input, step, { tell }) };
};
const event = (parts: object = {}) => ({ requestContext: { connectionId: 'a tab', requestId: 'a-request' }, ...parts });

test('a step gets the query of who connects, or the message without what led it there', async () => {
  const { given, connecting, talking } = setUp();
  expect(await connecting(event({ queryStringParameters: { token: 'a token' } }))).toEqual({ statusCode: 200 });
  expect(await talking(event({ body: '{"action":"resume","after":3}' }))).toEqual({ statusCode: 200 });
  await connecting(event({ queryStringParameters: null }));
  expect(given).toEqual([
    { connectionId: 'a tab', after: 0, token: 'a token' },
    { connectionId: 'a tab', after: 3 },
    { connectionId: 'a tab', after: 0 },
  ]);
});

test('whose socket it is is said by the API alone', async () => {
  const { given, talking, connecting } = setUp();
  await talking(event({ body: '{"action":"resume","connectionId":"another"}' }));
  await connecting(event({ queryStringParameters: { connectionId: 'another' } }));
  expect(given.map(({ connectionId }) => connectionId)).toEqual(['a tab', 'a tab']);
});

describe('a refusal', () => {
  const refusal = new Refusal(404, 'conversation-unknown', 'Open a new one.');

  test('keeps out who connects', async () => {
    const { connecting } = setUp({ fail: refusal });
    expect(await connecting(event())).toMatchObject({ statusCode: 404 });
  });

  test('is told to who is connected', async () => {
    const { talking, told } = setUp({ fail: refusal });
    const { code, message } = refusal;
    expect(await talking(event({ body: '{}' }))).toMatchObject({ statusCode: 200 });
    expect(told).toEqual([['a tab', { type: 'refused', error: { code, message } }]]);
  });

  test('is no trouble where its client has left', async () => {
    const { talking } = setUp({ fail: refusal, gone: true });
    expect(await talking(event({ body: '{}' }))).toMatchObject({ statusCode: 200 });
  });

  test.each([
    ['what is no JSON', 'resume', 'invalid-json'],
    ['what is no object', 'null', 'invalid-json'],
    ['a list', '[]', 'invalid-json'],
    ['a field that makes no sense', '{"after":-1}', 'invalid-input'],
  ])('meets %s', async (_, body, code) => {
    const { talking, told, given } = setUp();
    await talking(event({ body }));
    expect([told[0]?.[1], given]).toMatchObject([{ type: 'refused', error: { code } }, []]);
  });
});

test('what breaks inside is told to nobody', async () => {
  const { talking, told, connecting } = setUp({ fail: new Error('secret') });
  await talking(event({ body: '{}' }));
  expect(told).toMatchObject([['a tab', { error: { code: 'internal' } }]]);
  expect(JSON.stringify([told, await connecting(event())])).not.toContain('secret');
  expect(await connecting(event())).toMatchObject({ statusCode: 500 });
});
