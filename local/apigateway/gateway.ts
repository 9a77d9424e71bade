import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Service } from '../aws/service.ts';
import { type ApiResponse, message } from './answer.ts';
import { connectionsService } from './connections-service.ts';
import { addressOf, findApi } from './find-api.ts';
import { createHttpApis } from './http/http-apis.ts';
import { createInvoke } from './invoke.ts';
import { managementService } from './management-service.ts';
import { type Api, domainOf } from './model.ts';
import type { GatewayOptions } from './options.ts';
import type { ApiRequest } from './request.ts';
import { apiGatewayResources } from './resources/resources.ts';
import { createWebSocketApis } from './websocket/websocket-apis.ts';

/** API Gateway: HTTP and WebSocket APIs, and the services that look after them. */
export const createApiGateway = (options: GatewayOptions) => {
  const apis = new Map<string, Api>();
  const invoke = createInvoke(options);
  const answerHttp = createHttpApis(options, invoke);
  const sockets = createWebSocketApis(options, apis, invoke);
  const services: Service[] = [connectionsService(sockets.connections), managementService(apis)];

  return {
    services,
    connections: sockets.connections,
    resourceTypes: apiGatewayResources(apis, options.clock, (apiId) => sockets.connections.closeApi(apiId)),

    /** Whether a request is for an API, by its host or its path. */
    takes: (host: string, path: string): boolean => addressOf(host, path) !== undefined && !MANAGEMENT.test(path),

    /** Whether a request is for the management of an API's connections, which is an AWS service. */
    manages: (host: string, path: string): boolean => addressOf(host, path) !== undefined && MANAGEMENT.test(path),

    /** Answers a request that is for an API. */
    answer(request: ApiRequest): Promise<ApiResponse> | ApiResponse {
      const found = findApi(apis, request.headers.host ?? '', request.path);
      if (!found) return message(404, 'Not Found');
      // A WebSocket API takes nothing but upgrades at its stages.
      if (found.api.protocol !== 'HTTP') return message(403, 'Forbidden');
      const headers = { ...request.headers, host: domainOf(found.api.id, options.region) };
      return answerHttp(found.api, { ...request, headers }, found.path);
    },

    /** Whether a host is an API's. */
    has: (host: string): boolean => findApi(apis, host, '/') !== undefined,

    /** Takes an upgrade that is for a WebSocket API, `at` its own address or a distribution's origin; false where it is for none. */
    upgrade(incoming: IncomingMessage, socket: Duplex, head: Buffer, at = placeOf(incoming)): boolean {
      const found = findApi(apis, at.host, at.path);
      if (found?.api.protocol !== 'WEBSOCKET') return false;
      sockets.upgrade(found.api, found.path, incoming, socket, head);
      return true;
    },

    /** Tells the ends of connections that an earlier run had open; answers how many. */
    resume: () => sockets.resume(),
    close: () => sockets.close(),
  };
};

const MANAGEMENT = /^[^?]*\/@connections\//;

const placeOf = ({ headers, url = '/' }: IncomingMessage): { host: string; path: string } => ({
  host: headers.host ?? '',
  path: url.split('?')[0] ?? '/',
});

export type ApiGateway = ReturnType<typeof createApiGateway>;
