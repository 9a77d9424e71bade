import { once } from 'node:events';
import {
  ApiGatewayManagementApiClient,
  DeleteConnectionCommand,
  GetConnectionCommand,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import {
  ApiGatewayV2Client,
  GetApiCommand,
  GetApisCommand,
  GetRoutesCommand,
  GetStageCommand,
} from '@aws-sdk/client-apigatewayv2';
import { expect } from 'vitest';
import type { Ground } from '../ground.ts';

/** An API of a template as the API of APIs tells it, and what its owner may do with a connection to it. */
export const apigateway = async ({ config, siteUrl, socketsId: ApiId }: Ground): Promise<void> => {
  const client = new ApiGatewayV2Client(config);
  expect((await client.send(new GetApisCommand({ MaxResults: '1' }))).Items).toMatchObject([
    { ApiId, Name: 'sockets' },
  ]);
  expect(await client.send(new GetApiCommand({ ApiId }))).toMatchObject({ ProtocolType: 'WEBSOCKET' });
  expect((await client.send(new GetRoutesCommand({ ApiId }))).Items).toMatchObject([{ RouteKey: '$connect' }]);
  expect(await client.send(new GetStageCommand({ ApiId, StageName: 'live' }))).toMatchObject({ AutoDeploy: true });
  await expect(client.send(new GetApiCommand({ ApiId: 'none' }))).rejects.toMatchObject({ name: 'NotFoundException' });

  const address = `${siteUrl}/_aws/execute-api/${ApiId}/live`;
  const manager = new ApiGatewayManagementApiClient({ ...config, endpoint: address });
  const socket = new WebSocket(address.replace('http', 'ws'));
  await once(socket, 'open');
  // A message for which there is no route is answered with the id of its connection.
  socket.send('{"action":"none"}');
  const [{ data }] = (await once(socket, 'message')) as [MessageEvent<string>];
  const { connectionId: ConnectionId, message } = JSON.parse(data) as { connectionId: string; message: string };
  expect(message).toBe('Forbidden');
  expect(await manager.send(new GetConnectionCommand({ ConnectionId }))).toMatchObject({
    ConnectedAt: expect.any(Date),
    Identity: { SourceIp: expect.any(String) },
  });
  const received = once(socket, 'message');
  await manager.send(new PostToConnectionCommand({ ConnectionId, Data: 'hello' }));
  expect(((await received) as [MessageEvent<string>])[0].data).toBe('hello');
  const closed = once(socket, 'close');
  await manager.send(new DeleteConnectionCommand({ ConnectionId }));
  await closed;
  await expect(manager.send(new PostToConnectionCommand({ ConnectionId, Data: 'late' }))).rejects.toMatchObject({
    name: 'GoneException',
  });
  client.destroy();
  manager.destroy();
};
