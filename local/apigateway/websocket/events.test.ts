import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ApiBench, openApi } from '../testing.ts';
import { ID, TOLD, whenTold } from './testing.ts';

let api: ApiBench;
afterEach(() => api.close());

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
    expect(await whenTold(api, 'CONNECT')).toEqual({
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
    const event = await whenTold(api, 'MESSAGE');
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
    const { connectionId } = (await whenTold(api, 'CONNECT')).requestContext;
    expect(await whenTold(api, 'DISCONNECT')).toEqual({
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
    expect((await whenTold(api, 'DISCONNECT')).requestContext).toMatchObject({
      disconnectStatusCode: 4001,
      disconnectReason: 'bored',
    });
  });
});
