import { afterEach, describe, expect, test } from 'vitest';
import type { ApiResponse } from '../answer.ts';
import { type ApiBench, openApi } from '../testing.ts';

let api: ApiBench;
afterEach(() => api.close());

const json = ({ body }: ApiResponse): Record<string, unknown> => JSON.parse(body.toString());

describe('what a function gives back becomes the answer', () => {
  const answerTo = async (result: string): Promise<ApiResponse> => {
    api = await openApi();
    await api.route('GET /', `export const handler = async () => (${result});`);
    return api.send();
  };

  test('a whole response as it is', async () => {
    const { status, headers, cookies, body } = await answerTo(
      `{ statusCode: 201, headers: { 'X-Own': 1, 'Content-Type': 'text/html' }, cookies: ['a=1'], body: 'PGI+', isBase64Encoded: true }`,
    );
    expect([status, headers['x-own'], headers['content-type'], cookies, body.toString()]).toEqual([
      201,
      '1',
      'text/html',
      ['a=1'],
      '<b>',
    ]);
  });

  test('a response with nothing but a status, or with members that are null', async () => {
    expect(await answerTo('{ statusCode: 204 }')).toMatchObject({ status: 204, body: Buffer.of() });
    await api.close();
    expect(await answerTo('{ statusCode: 200, headers: null, cookies: null, body: null }')).toMatchObject({
      status: 200,
      body: Buffer.of(),
    });
  });

  test('anything else as the JSON of a 200', async () => {
    const response = await answerTo('{ n: 1 }');
    expect([response.status, response.headers['content-type'], json(response)]).toEqual([
      200,
      'application/json',
      { n: 1 },
    ]);
  });

  test.each([
    ['no status that HTTP has', `{ statusCode: 'fine' }`],
    ['a body that is no text', '{ statusCode: 200, body: { a: 1 } }'],
    ['headers that are a text', `{ statusCode: 200, headers: 'x' }`],
    ['cookies that are no list', `{ statusCode: 200, cookies: 'a=1' }`],
    ['a status that HTTP keeps for itself', '{ statusCode: 101 }'],
    ['an error', `(() => { throw new Error('no') })()`],
    ['more than six mebibytes', `{ statusCode: 200, body: 'x'.repeat(6 * 2 ** 20 + 1) }`],
  ])('%s is an error of the server', async (_, result) => {
    const response = await answerTo(result);
    expect([response.status, json(response)]).toEqual([500, { message: 'Internal Server Error' }]);
  });
});
