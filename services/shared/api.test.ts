import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { api } from './api.ts';
import { Refusal } from './refusal.ts';

const Input = z.strictObject({ id: z.uuid(), limit: z.coerce.number().optional(), note: z.string().optional() });
const id = '6d1f6c2e-3f0b-4a53-9a52-2a5f8f3c9b10';

const request = (groups: unknown, parts: object = {}) => ({
  version: '2.0',
  pathParameters: { id },
  requestContext: {
    requestId: 'JKJaXmPLvHcESHA=',
    authorizer: {
      jwt: { claims: { sub: 'a-user', email: 'ada@example.com', 'cognito:groups': groups }, scopes: null },
    },
  },
  ...parts,
});

const handler = api({ allow: ['editor', 'admin'], input: Input, status: 202 }, async (input, caller) => ({
  input,
  caller,
}));

const answerTo = async (event: object, handle = handler) => {
  const { statusCode, headers, body } = await handle(event);
  expect(headers['content-type']).toBe('application/json');
  return { statusCode, body: JSON.parse(body) };
};

test('a step gets path, query and body as one input, and the caller', async () => {
  const event = request('[editor]', { queryStringParameters: { limit: '5' }, body: '{"note":"hi"}' });
  expect(await answerTo(event)).toEqual({
    statusCode: 202,
    body: {
      input: { id, limit: 5, note: 'hi' },
      caller: { name: 'ada@example.com', roles: ['editor'], requestId: 'JKJaXmPLvHcESHA=' },
    },
  });
});

test('a body in base64 is read', async () => {
  const body = Buffer.from('{"note":"hi"}').toString('base64');
  expect(await answerTo(request('[editor]', { body, isBase64Encoded: true }))).toMatchObject({ statusCode: 202 });
});

test('the path cannot be overridden by the body', async () => {
  const { body } = await answerTo(request('[editor]', { body: '{"id":"00000000-0000-4000-8000-000000000000"}' }));
  expect(body.input.id).toBe(id);
});

describe('roles', () => {
  test.each([['[editor publisher]'], ['[admin]'], ['editor'], ['[publisher, editor]'], [['editor']]])(
    '%j is enough',
    async (groups) => {
      expect(await answerTo(request(groups))).toMatchObject({ statusCode: 202 });
    },
  );

  test.each([['[publisher]'], ['[editors]'], [''], [undefined], ['[]']])('%j is not enough', async (groups) => {
    expect(await answerTo(request(groups))).toEqual({
      statusCode: 403,
      body: { error: { code: 'forbidden', message: 'This needs one of the roles editor, admin.' } },
    });
  });

  test('a request without a token is not let in', async () => {
    expect(await answerTo({ requestContext: { requestId: 'r' } })).toMatchObject({ statusCode: 403 });
  });
});

describe('errors', () => {
  test('input that does not fit names the field and what was expected', async () => {
    const { statusCode, body } = await answerTo(request('[editor]', { pathParameters: { id: 'seven' } }));
    expect([statusCode, body.error.code, body.error.field]).toEqual([400, 'invalid-input', 'id']);
    expect(body.error.message).toMatch(/^id: .*UUID/);
  });

  test('an unknown field is named', async () => {
    const { body } = await answerTo(request('[editor]', { body: '{"nota":"hi"}' }));
    expect(body.error.message).toContain('"nota"');
  });

  test.each(['{', '[]', '"text"', 'null'])('a body that is no JSON object is refused: %s', async (body) => {
    expect(await answerTo(request('[editor]', { body }))).toMatchObject({
      statusCode: 400,
      body: { error: { code: 'invalid-json' } },
    });
  });

  test('a refusal is answered with its status, code, words and field', async () => {
    const refusing = api({ allow: ['editor'], input: Input, status: 200 }, async () => {
      throw new Refusal(409, 'nothing-to-retry', 'The rendition is ready.', 'name');
    });
    expect(await answerTo(request('[editor]'), refusing)).toEqual({
      statusCode: 409,
      body: { error: { code: 'nothing-to-retry', message: 'The rendition is ready.', field: 'name' } },
    });
  });

  test('what went wrong inside is not told outside', async () => {
    const failing = api({ allow: ['editor'], input: Input, status: 200 }, async () => {
      throw new Error('table assets-1234 is on fire');
    });
    const { statusCode, body } = await answerTo(request('[editor]'), failing);
    expect([statusCode, body.error.code]).toEqual([500, 'internal']);
    expect(JSON.stringify(body)).not.toContain('assets-1234');
  });
});

describe('versions', () => {
  const Conditional = z.strictObject({ id: z.uuid(), ifMatch: z.string('must name a version') });
  const route = { allow: ['editor'], input: Conditional, status: 200, conditional: true };
  const conditional = api(route, async ({ ifMatch }) => ({ ifMatch, version: 7 }));

  test('a route that takes If-Match gets it from the header, and from nowhere else', async () => {
    const body = '{"ifMatch":"\\"1\\""}';
    const headers = { 'if-match': '"6"' };
    expect((await answerTo(request('[editor]', { headers, body }), conditional)).body.ifMatch).toBe('"6"');
    expect(await answerTo(request('[editor]', { headers: {}, body }), conditional)).toEqual({
      statusCode: 400,
      body: { error: { code: 'invalid-input', message: 'ifMatch: must name a version', field: 'ifMatch' } },
    });
  });

  test('a route that does not take If-Match passes over the header', async () => {
    expect(await answerTo(request('[editor]', { headers: { 'if-match': '"6"' } }))).toMatchObject({ statusCode: 202 });
  });

  test('an answer with a version carries it as its ETag, one without has none', async () => {
    const { headers } = await conditional(request('[editor]', { headers: { 'if-match': '"6"' } }));
    expect(headers).toMatchObject({ etag: '"7"', 'cache-control': 'no-store' });
    expect((await handler(request('[editor]'))).headers).not.toHaveProperty('etag');
  });

  test('what the caller needs to decide how to go on stands beside the error', async () => {
    const refusing = api({ allow: ['editor'], input: Input, status: 200 }, async () => {
      throw new Refusal(412, 'version-conflict', 'Changed in between.', 'If-Match', { current: { version: 8 } });
    });
    const { statusCode, body } = await answerTo(request('[editor]'), refusing);
    expect([statusCode, body.error]).toEqual([
      412,
      { code: 'version-conflict', message: 'Changed in between.', field: 'If-Match', current: { version: 8 } },
    ]);
  });
});
