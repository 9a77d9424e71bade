import {
  ApiGatewayManagementApiClient,
  DeleteConnectionCommand,
  GetConnectionCommand,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ApiBench, openApi } from '../testing.ts';
import { last, TOLD, whenTold } from './testing.ts';

let api: ApiBench;
afterEach(() => api.close());

describe('the management of connections', () => {
  let client: ApiGatewayManagementApiClient;
  let connection: Awaited<ReturnType<ApiBench['connect']>>;
  let ConnectionId: string;
  beforeEach(async () => {
    api = await openApi({ protocol: 'WEBSOCKET' });
    await api.route('$connect', TOLD);
    await api.route('$disconnect', TOLD);
    connection = await api.connect('/live', { headers: { 'user-agent': 'test/1' } });
    ConnectionId = String((await whenTold(api, 'CONNECT')).requestContext.connectionId);
    client = new ApiGatewayManagementApiClient(api.management());
  });
  const post = (Data: string | Uint8Array, id = ConnectionId) =>
    client.send(new PostToConnectionCommand({ ConnectionId: id, Data }));

  test('sends a message to the client', async () => {
    await post('{"n":1}');
    expect(await last(connection.messages)).toEqual({ n: 1 });
  });

  test('tells when the connection was made and last used, and by whom', async () => {
    await api.clock.advance(5000);
    client = new ApiGatewayManagementApiClient(api.management());
    await post('{}');
    const { ConnectedAt, LastActiveAt, Identity } = await client.send(new GetConnectionCommand({ ConnectionId }));
    expect(ConnectedAt).toEqual(new Date(Date.UTC(2026, 0, 1)));
    expect(LastActiveAt).toEqual(new Date(Date.UTC(2026, 0, 1) + 5000));
    expect(Identity).toEqual({ SourceIp: '127.0.0.1', UserAgent: 'test/1' });
  });

  test('ends a connection, of which the disconnect route is told', async () => {
    await client.send(new DeleteConnectionCommand({ ConnectionId }));
    await connection.closed;
    await whenTold(api, 'DISCONNECT');
    await expect(post('x')).rejects.toMatchObject({ name: 'GoneException', $metadata: { httpStatusCode: 410 } });
  });

  test('knows neither connections that are gone nor those of another stage', async () => {
    const gone = { name: 'GoneException', $metadata: { httpStatusCode: 410 } };
    await expect(post('x', 'L0SM9cOFvHcCIhw=')).rejects.toMatchObject(gone);
    client = new ApiGatewayManagementApiClient(api.management('other'));
    await expect(post('x')).rejects.toMatchObject(gone);
  });

  test('refuses what is no id, and more than 128 KiB', async () => {
    await expect(post('x', 'no')).rejects.toMatchObject({
      name: 'BadRequestException',
      message: 'Invalid connectionId: no',
    });
    await expect(post('x'.repeat(128 * 1024 + 1))).rejects.toMatchObject({
      name: 'PayloadTooLargeException',
      $metadata: { httpStatusCode: 413 },
    });
  });

  test('needs the permission for the stage’s connections', async () => {
    const { accessKeyId, secretAccessKey, sessionToken } = api.identities.sessionFor(
      'arn:aws:iam::000000000000:role/worker',
      'session',
    );
    const credentials = { accessKeyId, secretAccessKey, sessionToken };
    client = new ApiGatewayManagementApiClient({ ...api.management(), credentials });
    await expect(post('x')).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining(
        `is not authorized to perform: execute-api:ManageConnections on resource: arn:aws:execute-api:us-east-1:000000000000:${api.id}/live/POST/@connections/${ConnectionId}`,
      ),
    });
  });
});
