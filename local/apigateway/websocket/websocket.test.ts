// biome-ignore-all lint/suspicious/noTemplateCurlyInString: stage variables and selection expressions look so.
import {
  ApiGatewayManagementApiClient,
  DeleteConnectionCommand,
  GetConnectionCommand,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ApiBench, openApi } from '../testing.ts';

let api: ApiBench;
afterEach(() => api.close());

/** Says on its log what it was told, so that a test can see it. */
const TOLD =
  'export const handler = async (event) => { console.log(JSON.stringify(event)); return { statusCode: 200 }; };';
const ECHO = 'export const handler = async (event) => ({ statusCode: 200, body: JSON.stringify(event) });';

type Event = Record<string, unknown> & { requestContext: Record<string, unknown> };

/** The events that functions were told of, by type. */
const told = (type: string): Event[] =>
  api.logs
    .map(({ message }) => /\t(\{"[^\t]*\})$/.exec(message)?.[1])
    .filter((text) => text !== undefined)
    .map((text) => JSON.parse(text) as Event)
    .filter(({ requestContext }) => requestContext?.eventType === type);

const whenTold = async (type: string, count = 1): Promise<Event> => {
  await expect.poll(() => told(type).length, { timeout: 20_000 }).toBe(count);
  return told(type).at(-1) as Event;
};

const answering = async (key: string, code = ECHO): Promise<void> => {
  const RouteId = await api.route(key, code, { route: { RouteResponseSelectionExpression: '$default' } });
  await api.make('RouteResponse', `Response${key}`, { ApiId: api.id, RouteId, RouteResponseKey: '$default' });
};

const first = async <Item>(items: readonly Item[], count = 1): Promise<Item> => {
  await expect.poll(() => items.length, { timeout: 20_000 }).toBe(count);
  return items.at(-1) as Item;
};

const ID = /^[\w-]{15}=$/;

describe('events', () => {
  const domainName = () => `${api.id}.execute-api.us-east-1.amazonaws.com`;
  const context = () => ({
    extendedRequestId: expect.stringMatching(ID),
    requestTime: '01/Jan/2026:00:00:00 +0000',
    messageDirection: 'IN',
    stage: 'live',
    connectedAt: Date.UTC(2026, 0, 1),
    requestTimeEpoch: Date.UTC(2026, 0, 1),
    identity: { userAgent: 'test/1', sourceIp: '127.0.0.1' },
    requestId: expect.stringMatching(ID),
    domainName: domainName(),
    connectionId: expect.stringMatching(ID),
    apiId: api.id,
  });

  beforeEach(async () => {
    api = await openApi({ protocol: 'WEBSOCKET', stage: { StageVariables: { mode: 'x' } } });
    for (const key of ['$connect', '$disconnect', '$default']) await api.route(key, TOLD);
  });

  test('the connect route gets headers, query and context', async () => {
    await api.connect('/live?a=1&a=2&name=J%C3%BCrg', { headers: { 'user-agent': 'test/1', 'X-Own': 'own' } });
    const headers: Record<string, unknown> = {
      Host: domainName(),
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': expect.any(String),
      'Sec-WebSocket-Extensions': 'permessage-deflate; client_max_window_bits',
      'user-agent': 'test/1',
      'X-Own': 'own',
      'X-Amzn-Trace-Id': expect.stringMatching(/^Root=1-/),
      'X-Forwarded-For': '127.0.0.1',
      'X-Forwarded-Port': '443',
      'X-Forwarded-Proto': 'https',
    };
    expect(await whenTold('CONNECT')).toEqual({
      headers,
      multiValueHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
      queryStringParameters: { a: '2', name: 'Jürg' },
      multiValueQueryStringParameters: { a: ['1', '2'], name: ['Jürg'] },
      stageVariables: { mode: 'x' },
      requestContext: { ...context(), routeKey: '$connect', eventType: 'CONNECT' },
      isBase64Encoded: false,
    });
  });

  test('a message’s route gets its text', async () => {
    const { socket } = await api.connect('/live', { headers: { 'user-agent': 'test/1' } });
    socket.send('hällo');
    const event = await whenTold('MESSAGE');
    const { requestId } = event.requestContext;
    expect(event).toEqual({
      stageVariables: { mode: 'x' },
      requestContext: { ...context(), routeKey: '$default', eventType: 'MESSAGE', messageId: requestId },
      body: 'hällo',
      isBase64Encoded: false,
    });
  });

  test('the disconnect route is told who left and why', async () => {
    const { socket } = await api.connect('/live', { headers: { 'user-agent': 'test/1' } });
    socket.close();
    const headers = { Host: domainName(), 'x-api-key': '', 'X-Forwarded-For': '', 'x-restapi': '' };
    const { connectionId } = (await whenTold('CONNECT')).requestContext;
    expect(await whenTold('DISCONNECT')).toEqual({
      headers,
      multiValueHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
      stageVariables: { mode: 'x' },
      requestContext: {
        ...context(),
        connectionId,
        routeKey: '$disconnect',
        eventType: 'DISCONNECT',
        disconnectStatusCode: 1005,
        disconnectReason: 'Client-side close frame status not set',
      },
      isBase64Encoded: false,
    });
  });

  test('a client’s own code and words reach the disconnect route', async () => {
    const { socket } = await api.connect();
    socket.close(4001, 'bored');
    expect((await whenTold('DISCONNECT')).requestContext).toMatchObject({
      disconnectStatusCode: 4001,
      disconnectReason: 'bored',
    });
  });
});

describe('a message finds its route', () => {
  test('by the selection expression, else the default one; what the route answers goes back', async () => {
    api = await openApi({ protocol: 'WEBSOCKET' });
    for (const key of ['sing', '$default']) await answering(key);
    const { socket, messages } = await api.connect();
    const routed = async (message: string): Promise<unknown> => {
      const before = messages.length;
      socket.send(message);
      return ((await first(messages, before + 1)).requestContext as { routeKey: string }).routeKey;
    };
    expect(await routed('{"action":"sing"}')).toBe('sing');
    for (const other of ['{"action":"$connect"}', '{"action":"dance"}', '{"action":{}}', '{}', 'null', 'sing', '[1]'])
      expect(await routed(other)).toBe('$default');
  });

  test('by an expression of several parts', async () => {
    api = await openApi({
      protocol: 'WEBSOCKET',
      api: { RouteSelectionExpression: '${request.body.song.kind}/${request.body.verbs[1]}' },
    });
    await answering('rock/7');
    const { socket, messages } = await api.connect();
    socket.send('{"song":{"kind":"rock"},"verbs":[0,7]}');
    expect(await first(messages)).toMatchObject({ requestContext: { routeKey: 'rock/7' } });
  });

  test('or is told that there is none, by connection and request', async () => {
    api = await openApi({ protocol: 'WEBSOCKET' });
    await api.route('sing', TOLD);
    const { socket, messages } = await api.connect();
    socket.send('{"action":"dance"}');
    const expected = {
      message: 'Forbidden',
      connectionId: expect.stringMatching(ID),
      requestId: expect.stringMatching(ID),
    };
    expect(await first(messages)).toEqual(expected);
  });

  test('a route without a response keeps what its function answers to itself', async () => {
    api = await openApi({ protocol: 'WEBSOCKET' });
    await api.route('quiet', ECHO);
    await answering('loud');
    const { socket, messages } = await api.connect();
    socket.send('{"action":"quiet"}');
    socket.send('{"action":"loud"}');
    expect(await first(messages)).toMatchObject({ requestContext: { routeKey: 'loud' } });
  });

  test.each([
    ['throws', `export const handler = async () => { throw new Error('no'); };`],
    ['answers no status', 'export const handler = async () => undefined;'],
    ['answers a body that is no text', 'export const handler = async () => ({ statusCode: 200, body: {} });'],
  ])('a function that %s is an internal server error to the client', async (_, code) => {
    api = await openApi({ protocol: 'WEBSOCKET' });
    await api.route('$default', code);
    const { socket, messages } = await api.connect();
    socket.send('x');
    const expected = { connectionId: expect.stringMatching(ID), requestId: expect.stringMatching(ID) };
    expect(await first(messages)).toEqual({ message: 'Internal server error', ...expected });
  });

  test('a stand-in answers with its template', async () => {
    api = await openApi({ protocol: 'WEBSOCKET' });
    const ApiId = api.id;
    const IntegrationId = await api.make('Integration', 'Mock', {
      ...{ ApiId, IntegrationType: 'MOCK', IntegrationUri: '', RequestTemplates: { '200': '{"statusCode":200}' } },
      TemplateSelectionExpression: '200',
    });
    await api.make('IntegrationResponse', 'MockResponse', {
      ...{ ApiId, IntegrationId, IntegrationResponseKey: '/200/', ResponseTemplates: { '200': '{"pong":true}' } },
    });
    const RouteId = await api.make('Route', 'Ping', {
      ...{
        ApiId,
        RouteKey: 'ping',
        Target: `integrations/${IntegrationId}`,
        RouteResponseSelectionExpression: '$default',
      },
    });
    await api.make('RouteResponse', 'PingResponse', { ApiId, RouteId, RouteResponseKey: '$default' });
    const { socket, messages } = await api.connect();
    socket.send('{"action":"ping"}');
    expect(await first(messages)).toEqual({ pong: true });
  });

  test('messages beyond the route’s limit are told to wait', async () => {
    const RouteSettings = { $default: { ThrottlingRateLimit: 1, ThrottlingBurstLimit: 2 } };
    api = await openApi({ protocol: 'WEBSOCKET', stage: { RouteSettings } });
    await answering('$default');
    const { socket, messages } = await api.connect();
    for (const text of ['1', '2', '3']) socket.send(text);
    await first(messages, 3);
    expect(messages.filter(({ message }) => message === 'Too Many Requests')).toHaveLength(1);
  });
});

describe('a connection', () => {
  test('is refused where its route says so', async () => {
    api = await openApi({ protocol: 'WEBSOCKET' });
    await api.route('$connect', 'export const handler = async () => ({ statusCode: 402 });');
    expect((await api.connect()).refused?.status).toBe(402);
    expect(api.connections.size).toBe(0);
  });

  test('is refused as a bad gateway where its function fails, and as an error where it may not be called', async () => {
    api = await openApi({ protocol: 'WEBSOCKET' });
    await api.route('$connect', `export const handler = async () => { throw new Error('no'); };`);
    expect((await api.connect()).refused).toEqual({
      status: 502,
      body: { message: 'Internal server error', connectionId: expect.any(String), requestId: expect.any(String) },
    });
    await api.close();
    api = await openApi({ protocol: 'WEBSOCKET' });
    await api.route('$connect', TOLD, { permitted: false });
    expect((await api.connect()).refused?.status).toBe(500);
    expect(api.faults).toEqual([
      expect.objectContaining({ message: expect.stringContaining('lambda:InvokeFunction') }),
    ]);
  });

  test('is refused at a stage that is none', async () => {
    api = await openApi({ protocol: 'WEBSOCKET' });
    for (const path of ['/other', '/', '/live/more']) expect((await api.connect(path)).refused?.status).toBe(403);
  });

  test('speaks the protocol that its route chose among those offered', async () => {
    api = await openApi({ protocol: 'WEBSOCKET' });
    await api.route(
      '$connect',
      `export const handler = async (e) => ({ statusCode: 200, headers: { 'Sec-WebSocket-Protocol': e.headers['Sec-WebSocket-Protocol'].split(',')[1].trim() } });`,
    );
    expect((await api.connect('/live', { protocols: ['one', 'two'] })).socket.protocol).toBe('two');
  });

  test('ends after ten minutes of silence', async () => {
    api = await openApi({ protocol: 'WEBSOCKET' });
    await answering('$default');
    const { socket, messages, closed } = await api.connect();
    await api.clock.advance(9 * 60_000);
    socket.send('x');
    await first(messages);
    await api.clock.advance(9 * 60_000);
    expect(api.connections.size).toBe(1);
    await api.clock.advance(60_000);
    expect(await closed).toEqual({ code: 1001, reason: 'Going away' });
  });

  test('ends after two hours whatever it does', async () => {
    api = await openApi({ protocol: 'WEBSOCKET' });
    await api.route('$disconnect', TOLD);
    await answering('$default');
    const { socket, messages, closed } = await api.connect();
    for (let count = 1; count < 24; count++) {
      await api.clock.advance(5 * 60_000);
      socket.send('x');
      await first(messages, count);
    }
    await api.clock.advance(5 * 60_000);
    expect(await closed).toEqual({ code: 1001, reason: 'Going away' });
    expect((await whenTold('DISCONNECT')).requestContext).toMatchObject({
      disconnectStatusCode: 1001,
      disconnectReason: 'Going away',
    });
  });

  test.each<[string, (send: (data: string | Buffer, options?: object) => void) => void, number]>([
    ['a frame of more than 32 KiB', (send) => send('x'.repeat(32 * 1024 + 1)), 1009],
    [
      'a message of more than 128 KiB in frames that are small enough',
      (send) => {
        for (let part = 0; part < 5; part++) send('x'.repeat(30_000), { fin: false });
        send('', { fin: true });
      },
      1009,
    ],
    ['a binary frame', (send) => send(Buffer.of(1, 2)), 1003],
  ])('ends with %s', async (_, say, code) => {
    api = await openApi({ protocol: 'WEBSOCKET' });
    await api.route('$default', TOLD);
    const { socket, closed } = await api.connect();
    say((data, options) => socket.send(data, options ?? {}));
    expect((await closed).code).toBe(code);
    expect(told('MESSAGE')).toEqual([]);
  });

  test('takes a message of 128 KiB in frames of 32', async () => {
    api = await openApi({ protocol: 'WEBSOCKET' });
    await answering('$default', 'export const handler = async (e) => ({ statusCode: 200, body: `${e.body.length}` });');
    const { socket, messages } = await api.connect();
    for (let part = 0; part < 4; part++) socket.send('x'.repeat(32 * 1024), { fin: part === 3 });
    expect(await first(messages)).toBe(128 * 1024);
  });

  test('is told of its end once more where the runtime ended before', async () => {
    api = await openApi({ protocol: 'WEBSOCKET' });
    await api.route('$disconnect', TOLD);
    const { closed } = await api.connect();
    expect(await api.restart()).toBe(1);
    await closed;
    expect((await whenTold('DISCONNECT')).requestContext).toMatchObject({ disconnectStatusCode: 1001 });
    await expect.poll(() => api.restart()).toBe(0);
    expect(told('DISCONNECT')).toHaveLength(1);
  });

  test('is one too many after 500 in a second', async () => {
    api = await openApi({ protocol: 'WEBSOCKET' });
    const opened = await Promise.all(Array.from({ length: 501 }, () => api.connect()));
    expect(opened.filter(({ refused }) => refused?.status === 429)).toHaveLength(1);
    expect(api.connections.size).toBe(500);
    for (const { socket } of opened) socket.close();
    await expect.poll(() => api.connections.size).toBe(0);
    await api.clock.advance(1000);
    expect((await api.connect()).refused).toBeUndefined();
    expect(api.clock.next()).toBeDefined();
  });
});

describe('the management of connections', () => {
  let client: ApiGatewayManagementApiClient;
  let connection: Awaited<ReturnType<ApiBench['connect']>>;
  let ConnectionId: string;
  beforeEach(async () => {
    api = await openApi({ protocol: 'WEBSOCKET' });
    await api.route('$connect', TOLD);
    await api.route('$disconnect', TOLD);
    connection = await api.connect('/live', { headers: { 'user-agent': 'test/1' } });
    ConnectionId = String((await whenTold('CONNECT')).requestContext.connectionId);
    client = new ApiGatewayManagementApiClient(api.management());
  });
  const post = (Data: string | Uint8Array, id = ConnectionId) =>
    client.send(new PostToConnectionCommand({ ConnectionId: id, Data }));

  test('sends a message to the client', async () => {
    await post('{"n":1}');
    expect(await first(connection.messages)).toEqual({ n: 1 });
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
    await whenTold('DISCONNECT');
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
    expect((await whenTold('CONNECT')).requestContext.authorizer).toEqual({
      level: '3',
      admin: 'true',
      principalId: 'ann',
    });
    expect(await whenTold('AUTHORIZE')).toMatchObject({
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
    expect(told('CONNECT')).toEqual([]);
  });
});
