import { afterEach, describe, expect, test } from 'vitest';
import { type ApiBench, openApi } from '../testing.ts';

let api: ApiBench;
afterEach(() => api.close());

const ECHO = 'export const handler = async (event) => event;';

/** An authorizer that lets `good` in, in the words of its format. */
const SIMPLE = `export const handler = async (event) => {
  const [token] = event.identitySource ?? [];
  if (token === 'unknown') throw new Error('Unauthorized');
  if (token === 'broken') throw new Error('broken');
  if (token === 'odd') return { allowed: true };
  return { isAuthorized: token === 'good', context: { event, list: ['a'] } };
};`;

const POLICY = `export const handler = async (event) => ({
  principalId: 'ann',
  policyDocument: { Version: '2012-10-17', Statement: [
    { Effect: 'Allow', Action: 'execute-api:Invoke', Resource: (event.methodArn ?? event.routeArn).replace(/[^/]*$/, 'open') } ] },
  context: { level: 3, event },
});`;

const protect = async (key: string, code: string, properties: object, payload = '2.0'): Promise<void> => {
  const AuthorizerId = await api.authorizer(code, { AuthorizerPayloadFormatVersion: '2.0', ...properties });
  await api.route(key, ECHO, {
    route: { AuthorizationType: 'CUSTOM', AuthorizerId },
    integration: { PayloadFormatVersion: payload },
  });
};

const SOURCE = { IdentitySource: ['$request.header.Authorization'], EnableSimpleResponses: true };

type Echoed = {
  headers: object;
  requestContext: {
    authorizer: { lambda: { event: { requestContext: { timeEpoch: number } }; [name: string]: unknown } };
  };
};

const ask = async (authorization: string | undefined, path = '/open') => {
  const { status, body } = await api.send({ path, headers: authorization ? { authorization } : {} });
  return { status, body: JSON.parse(body.toString()) as Echoed };
};

describe('an authorizer of simple answers', () => {
  test('lets a request in, and its word reaches the function', async () => {
    api = await openApi();
    await protect('GET /open', SIMPLE, SOURCE);
    const { status, body } = await ask('good');
    const { authorizer, ...context } = body.requestContext;
    const { event, ...said } = authorizer.lambda;
    expect([status, said]).toEqual([200, { list: ['a'] }]);
    expect(event).toEqual({
      version: '2.0',
      type: 'REQUEST',
      routeArn: `arn:aws:execute-api:us-east-1:000000000000:${api.id}/$default/GET/open`,
      identitySource: ['good'],
      routeKey: 'GET /open',
      rawPath: '/open',
      rawQueryString: '',
      headers: body.headers,
      requestContext: context,
    });
  });

  test.each([
    [undefined, 401, 'Unauthorized'],
    ['unknown', 401, 'Unauthorized'],
    ['bad', 403, 'Forbidden'],
    ['broken', 500, 'Internal Server Error'],
    ['odd', 500, 'Internal Server Error'],
  ])('answers the token %s with %i', async (token, status, message) => {
    api = await openApi();
    await protect('GET /open', SIMPLE, SOURCE);
    expect(await ask(token)).toEqual({ status, body: { message } });
  });

  test('is asked again only after its time to live', async () => {
    api = await openApi();
    await protect('GET /open', SIMPLE, { ...SOURCE, AuthorizerResultTtlInSeconds: 60 });
    const start = Date.UTC(2026, 0, 1);
    const askedAt = async (): Promise<number> => {
      const { requestContext } = (await ask('good')).body;
      return requestContext.authorizer.lambda.event.requestContext.timeEpoch - start;
    };
    expect(await askedAt()).toBe(0);
    await api.clock.advance(59_999);
    expect(await askedAt()).toBe(0);
    await api.clock.advance(1);
    expect(await askedAt()).toBe(60_000);
  });
});

describe('an authorizer that answers a policy', () => {
  test('lets in what the policy allows, in the words of payload 2.0 and of 1.0', async () => {
    api = await openApi();
    await protect('GET /open', POLICY, {});
    await protect('GET /shut', POLICY, {});
    const { status, body } = await ask(undefined);
    expect(status).toBe(200);
    expect(body).toMatchObject({ requestContext: { authorizer: { lambda: { level: 3 } } } });
    expect(await ask(undefined, '/shut')).toEqual({ status: 403, body: { message: 'Forbidden' } });
  });

  test('gets the event of payload 1.0 where it asks for it', async () => {
    api = await openApi();
    const identity = { IdentitySource: ['$request.header.Authorization', '$context.routeKey'] };
    await protect('GET /open', POLICY, { ...identity, AuthorizerPayloadFormatVersion: '1.0' }, '1.0');
    // The answer of payload 1.0 would need a status: what the function echoes has none.
    expect((await ask('t')).status).toBe(500);
    await api.close();
    api = await openApi();
    await protect('GET /open', POLICY, { ...identity, AuthorizerPayloadFormatVersion: '1.0' });
    const { body } = await ask('t');
    const { lambda } = body.requestContext.authorizer;
    expect(lambda.event).toMatchObject({
      version: '1.0',
      type: 'REQUEST',
      methodArn: `arn:aws:execute-api:us-east-1:000000000000:${api.id}/$default/GET/open`,
      identitySource: 't,GET /open',
      authorizationToken: 't,GET /open',
      resource: '/open',
      path: '/open',
      httpMethod: 'GET',
      queryStringParameters: null,
      requestContext: {
        resourcePath: '/open',
        httpMethod: 'GET',
        stage: '$default',
        identity: { sourceIp: '127.0.0.1' },
      },
    });
  });
});

test.each([
  [
    'simple answers in payload 1.0',
    { AuthorizerPayloadFormatVersion: '1.0', EnableSimpleResponses: true },
    /EnableSimpleResponses/,
  ],
  [
    'results kept without an identity',
    { AuthorizerPayloadFormatVersion: '2.0', AuthorizerResultTtlInSeconds: 5 },
    /identity source/,
  ],
  [
    'results kept for too long',
    { AuthorizerPayloadFormatVersion: '2.0', AuthorizerResultTtlInSeconds: 3601 },
    /from 0 to 3600/,
  ],
  [
    'an identity source that is none',
    { AuthorizerPayloadFormatVersion: '2.0', IdentitySource: ['Authorization'] },
    /Invalid identity source/,
  ],
])('a template that asks for %s is refused', async (_, properties, reason) => {
  api = await openApi();
  await expect(api.authorizer(SIMPLE, properties)).rejects.toThrow(reason);
});
