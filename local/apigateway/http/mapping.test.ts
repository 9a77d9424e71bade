// biome-ignore-all lint/suspicious/noTemplateCurlyInString: values of mappings look so.
import { afterEach, expect, test } from 'vitest';
import { type ApiBench, openApi } from '../testing.ts';

let api: ApiBench;
afterEach(() => api.close());

const ECHO = 'export const handler = async (event) => event;';

test('a request is changed on its way to the function', async () => {
  api = await openApi({ stage: { StageVariables: { mode: 'fast' } } });
  const RequestParameters = {
    'append:header.x-own': '$request.querystring.page',
    'overwrite:header.x-id': '${request.path.id}/${stageVariables.mode}/${context.httpMethod}',
    'remove:header.x-secret': "''",
    'append:header.x-none': '$request.header.x-missing',
    'overwrite:querystring.user': '$request.body.user.names[1]',
    'remove:querystring.page': "''",
    'overwrite:path': '/items/${request.path.id}',
  };
  await api.route('POST /pets/{id}', ECHO, {
    integration: { RequestParameters },
  });
  const { body } = await api.send({
    method: 'POST',
    path: '/pets/7',
    query: 'page=3&sort=a',
    headers: { 'x-own': 'a', 'x-secret': 's', 'content-type': 'application/json' },
    body: Buffer.from('{"user":{"names":["Ann","Lee"]}}'),
  });
  const event = JSON.parse(body.toString());
  expect(event).toMatchObject({
    rawPath: '/items/7',
    rawQueryString: 'sort=a&user=Lee',
    queryStringParameters: { sort: 'a', user: 'Lee' },
    headers: { 'x-own': 'a,3', 'x-id': '7/fast/POST' },
  });
  expect(Object.keys(event.headers)).not.toContain('x-secret');
  expect(Object.keys(event.headers)).not.toContain('x-none');
});

test('an answer is changed by its status', async () => {
  api = await openApi();
  const ResponseParameters = {
    404: {
      ResponseParameters: [
        { Destination: 'overwrite:statuscode', Source: '410' },
        { Destination: 'append:header.x-why', Source: '$response.body.reason' },
        { Destination: 'remove:header.x-own', Source: "''" },
      ],
    },
  };
  const code = `export const handler = async ({ rawPath }) => ({ statusCode: Number(rawPath.slice(1)), headers: { 'x-own': '1' }, body: '{"reason":"gone"}' });`;
  await api.route('GET /{status}', code, { integration: { ResponseParameters } });
  const { status, headers } = await api.send({ path: '/404' });
  expect([status, headers['x-why'], headers['x-own']]).toEqual([410, 'gone', undefined]);
  expect(await api.send({ path: '/200' })).toMatchObject({ status: 200, headers: { 'x-own': '1' } });
});

test.each([
  ['overwrite:header.Authorization', 'x', /Operations on header Authorization are restricted/],
  ['append:path', '/x', /Invalid mapping expression/],
  ['overwrite:statuscode', '200', /Invalid mapping expression/],
  ['append:header.x', '$response.header.y', /Invalid mapping expression/],
  ['append:header.x', '$nothing.y', /Invalid mapping expression/],
])('a mapping of %s to %s is refused', async (destination, value, reason) => {
  api = await openApi();
  const made = api.route('GET /', ECHO, { integration: { RequestParameters: { [destination]: value } } });
  await expect(made).rejects.toThrow(reason);
});
