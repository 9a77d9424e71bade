// biome-ignore-all lint/suspicious/noTemplateCurlyInString: functions stand in texts.
import { afterEach, describe, expect, test } from 'vitest';
import { type ApiBench, openApi } from '../testing.ts';
import { answering, last, TOLD, told, whenTold } from './testing.ts';

let api: ApiBench;
afterEach(() => api.close());

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
    await answering(api, '$default');
    const { socket, messages, closed } = await api.connect();
    await api.clock.advance(9 * 60_000);
    socket.send('x');
    await last(messages);
    await api.clock.advance(9 * 60_000);
    expect(api.connections.size).toBe(1);
    await api.clock.advance(60_000);
    expect(await closed).toEqual({ code: 1001, reason: 'Going away' });
  });

  test('ends after two hours whatever it does', async () => {
    api = await openApi({ protocol: 'WEBSOCKET' });
    await api.route('$disconnect', TOLD);
    await answering(api, '$default');
    const { socket, messages, closed } = await api.connect();
    for (let count = 1; count < 24; count++) {
      await api.clock.advance(5 * 60_000);
      socket.send('x');
      await last(messages, count);
    }
    await api.clock.advance(5 * 60_000);
    expect(await closed).toEqual({ code: 1001, reason: 'Going away' });
    expect((await whenTold(api, 'DISCONNECT')).requestContext).toMatchObject({
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
    expect(told(api, 'MESSAGE')).toEqual([]);
  });

  test('takes a message of 128 KiB in frames of 32', async () => {
    api = await openApi({ protocol: 'WEBSOCKET' });
    await answering(
      api,
      '$default',
      'export const handler = async (e) => ({ statusCode: 200, body: `${e.body.length}` });',
    );
    const { socket, messages } = await api.connect();
    for (let part = 0; part < 4; part++) socket.send('x'.repeat(32 * 1024), { fin: part === 3 });
    expect(await last(messages)).toBe(128 * 1024);
  });

  test('is told of its end once more where the runtime ended before', async () => {
    api = await openApi({ protocol: 'WEBSOCKET' });
    await api.route('$disconnect', TOLD);
    const { closed } = await api.connect();
    expect(await api.restart()).toBe(1);
    await closed;
    expect((await whenTold(api, 'DISCONNECT')).requestContext).toMatchObject({ disconnectStatusCode: 1001 });
    // Once the function has ended nothing is left to be told, and a further start tells nothing.
    await expect.poll(() => api.logs.some(({ message }) => message.startsWith('REPORT '))).toBe(true);
    await api.clock.advance(0);
    expect(await api.restart()).toBe(0);
    expect(told(api, 'DISCONNECT')).toHaveLength(1);
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

  test('ends with its API', async () => {
    api = await openApi({ protocol: 'WEBSOCKET' });
    const { closed } = await api.connect();
    await api.remove('Api', 'Api', api.id);
    expect(await closed).toEqual({ code: 1001, reason: 'Going away' });
    expect((await api.connect()).refused?.status).toBe(404);
    await expect.poll(() => api.connections.size).toBe(0);
  });
});
