// biome-ignore-all lint/suspicious/noTemplateCurlyInString: selection expressions look so.
import { afterEach, describe, expect, test } from 'vitest';
import { type ApiBench, openApi } from '../testing.ts';
import { answering, ECHO, ID, last, TOLD } from './testing.ts';

let api: ApiBench;
afterEach(() => api.close());

describe('a message finds its route', () => {
  test('by the selection expression, else the default one; what the route answers goes back', async () => {
    api = await openApi({ protocol: 'WEBSOCKET' });
    for (const key of ['sing', '$default']) await answering(api, key);
    const { socket, messages } = await api.connect();
    const routed = async (message: string): Promise<unknown> => {
      const before = messages.length;
      socket.send(message);
      return ((await last(messages, before + 1)).requestContext as { routeKey: string }).routeKey;
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
    await answering(api, 'rock/7');
    const { socket, messages } = await api.connect();
    socket.send('{"song":{"kind":"rock"},"verbs":[0,7]}');
    expect(await last(messages)).toMatchObject({ requestContext: { routeKey: 'rock/7' } });
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
    expect(await last(messages)).toEqual(expected);
  });

  test('a route without a response keeps what its function answers to itself', async () => {
    api = await openApi({ protocol: 'WEBSOCKET' });
    await api.route('quiet', ECHO);
    await answering(api, 'loud');
    const { socket, messages } = await api.connect();
    socket.send('{"action":"quiet"}');
    socket.send('{"action":"loud"}');
    expect(await last(messages)).toMatchObject({ requestContext: { routeKey: 'loud' } });
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
    expect(await last(messages)).toEqual({ message: 'Internal server error', ...expected });
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
    expect(await last(messages)).toEqual({ pong: true });
  });

  test('messages beyond the route’s limit are told to wait', async () => {
    const RouteSettings = { $default: { ThrottlingRateLimit: 1, ThrottlingBurstLimit: 2 } };
    api = await openApi({ protocol: 'WEBSOCKET', stage: { RouteSettings } });
    await answering(api, '$default');
    const { socket, messages } = await api.connect();
    for (const text of ['1', '2', '3']) socket.send(text);
    await last(messages, 3);
    expect(messages.filter(({ message }) => message === 'Too Many Requests')).toHaveLength(1);
  });

  test('a route without an integration is an error', async () => {
    api = await openApi({ protocol: 'WEBSOCKET' });
    await api.make('Route', 'Bare', { ApiId: api.id, RouteKey: '$default' });
    const { socket, messages } = await api.connect();
    socket.send('x');
    expect(await last(messages)).toMatchObject({ message: 'Internal server error' });
  });
});
