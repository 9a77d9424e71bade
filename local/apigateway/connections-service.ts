import { AwsError } from '../aws/error.ts';
import type { Service } from '../aws/service.ts';
import { deleteConnection } from './actions/delete-connection.ts';
import { getConnection } from './actions/get-connection.ts';
import { postToConnection } from './actions/post-to-connection.ts';
import { addressOf } from './find-api.ts';
import { decoded } from './request.ts';
import type { Connections } from './websocket/connections.ts';

const OPERATIONS: Readonly<Record<string, { name: string; status: number }>> = {
  POST: { name: 'PostToConnection', status: 200 },
  GET: { name: 'GetConnection', status: 200 },
  DELETE: { name: 'DeleteConnection', status: 204 },
};

const PATH = /^\/([^/]+)\/@connections\/([^/]+)$/;

/** The API Gateway Management API: `/<stage>/@connections/<id>` at the address of a WebSocket API. */
export const connectionsService = (connections: Connections): Service => ({
  name: 'execute-api',
  operations: {
    PostToConnection: postToConnection(connections),
    GetConnection: getConnection(connections),
    DeleteConnection: deleteConnection(connections),
  },
  async handle(request, context, cloud) {
    const address = addressOf(request.headers.host ?? '', request.rawPath) ?? {
      path: request.rawPath,
      apiId: undefined,
    };
    const [, stage, id] = PATH.exec(address.path) ?? [];
    const operation = OPERATIONS[request.method];
    if (stage === undefined || id === undefined || !operation)
      throw new AwsError('ForbiddenException', 'Forbidden', 403);
    const input = {
      ...{ ConnectionId: decoded(id), stage: decoded(stage) },
      ...(address.apiId === undefined ? {} : { apiId: address.apiId }),
      ...(request.method === 'POST' ? { Data: request.body } : {}),
    };
    const output = await cloud.call('execute-api', operation.name, input, context.principal, context);
    const headers = { 'content-type': 'application/json' };
    return request.method === 'GET'
      ? { status: operation.status, headers, body: JSON.stringify(output) }
      : { status: operation.status, headers };
  },
});
