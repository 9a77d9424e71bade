import { afterEach, describe, expect, test } from 'vitest';
import type { ApiResponse } from '../answer.ts';
import { type ApiBench, openApi } from '../testing.ts';

let api: ApiBench;
afterEach(() => api.close());

const ECHO = 'export const handler = async (event) => event;';
const says = (text: string): string => `export const handler = async () => (${JSON.stringify(text)});`;
const text = ({ body }: ApiResponse): string => body.toString();
const json = (response: ApiResponse): Record<string, unknown> => JSON.parse(text(response));

describe('a request finds its route', () => {
  test('a full match before a variable, a variable before a greedy one, the default last; a method before any', async () => {
    api = await openApi();
    for (const key of ['GET /pets', 'ANY /pets', 'GET /pets/{id}', 'GET /pets/new', 'GET /pets/{rest+}', '$default'])
      await api.route(key, says(key));
    const asked = async (method: string, path: string) => text(await api.send({ method, path }));
    expect(await asked('GET', '/pets')).toBe('GET /pets');
    expect(await asked('POST', '/pets')).toBe('ANY /pets');
    expect(await asked('GET', '/pets/new')).toBe('GET /pets/new');
    expect(await asked('GET', '/pets/7')).toBe('GET /pets/{id}');
    expect(await asked('GET', '/pets/7/photos')).toBe('GET /pets/{rest+}');
    expect(await asked('POST', '/pets/7')).toBe('$default');
    expect(await asked('GET', '/elsewhere')).toBe('$default');
  });

  test('or is told that there is none', async () => {
    api = await openApi();
    await api.route('GET /pets', ECHO);
    const response = await api.send({ path: '/cats' });
    expect([response.status, json(response)]).toEqual([404, { message: 'Not Found' }]);
  });
});

test('a function gets the event of payload format 2.0', async () => {
  api = await openApi();
  await api.route('POST /pets/{id}', ECHO, { jwt: true });
  const authorization = `Bearer ${await api.token({ 'cognito:groups': ['editor', 'admin'], level: 3 })}`;
  const response = await api.send({
    method: 'POST',
    path: '/pets/a%20b',
    query: 'tag=x&tag=y&name=J%C3%BCrg&constructor=c',
    headers: { authorization, 'content-type': 'application/json', 'user-agent': 'test/1' },
    cookies: ['a=1', 'b=2'],
    body: Buffer.from('{"n":1}'),
    sourceIp: '10.0.0.7',
  });
  const domainName = `${api.id}.execute-api.us-east-1.amazonaws.com`;
  expect(json(response)).toEqual({
    version: '2.0',
    routeKey: 'POST /pets/{id}',
    rawPath: '/pets/a b',
    rawQueryString: 'tag=x&tag=y&name=J%C3%BCrg&constructor=c',
    cookies: ['a=1', 'b=2'],
    headers: {
      authorization,
      'content-length': '7',
      'content-type': 'application/json',
      host: domainName,
      'user-agent': 'test/1',
      'x-amzn-trace-id': expect.stringMatching(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/),
      'x-forwarded-for': '10.0.0.7',
      'x-forwarded-port': '443',
      'x-forwarded-proto': 'https',
    },
    queryStringParameters: { tag: 'x,y', name: 'Jürg', constructor: 'c' },
    requestContext: {
      accountId: '000000000000',
      apiId: api.id,
      authorizer: {
        jwt: {
          claims: {
            iss: 'https://issuer.example',
            aud: 'studio',
            exp: '1767229200',
            sub: 'u1',
            'cognito:groups': '[editor admin]',
            level: '3',
          },
          scopes: null,
        },
      },
      domainName,
      domainPrefix: api.id,
      http: { method: 'POST', path: '/pets/a b', protocol: 'HTTP/1.1', sourceIp: '10.0.0.7', userAgent: 'test/1' },
      requestId: response.headers['apigw-requestid'],
      routeKey: 'POST /pets/{id}',
      stage: '$default',
      time: '01/Jan/2026:00:00:00 +0000',
      timeEpoch: Date.UTC(2026, 0, 1),
    },
    pathParameters: { id: 'a b' },
    body: '{"n":1}',
    isBase64Encoded: false,
  });
});

test('a body that is no text reaches the function as base64', async () => {
  api = await openApi();
  await api.route('POST /', ECHO);
  const body = Buffer.from([0, 255, 1]);
  const event = json(await api.send({ method: 'POST', body, headers: { 'content-type': 'image/png' } }));
  expect([event.body, event.isBase64Encoded]).toEqual(['AP8B', true]);
});

test('a function that does not let the API in is not called; the access log and the terminal say why', async () => {
  const Format = '$context.status $context.integrationErrorMessage';
  const AccessLogSettings = { DestinationArn: 'arn:aws:logs:us-east-1:0:log-group:access', Format };
  api = await openApi({ stage: { AccessLogSettings } });
  await api.route('GET /', ECHO, { permitted: false });
  const response = await api.send();
  expect([response.status, json(response)]).toEqual([500, { message: 'Internal Server Error' }]);
  expect(api.logs).toEqual([
    expect.objectContaining({
      group: 'access',
      message:
        "500 The IAM role configured on the integration or API Gateway doesn't have permissions to call the integration. Check the permissions and try again.",
    }),
  ]);
  const said = `could not call a function for arn:aws:execute-api:us-east-1:000000000000:${api.id}/$default/GET/: User: apigateway.amazonaws.com is not authorized to perform: lambda:InvokeFunction on resource: arn:aws:lambda:`;
  expect(api.faults).toEqual([expect.objectContaining({ message: expect.stringContaining(said) })]);
});

test('a function that takes longer than the integration waits is answered for', async () => {
  api = await openApi();
  const hangs = 'export const handler = () => new Promise(() => setInterval(() => {}, 1000));';
  await api.route('GET /slow', hangs, { integration: { TimeoutInMillis: 29_000 } });
  const waiting = api.send({ path: '/slow' });
  await expect.poll(() => api.logs.some(({ message }) => message.startsWith('START')), { timeout: 30_000 }).toBe(true);
  await api.clock.advance(28_999);
  const first = await Promise.race([waiting, Promise.resolve('still waiting')]);
  expect(first).toBe('still waiting');
  await api.clock.advance(1);
  const response = await waiting;
  expect([response.status, json(response)]).toEqual([503, { message: 'Service Unavailable' }]);
});

test('a request over ten mebibytes is too large', async () => {
  api = await openApi();
  await api.route('POST /', ECHO);
  const response = await api.send({ method: 'POST', body: Buffer.alloc(10 * 2 ** 20 + 1) });
  expect([response.status, json(response)]).toEqual([413, { message: 'Request Entity Too Large' }]);
});

test('requests beyond the stage’s rate and burst are told to wait', async () => {
  api = await openApi({ stage: { DefaultRouteSettings: { ThrottlingRateLimit: 2, ThrottlingBurstLimit: 3 } } });
  await api.route('GET /', says('ok'));
  const statuses = async (count: number) =>
    (await Promise.all(Array.from({ length: count }, () => api.send()))).map(({ status }) => status);
  expect(await statuses(4)).toEqual([200, 200, 200, 429]);
  await api.clock.advance(1000);
  expect(await statuses(3)).toEqual([200, 200, 429]);
});

test('the access log has a line for every request, in the stage’s format', async () => {
  const AccessLogSettings = {
    DestinationArn: 'arn:aws:logs:us-east-1:0:log-group:access',
    Format:
      '$context.requestId $context.httpMethod $context.path $context.status $context.unknown $context.constructor',
  };
  api = await openApi({ stage: { AccessLogSettings } });
  const { headers } = await api.send({ path: '/none' });
  expect(api.logs).toEqual([
    expect.objectContaining({ group: 'access', message: `${headers['apigw-requestid']} GET /none 404 - -` }),
  ]);
});
