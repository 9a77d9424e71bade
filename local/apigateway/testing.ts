import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { createCloud } from '../cloud.ts';
import { deployContext, resource } from '../front-door/harness.ts';
import { ACCOUNT_ID, REGION } from '../identity.ts';
import { openBench } from '../lambda/testing/bench.ts';
import type { ApiResponse } from './answer.ts';
import type { ApiRequest } from './event.ts';
import { createHttpApis } from './http-api.ts';

export const ISSUER = 'https://issuer.example';
export const AUDIENCE = 'studio';

type Properties = Record<string, unknown>;

/** An HTTP API with functions in real processes, on a virtual clock, and somebody who signs tokens. */
export const openApi = async (settings: { api?: Properties; stage?: Properties } = {}) => {
  const bench = openBench();
  const pair = await generateKeyPair('RS256');
  const keys = [{ ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' }];
  const cloud = createCloud({ accountId: ACCOUNT_ID, region: REGION, services: () => [bench.service] });
  const apis = createHttpApis({
    clock: bench.clock,
    accountId: ACCOUNT_ID,
    region: REGION,
    cloud: () => cloud,
    functions: bench.functions,
    host: bench.host,
    keysOf: (issuer) => (issuer === ISSUER ? keys : undefined),
    log: (entry) => bench.logs.push(entry),
  });
  const make = async (type: string, id: string, properties: Properties): Promise<string> => {
    const known = apis.resourceTypes.find((candidate) => candidate.type === `AWS::ApiGatewayV2::${type}`);
    const created = await known?.create(resource(`AWS::ApiGatewayV2::${type}`, id, properties), deployContext);
    return String(created?.ref);
  };
  const ApiId = await make('Api', 'Api', { Name: 'api', ProtocolType: 'HTTP', ...settings.api });
  await make('Stage', 'Stage', { ApiId, StageName: '$default', AutoDeploy: true, ...settings.stage });
  const AuthorizerId = await make('Authorizer', 'Authorizer', {
    ApiId,
    AuthorizerType: 'JWT',
    IdentitySource: ['$request.header.Authorization'],
    JwtConfiguration: { Issuer: ISSUER, Audience: [AUDIENCE] },
    Name: 'jwt',
  });
  const api = apis.byHost(`${ApiId}.execute-api.${REGION}.amazonaws.com`);
  if (!api) throw new Error('The API was not made.');
  let count = 0;
  return {
    ...bench,
    id: ApiId,
    /** Has a route answered by a function with this code. */
    async route(
      key: string,
      code: string,
      { permitted = true, jwt = false, scopes = [] as string[], integration = {} } = {},
    ) {
      const found = bench.put(code);
      const IntegrationUri = found.configuration.arn;
      const id = await make('Integration', `Integration${count}`, {
        ...{ ApiId, IntegrationType: 'AWS_PROXY', IntegrationUri, PayloadFormatVersion: '2.0' },
        ...integration,
      });
      const authorization = jwt ? { AuthorizationType: 'JWT', AuthorizerId, AuthorizationScopes: scopes } : {};
      await make('Route', `Route${count++}`, { ApiId, RouteKey: key, Target: `integrations/${id}`, ...authorization });
      if (permitted) {
        bench.functions.permit(key, {
          functionName: found.configuration.name,
          principal: 'apigateway.amazonaws.com',
          sourceArn: `arn:aws:execute-api:${REGION}:${ACCOUNT_ID}:${ApiId}/*`,
        });
      }
    },
    send: (request: Partial<ApiRequest> = {}): Promise<ApiResponse> =>
      apis.answer(api, {
        ...{ method: 'GET', path: '/', query: '', headers: {}, cookies: [], body: Buffer.of(), sourceIp: '127.0.0.1' },
        ...request,
      }),
    /** A token that the authorizer takes, but for what is said otherwise. */
    token(claims: Record<string, unknown> = {}, signer = pair.privateKey): Promise<string> {
      const now = Math.floor(bench.clock.now() / 1000);
      return new SignJWT({ iss: ISSUER, aud: AUDIENCE, exp: now + 3600, sub: 'u1', ...claims })
        .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
        .sign(signer);
    },
  };
};

export type ApiBench = Awaited<ReturnType<typeof openApi>>;
