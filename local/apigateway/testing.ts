import { json } from 'node:stream/consumers';
import { WebSocket } from 'ws';
import { createCloud } from '../cloud.ts';
import { serveWith, startSiteServer } from '../cloudfront/site-server.ts';
import { openDatabase } from '../database.ts';
import { startFrontDoor } from '../front-door/door.ts';
import { deployContext, resource } from '../front-door/harness.ts';
import { ACCOUNT_ID, ADMINISTRATOR, REGION } from '../identity.ts';
import { openBench } from '../lambda/testing/bench.ts';
import type { ApiResponse } from './answer.ts';
import { type ApiGateway, createApiGateway } from './gateway.ts';
import type { ApiRequest } from './request.ts';
import { AUDIENCE, ISSUER, openIssuer } from './testing-tokens.ts';

type Properties = Record<string, unknown>;

type Settings = { protocol?: 'HTTP' | 'WEBSOCKET'; stageName?: string; api?: Properties; stage?: Properties };

/** How a route of `openApi` is made: who may have it, and with what integration. */
type RouteSettings = {
  permitted?: boolean;
  jwt?: boolean;
  scopes?: string[];
  integration?: Properties;
  /** Further properties of the route. */
  route?: Properties;
};

/** An API with functions in real processes, on a virtual clock, at ports of its own, and somebody who signs tokens. */
export const openApi = async (settings: Settings = {}) => {
  const { protocol = 'HTTP', stageName = protocol === 'HTTP' ? '$default' : 'live' } = settings;
  const bench = openBench();
  const database = openDatabase(':memory:');
  const { keysOf, token } = await openIssuer(bench.clock);
  const faults: unknown[] = [];
  const place = { clock: bench.clock, accountId: ACCOUNT_ID, region: REGION };
  let gateway: ApiGateway;
  const cloud = createCloud({ ...place, services: () => [bench.service, ...gateway.services] });
  const open = (): ApiGateway =>
    createApiGateway({
      ...{ ...place, database, identities: bench.identities, cloud: () => cloud },
      principalOf: (roleArn) => bench.identities.principalOf(roleArn),
      keysOf,
      log: (entry) => bench.logs.push(entry),
      onFault: (error) => faults.push(error),
    });
  gateway = open();
  const make = async (type: string, id: string, properties: Properties): Promise<string> => {
    const known = gateway.resourceTypes.find((candidate) => candidate.type === `AWS::ApiGatewayV2::${type}`);
    const created = await known?.create(resource(`AWS::ApiGatewayV2::${type}`, id, properties), deployContext);
    return String(created?.ref);
  };
  const made: [string, string, Properties][] = [];
  const remember = (type: string, id: string, properties: Properties): Promise<string> => {
    made.push([type, id, properties]);
    return make(type, id, properties);
  };
  const selection = protocol === 'HTTP' ? {} : { RouteSelectionExpression: '$request.body.action' };
  const ApiId = await remember('Api', 'Api', { Name: 'api', ProtocolType: protocol, ...selection, ...settings.api });
  await remember('Stage', 'Stage', { ApiId, StageName: stageName, AutoDeploy: true, ...settings.stage });
  const host = `${ApiId}.execute-api.${REGION}.amazonaws.com`;
  const site = await startSiteServer({
    port: 0,
    answer: (request) => gateway.answer(request),
    upgrade: (request, socket, head) => gateway.upgrade(request, socket, head),
    onFault: (error) => faults.push(error),
  });
  const door = await startFrontDoor({
    ...{ ...place, port: 0, cloud, services: gateway.services, identities: bench.identities },
    api(request, response) {
      const own = gateway.takes(request.headers.host ?? '', request.url ?? '/');
      if (own)
        void serveWith(
          request,
          response,
          (each) => gateway.answer(each),
          (error) => faults.push(error),
        );
      return own;
    },
    onFault: (error) => faults.push(error),
  });
  const sockets = new Set<WebSocket>();
  let count = 0;

  const permit = (name: string, functionName: string, source = '*'): void =>
    bench.functions.policies.permit(name, {
      functionName,
      principal: 'apigateway.amazonaws.com',
      sourceArn: `arn:aws:execute-api:${REGION}:${ACCOUNT_ID}:${ApiId}/${source}`,
    });
  let jwtAuthorizer: Promise<string> | undefined;

  return {
    ...bench,
    id: ApiId,
    host,
    faults,
    site,
    door,
    make: remember,
    /** Removes a resource as a stack does. */
    async remove(type: string, id: string, ref: string) {
      const known = gateway.resourceTypes.find((candidate) => candidate.type === `AWS::ApiGatewayV2::${type}`);
      await known?.remove?.(resource(`AWS::ApiGatewayV2::${type}`, id), { ref, attributes: {} }, deployContext);
    },
    /** What a client of the SDK needs to speak to the connections of the API. */
    management: (stage = stageName) => ({
      endpoint: `${door.url}/_aws/execute-api/${ApiId}/${stage}`,
      ...{ region: REGION, credentials: ADMINISTRATOR, maxAttempts: 1 },
      systemClockOffset: bench.clock.now() - Date.now(),
    }),
    get connections() {
      return gateway.connections;
    },
    /** Has a route answered by a function with this code. */
    async route(key: string, code: string, options: RouteSettings = {}) {
      const { permitted = true, jwt = false, scopes = [], integration = {}, route = {} } = options;
      const found = bench.put(code);
      const IntegrationUri = found.configuration.arn;
      const id = await remember('Integration', `Integration${count}`, {
        ...{ ApiId, IntegrationType: 'AWS_PROXY', IntegrationUri },
        ...(protocol === 'HTTP' ? { PayloadFormatVersion: '2.0' } : {}),
        ...integration,
      });
      jwtAuthorizer ??= jwt
        ? remember('Authorizer', 'Authorizer', {
            ...{ ApiId, AuthorizerType: 'JWT', IdentitySource: ['$request.header.Authorization'], Name: 'jwt' },
            JwtConfiguration: { Issuer: ISSUER, Audience: [AUDIENCE] },
          })
        : undefined;
      const AuthorizerId = await jwtAuthorizer;
      const authorization = jwt ? { AuthorizationType: 'JWT', AuthorizerId, AuthorizationScopes: scopes } : {};
      const made = { ApiId, RouteKey: key, Target: `integrations/${id}`, ...authorization, ...route };
      const routeId = await remember('Route', `Route${count++}`, made);
      if (permitted) permit(key, found.configuration.name);
      return routeId;
    },
    /** A Lambda authorizer with this code; answers its id. */
    async authorizer(code: string, properties: Properties) {
      const { configuration } = bench.put(code);
      const AuthorizerUri = `arn:aws:apigateway:${REGION}:lambda:path/2015-03-31/functions/${configuration.arn}/invocations`;
      const id = await remember('Authorizer', `Lambda${count++}`, {
        ...{ ApiId, AuthorizerType: 'REQUEST', AuthorizerUri, Name: 'lambda', ...properties },
      });
      permit(`authorizer ${id}`, configuration.name, `authorizers/${id}`);
      return id;
    },
    send: async (request: Partial<ApiRequest> = {}): Promise<ApiResponse> =>
      gateway.answer({
        ...{ method: 'GET', path: '/', query: '', cookies: [], body: Buffer.of(), sourceIp: '127.0.0.1', ...request },
        headers: { host, ...request.headers },
      }),
    /** Opens a WebSocket; `messages` grows as they come. */
    async connect(path = `/${stageName}`, options: { headers?: Record<string, string>; protocols?: string[] } = {}) {
      const url = `${site.url.replace('http', 'ws')}/_aws/execute-api/${ApiId}${path}`;
      const socket = new WebSocket(url, options.protocols ?? [], { headers: options.headers });
      sockets.add(socket);
      const messages: Record<string, unknown>[] = [];
      socket.on('message', (data) => messages.push(JSON.parse(data.toString())));
      const closed = new Promise<{ code: number; reason: string }>((resolve) =>
        socket.on('close', (code, reason) => {
          sockets.delete(socket);
          resolve({ code, reason: reason.toString() });
        }),
      );
      socket.on('error', () => {});
      const refused = await new Promise<{ status: number; body: Record<string, unknown> } | undefined>((resolve) => {
        socket.on('open', () => resolve(undefined));
        socket.on('unexpected-response', async (_, response) => {
          const body = (await json(response)) as Record<string, unknown>;
          resolve({ status: response.statusCode ?? 0, body });
        });
      });
      return { socket, messages, closed, refused };
    },
    /** Ends API Gateway, with what is open, and starts it anew on what is kept; answers how much it goes on with. */
    async restart(): Promise<number> {
      gateway.close();
      gateway = open();
      for (const [type, id, properties] of made) await make(type, id, properties);
      return gateway.resume();
    },
    token,
    async close() {
      for (const socket of sockets) socket.terminate();
      gateway.close();
      await site.close();
      await door.close();
      await bench.close();
    },
  };
};

export type ApiBench = Awaited<ReturnType<typeof openApi>>;
