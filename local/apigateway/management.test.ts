import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import { afterEach, expect, test } from 'vitest';
import { ADMINISTRATOR } from '../identity.ts';
import { type ApiBench, openApi } from './testing.ts';

let api: ApiBench;
afterEach(() => api.close());

const call = async (path: string, method = 'GET'): Promise<{ status: number; body: Record<string, unknown> }> => {
  const signer = new SignatureV4({
    service: 'apigateway',
    region: 'us-east-1',
    sha256: Sha256,
    credentials: ADMINISTRATOR,
  });
  const { hostname, port, pathname, searchParams } = new URL(path, api.door.url);
  const query = Object.fromEntries(searchParams);
  const request = { method, protocol: 'http:', hostname, port: Number(port), path: pathname, query };
  const { headers } = (await signer.sign({ ...request, headers: { host: `${hostname}:${port}` } } as never, {
    signingDate: new Date(api.clock.now()),
  })) as unknown as { headers: Record<string, string> };
  const response = await fetch(new URL(path, api.door.url), { method, headers });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

test('operators may look at an API and all that belongs to it', async () => {
  const settings = { ThrottlingRateLimit: 5, ThrottlingBurstLimit: 9 };
  api = await openApi({ stage: { DefaultRouteSettings: settings } });
  await api.route('GET /pets', 'export const handler = async () => 1;', { jwt: true, scopes: ['read'] });
  const { body: apis } = await call('/v2/apis');
  const own = { apiId: api.id, name: 'api', protocolType: 'HTTP', apiEndpoint: `https://${api.host}` };
  expect(apis).toEqual({ items: [expect.objectContaining(own)] });
  expect((await call(`/v2/apis/${api.id}`)).body).toMatchObject(own);
  const { body: routes } = await call(`/v2/apis/${api.id}/routes`);
  const [route] = routes.items as { routeId: string }[];
  const shown = { routeKey: 'GET /pets', authorizationType: 'JWT', authorizationScopes: ['read'] };
  expect(route).toMatchObject(shown);
  expect((await call(`/v2/apis/${api.id}/routes/${route?.routeId}`)).body).toMatchObject(shown);
  expect((await call(`/v2/apis/${api.id}/stages/%24default`)).body).toMatchObject({
    stageName: '$default',
    autoDeploy: true,
    defaultRouteSettings: { throttlingRateLimit: 5, throttlingBurstLimit: 9 },
  });
  expect((await call(`/v2/apis/${api.id}/integrations`)).body.items).toMatchObject([
    { integrationType: 'AWS_PROXY', payloadFormatVersion: '2.0', timeoutInMillis: 30_000 },
  ]);
  expect((await call(`/v2/apis/${api.id}/authorizers`)).body.items).toMatchObject([
    { authorizerType: 'JWT', identitySource: ['$request.header.Authorization'] },
  ]);
});

test('lists come in pages', async () => {
  api = await openApi();
  for (const key of ['GET /a', 'GET /b', 'GET /c']) await api.route(key, 'export const handler = async () => 1;');
  const path = `/v2/apis/${api.id}/routes?maxResults=2`;
  const { items, nextToken } = (await call(path)).body as { items: object[]; nextToken: string };
  const { body } = await call(`${path}&nextToken=${nextToken}`);
  expect([items.length, (body.items as object[]).length, body.nextToken]).toEqual([2, 1, undefined]);
});

test('what is not there is not found, and what is not done is refused by name', async () => {
  api = await openApi();
  expect(await call('/v2/apis/none')).toMatchObject({
    status: 404,
    body: { message: 'Invalid API identifier specified' },
  });
  const refused = await call('/v2/apis', 'POST');
  expect(refused.body.message).toContain('no API Gateway operation for POST /v2/apis');
});
