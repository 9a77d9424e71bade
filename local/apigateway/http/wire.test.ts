import { afterEach, expect, test } from 'vitest';
import { type ApiBench, openApi } from '../testing.ts';

let api: ApiBench;
afterEach(() => api.close());

const ECHO = 'export const handler = async (event) => event;';
const ECHO_V1 = 'export const handler = async (event) => ({ statusCode: 200, body: JSON.stringify(event) });';

const at = (path: string): string => `${api.site.url}/_aws/execute-api/${api.id}${path}`;
const get = async (path: string, init?: RequestInit): Promise<Record<string, never>> =>
  (await fetch(at(path), init)).json() as never;

test('repeated headers are joined, cookies parted, forms encoded', async () => {
  api = await openApi();
  await api.route('POST /', ECHO);
  const response = await get('/?a=1+2', {
    method: 'POST',
    headers: [
      ['X-Own', 'a'],
      ['x-own', 'b'],
      ['cookie', 'c=1; d=2'],
      ['content-type', 'application/x-www-form-urlencoded'],
    ],
    body: 'a=1',
  });
  expect(response).toMatchObject({
    headers: { 'x-own': expect.stringMatching(/^a, ?b$/), host: api.host, 'content-length': '3' },
    cookies: ['c=1', 'd=2'],
    queryStringParameters: { a: '1 2' },
    body: 'YT0x',
    isBase64Encoded: true,
  });
  for (const name of ['cookie', 'connection']) expect(response.headers).not.toHaveProperty(name);
});

test('a function gets the event of payload format 1.0 where it asks for it', async () => {
  api = await openApi({ stageName: 'dev' });
  await api.route('POST /pets/{id}', ECHO_V1, { integration: { PayloadFormatVersion: '1.0' } });
  const event = await get('/dev/pets/a%20b?tag=x&tag=y', {
    method: 'POST',
    headers: { 'user-agent': 'test/1', 'content-type': 'text/plain', 'X-Own': 'own' },
    body: 'hi',
  });
  const common = {
    'Content-Length': '2',
    Host: api.host,
    'User-Agent': 'test/1',
    'x-own': 'own',
    'X-Forwarded-For': '127.0.0.1',
  };
  expect(event).toEqual({
    version: '1.0',
    resource: '/pets/{id}',
    path: '/dev/pets/a b',
    httpMethod: 'POST',
    headers: expect.objectContaining(common),
    multiValueHeaders: expect.objectContaining({ Host: [api.host], 'x-own': ['own'] }),
    queryStringParameters: { tag: 'y' },
    multiValueQueryStringParameters: { tag: ['x', 'y'] },
    requestContext: {
      accountId: '000000000000',
      apiId: api.id,
      domainName: api.host,
      domainPrefix: api.id,
      extendedRequestId: expect.any(String),
      httpMethod: 'POST',
      identity: {
        ...{ accessKey: null, accountId: null, caller: null, cognitoAuthenticationProvider: null },
        ...{ cognitoAuthenticationType: null, cognitoIdentityId: null, cognitoIdentityPoolId: null },
        ...{ principalOrgId: null, sourceIp: '127.0.0.1', user: null, userAgent: 'test/1', userArn: null },
      },
      path: '/dev/pets/a b',
      protocol: 'HTTP/1.1',
      requestId: expect.any(String),
      requestTime: '01/Jan/2026:00:00:00 +0000',
      requestTimeEpoch: Date.UTC(2026, 0, 1),
      resourceId: null,
      resourcePath: '/pets/{id}',
      stage: 'dev',
    },
    pathParameters: { id: 'a b' },
    stageVariables: null,
    body: 'hi',
    isBase64Encoded: false,
  });
});

test('an answer of payload format 1.0 may have a header many times, and needs a status', async () => {
  api = await openApi();
  const integration = { PayloadFormatVersion: '1.0' };
  const many = `{ statusCode: 200, headers: { 'X-One': '1' }, multiValueHeaders: { 'X-Many': ['a', 'b'], 'Set-Cookie': ['c=1', 'd=2'] } }`;
  await api.route('GET /many', `export const handler = async () => (${many});`, { integration });
  await api.route('GET /none', 'export const handler = async () => ({ n: 1 });', { integration });
  const { headers } = await fetch(at('/many'));
  expect([headers.get('x-one'), headers.get('x-many'), headers.getSetCookie()]).toEqual(['1', 'a,b', ['c=1', 'd=2']]);
  expect((await fetch(at('/none'))).status).toBe(500);
});

test('a request with more than 10,240 bytes of headers is refused', async () => {
  api = await openApi();
  await api.route('GET /', ECHO);
  const response = await fetch(at('/'), { headers: { 'x-long': 'x'.repeat(10_240) } });
  expect([response.status, await response.json()]).toEqual([431, { message: 'Request Header Fields Too Large' }]);
});

test('a route has a limit of its own beside that of its stage', async () => {
  const RouteSettings = { 'GET /own': { ThrottlingRateLimit: 1, ThrottlingBurstLimit: 1 } };
  const DefaultRouteSettings = { ThrottlingRateLimit: 1, ThrottlingBurstLimit: 2 };
  api = await openApi({ stage: { RouteSettings, DefaultRouteSettings } });
  for (const key of ['GET /own', 'GET /', 'GET /more']) await api.route(key, ECHO);
  const statuses = async (paths: string[]) =>
    (await Promise.all(paths.map((path) => api.send({ path })))).map(({ status }) => status);
  expect(await statuses(['/own', '/own', '/', '/more', '/'])).toEqual([200, 429, 200, 200, 429]);
});

test('an API that may not be called at its own address is not there', async () => {
  api = await openApi({ api: { DisableExecuteApiEndpoint: true } });
  await api.route('GET /', ECHO);
  expect((await fetch(at('/'))).status).toBe(404);
});
