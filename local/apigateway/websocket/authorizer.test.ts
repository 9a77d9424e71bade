import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ADMINISTRATOR } from '../../identity.ts';
import { type ApiBench, openApi } from '../testing.ts';
import { TOLD, told, whenTold } from './testing.ts';

let api: ApiBench;
afterEach(() => api.close());

describe('an authorizer of the connect route', () => {
  const CODE = `export const handler = async (event) => {
    console.log(JSON.stringify({ ...event, requestContext: { ...event.requestContext, eventType: 'AUTHORIZE' } }));
    const { token } = event.queryStringParameters;
    if (token === 'unknown') throw new Error('Unauthorized');
    if (token === 'broken') return {};
    const Statement = [{ Action: 'execute-api:Invoke', Effect: token === 'good' ? 'Allow' : 'Deny', Resource: event.methodArn }];
    return { principalId: 'ann', policyDocument: { Version: '2012-10-17', Statement }, context: { level: 3, admin: true } };
  };`;
  beforeEach(async () => {
    api = await openApi({ protocol: 'WEBSOCKET' });
    const IdentitySource = ['route.request.querystring.token', 'route.request.header.X-Device'];
    const AuthorizerId = await api.authorizer(CODE, { IdentitySource });
    await api.route('$connect', TOLD, { route: { AuthorizationType: 'CUSTOM', AuthorizerId } });
  });
  const headers = { 'x-device': 'phone' };

  test('lets a client in, and its word reaches the route', async () => {
    expect((await api.connect('/live?token=good', { headers })).refused).toBeUndefined();
    expect((await whenTold(api, 'CONNECT')).requestContext.authorizer).toEqual({
      level: '3',
      admin: 'true',
      principalId: 'ann',
    });
    expect(await whenTold(api, 'AUTHORIZE')).toMatchObject({
      type: 'REQUEST',
      methodArn: `arn:aws:execute-api:us-east-1:000000000000:${api.id}/live/$connect`,
      queryStringParameters: { token: 'good' },
      requestContext: { routeKey: '$connect', apiId: api.id },
    });
  });

  test.each([
    ['good', {}, 401, 'Unauthorized'],
    ['unknown', headers, 401, 'Unauthorized'],
    ['bad', headers, 403, 'Forbidden'],
    ['broken', headers, 500, 'Internal server error'],
  ])('refuses the token %s with the headers %o by %i', async (token, given, status, message) => {
    const { refused } = await api.connect(`/live?token=${token}`, { headers: given });
    expect(refused).toMatchObject({ status, body: { message } });
    expect(told(api, 'CONNECT')).toEqual([]);
  });
});

describe('a connect route for those who sign', () => {
  const presigned = async (credentials: object): Promise<string> => {
    const signer = new SignatureV4({
      ...{ service: 'execute-api', region: 'us-east-1', sha256: Sha256, credentials: credentials as never },
    });
    const { hostname, port } = new URL(api.site.url);
    const path = `/_aws/execute-api/${api.id}/live`;
    const request = {
      method: 'GET',
      protocol: 'ws:',
      hostname,
      path,
      query: {},
      headers: { host: `${hostname}:${port}` },
    };
    const signed = await signer.presign(request as never, { signingDate: new Date(api.clock.now()), expiresIn: 60 });
    return `/live?${new URLSearchParams((signed as unknown as { query: Record<string, string> }).query)}`;
  };
  beforeEach(async () => {
    api = await openApi({ protocol: 'WEBSOCKET' });
    await api.route('$connect', TOLD, { route: { AuthorizationType: 'AWS_IAM' } });
  });

  test('lets in whom a policy lets invoke it, and says who it is', async () => {
    expect((await api.connect(await presigned(ADMINISTRATOR))).refused).toBeUndefined();
    expect((await whenTold(api, 'CONNECT')).requestContext.identity).toMatchObject({
      accessKey: 'test',
      accountId: '000000000000',
      userArn: 'arn:aws:iam::000000000000:user/administrator',
    });
  });

  test('refuses everyone else', async () => {
    expect((await api.connect()).refused?.status).toBe(403);
    const role = api.identities.sessionFor('arn:aws:iam::000000000000:role/worker', 'session');
    expect((await api.connect(await presigned(role))).refused?.status).toBe(403);
    expect(told(api, 'CONNECT')).toEqual([]);
  });
});
