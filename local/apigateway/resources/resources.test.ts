import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ApiBench, openApi } from '../testing.ts';

let api: ApiBench;
afterEach(() => api.close());

type Case = [string, string, (ids: { ApiId: string }) => Record<string, unknown>, RegExp];

const URI = 'arn:aws:lambda:us-east-1:000000000000:function:f';

describe('what AWS refuses in an HTTP API, or the runtime does not do, is refused by name', () => {
  beforeEach(async () => {
    api = await openApi();
  });
  test.each<Case>([
    ['a body', 'Api', () => ({ Name: 'a', ProtocolType: 'HTTP', Body: {} }), /Body is not supported/],
    ['another protocol', 'Api', () => ({ Name: 'a', ProtocolType: 'GRPC' }), /ProtocolType GRPC/],
    [
      'credentials for every origin',
      'Api',
      () => ({ Name: 'a', ProtocolType: 'HTTP', CorsConfiguration: { AllowOrigins: ['*'], AllowCredentials: true } }),
      /AllowCredentials/,
    ],
    ['an API that is none', 'Route', () => ({ ApiId: 'none', RouteKey: 'GET /' }), /Invalid API identifier/],
    ['a route key that is none', 'Route', (ids) => ({ ...ids, RouteKey: 'FETCH /' }), /not formatted properly/],
    ['a greedy variable amid a path', 'Route', (ids) => ({ ...ids, RouteKey: 'GET /{a+}/b' }), /greedy/],
    ['an API key', 'Route', (ids) => ({ ...ids, RouteKey: 'GET /', ApiKeyRequired: true }), /ApiKeyRequired/],
    [
      'an authorizer that is none',
      'Route',
      (ids) => ({ ...ids, RouteKey: 'GET /', AuthorizationType: 'JWT', AuthorizerId: 'x' }),
      /Invalid authorizer/,
    ],
    [
      'an integration that is none',
      'Route',
      (ids) => ({ ...ids, RouteKey: 'GET /', Target: 'integrations/x' }),
      /names no integration/,
    ],
    [
      'another server',
      'Integration',
      (ids) => ({ ...ids, IntegrationType: 'HTTP_PROXY', IntegrationUri: 'http://a' }),
      /HTTP_PROXY is not supported/,
    ],
    [
      'a service in place of a function',
      'Integration',
      (ids) => ({
        ...ids,
        IntegrationType: 'AWS_PROXY',
        IntegrationSubtype: 'SQS-SendMessage',
        PayloadFormatVersion: '1.0',
      }),
      /SQS-SendMessage is not supported/,
    ],
    [
      'no payload format',
      'Integration',
      (ids) => ({ ...ids, IntegrationType: 'AWS_PROXY', IntegrationUri: URI }),
      /PayloadFormatVersion is a required/,
    ],
    [
      'too long a wait',
      'Integration',
      (ids) => ({
        ...ids,
        IntegrationType: 'AWS_PROXY',
        IntegrationUri: URI,
        PayloadFormatVersion: '2.0',
        TimeoutInMillis: 30_001,
      }),
      /from 50 to 30000/,
    ],
    ['a stage’s name that is none', 'Stage', (ids) => ({ ...ids, StageName: 'a b' }), /Stage name only allows/],
    [
      'settings of routes that are not done',
      'Stage',
      (ids) => ({ ...ids, StageName: 'a', RouteSettings: { $default: { LoggingLevel: 'INFO' } } }),
      /LoggingLevel is not supported/,
    ],
    [
      'a deployment that is none',
      'Stage',
      (ids) => ({ ...ids, StageName: 'a', DeploymentId: 'x' }),
      /Invalid deployment/,
    ],
    [
      'a token without an audience',
      'Authorizer',
      (ids) => ({ ...ids, AuthorizerType: 'JWT', Name: 'a', JwtConfiguration: { Issuer: 'i' } }),
      /Audience is required/,
    ],
  ])('%s', async (_, type, properties, reason) => {
    await expect(api.make(type, 'Refused', properties({ ApiId: api.id }))).rejects.toThrow(reason);
  });

  test('a second route of the same key', async () => {
    await api.make('Route', 'One', { ApiId: api.id, RouteKey: 'GET /' });
    await expect(api.make('Route', 'Two', { ApiId: api.id, RouteKey: 'GET /' })).rejects.toThrow(/already exists/);
  });
});

describe('and in a WebSocket API', () => {
  beforeEach(async () => {
    api = await openApi({ protocol: 'WEBSOCKET' });
  });
  test.each<Case>([
    [
      'no selection of routes',
      'Api',
      () => ({ Name: 'a', ProtocolType: 'WEBSOCKET' }),
      /RouteSelectionExpression is required/,
    ],
    ['the default stage', 'Stage', (ids) => ({ ...ids, StageName: '$default' }), /only for HTTP APIs/],
    [
      'authorization of messages',
      'Route',
      (ids) => ({ ...ids, RouteKey: 'a', AuthorizationType: 'AWS_IAM' }),
      /restricted to the \$connect route/,
    ],
    ['tokens', 'Authorizer', (ids) => ({ ...ids, AuthorizerType: 'JWT', Name: 'a' }), /JWT is not supported/],
    [
      'results that are kept',
      'Authorizer',
      (ids) => ({ ...ids, AuthorizerType: 'REQUEST', Name: 'a', AuthorizerUri: URI, AuthorizerResultTtlInSeconds: 5 }),
      /only for HTTP APIs/,
    ],
    [
      'templates that compute',
      'Integration',
      (ids) => ({ ...ids, IntegrationType: 'MOCK', RequestTemplates: { a: '#set($x = 1)' } }),
      /only plain text/,
    ],
    [
      'too long a wait',
      'Integration',
      (ids) => ({ ...ids, IntegrationType: 'AWS_PROXY', IntegrationUri: URI, TimeoutInMillis: 30_000 }),
      /from 50 to 29000/,
    ],
  ])('%s', async (_, type, properties, reason) => {
    await expect(api.make(type, 'Refused', properties({ ApiId: api.id }))).rejects.toThrow(reason);
  });
});
