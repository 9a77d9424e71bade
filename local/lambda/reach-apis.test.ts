import { createServer, type Server } from 'node:http';
import { request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';

const HOST = 'abcdefghij.execute-api.us-east-1.amazonaws.com';

let server: Server;
beforeAll(async () => {
  server = createServer(({ method, url, headers }, response) => response.end(`${method} ${headers.host}${url}`));
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket, { url, headers }) => socket.send(`${headers.host}${url}`));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  process.env.AWS_ENDPOINT_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await import(new URL('./reach-apis.mjs', import.meta.url).href);
});
afterAll(() => server.close());

test('fetch reaches an API by its name', async () => {
  for (const path of ['/one', '/two'])
    expect(await (await fetch(`https://${HOST}${path}`)).text()).toBe(`GET ${HOST}${path}`);
});

test('so does a request of node:https', async () => {
  const said = await new Promise<string>((resolve, reject) => {
    const sent = request(`https://${HOST}/three`, { method: 'PUT' }, async (response) => {
      const chunks: string[] = [];
      for await (const chunk of response) chunks.push(String(chunk));
      resolve(chunks.join(''));
    });
    sent.on('error', reject).end();
  });
  expect(said).toBe(`PUT ${HOST}/three`);
});

test('so does a WebSocket', async () => {
  const socket = new WebSocket(`wss://${HOST}/live`);
  const said = await new Promise((resolve, reject) => {
    socket.on('message', (data) => resolve(data.toString()));
    socket.on('error', reject);
  });
  socket.close();
  expect(said).toBe(`${HOST}/live`);
});

test('every other name is left as it is', async () => {
  const { port } = server.address() as AddressInfo;
  await expect(fetch(`https://127.0.0.1:${port}/`)).rejects.toThrow('fetch failed');
});

test('a name below localhost that begins with an account’s id leads to the endpoint', async () => {
  const { port } = server.address() as AddressInfo;
  const host = `000000000000.localhost:${port}`;
  expect(await (await fetch(`http://${host}/key-value-stores`)).text()).toBe(`GET ${host}/key-value-stores`);
  await expect(fetch(`http://none.invalid:${port}/`)).rejects.toThrow('fetch failed');
});
