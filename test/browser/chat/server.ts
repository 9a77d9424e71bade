import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { POLICY } from '../site/serve.ts';
import type { Body } from '../site/site.ts';
import { Conversation } from './conversation.ts';

/** A request that the API was sent. */
export type Asked = { method: string; path: string; body: Record<string, unknown>; token?: string };

type Refusal = { status: number; code: string; message?: string; after?: number };

/** The site with a chat whose every word a test says, on a port of its own. */
export const chatServer = async (files: ReadonlyMap<string, Body>) => {
  const conversations: Conversation[] = [];
  const asked: Asked[] = [];
  const resumed: number[] = [];
  const held: (() => void)[] = [];
  let opened = 0;
  const told = {
    /** Answers a turn; by default it says nothing. */
    turn: (_conversation: Conversation, _text: string): void => undefined,
    /** The next requests that match are refused, the first in the list first. */
    refusals: [] as { match: RegExp; refusal: Refusal }[],
    /** No request comes through. */
    down: false,
    /** No socket is let through. */
    socketless: false,
    /** Requests that match wait until `release`. */
    hold: undefined as RegExp | undefined,
    /** A token that the next answer carries. */
    renewed: undefined as string | undefined,
  };

  const api = async (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const body = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {};
    const { method = 'GET' } = request;
    const token = request.headers['conversation-token'] as string | undefined;
    asked.push({ method, path, body, token });
    const line = `${method} ${path}`;
    if (told.hold?.test(line)) await new Promise<void>((resolve) => held.push(resolve));
    const send = (status: number, said: object, headers: Record<string, string> = {}): void => {
      const fresh = /conversations\//.test(path) && told.renewed && { token: told.renewed };
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify({ ...said, ...fresh }));
    };
    const refuse = ({ status, code, message = code, after }: Refusal): void =>
      send(status, { error: { code, message } }, after === undefined ? {} : { 'retry-after': String(after) });
    const refused = told.refusals.findIndex(({ match }) => match.test(line));
    if (refused >= 0) {
      const [{ refusal } = { refusal: { status: 500, code: '' } }] = told.refusals.splice(refused, 1);
      refuse(refusal);
      return;
    }
    if (line === 'POST /chat/conversations') {
      const made = new Conversation(`c${++opened}`, String(body.locale));
      conversations.push(made);
      const socket = `ws://${request.headers.host}/socket`;
      send(201, { conversationId: made.id, token: made.token, expiresAt: '2030-01-01T00:00:00Z', socket, last: 0 });
      return;
    }
    const [, id, rest = ''] = /^\/chat\/conversations\/([^/?]+)(.*)$/.exec(path) ?? [];
    const own = conversations.find((one) => one.id === id);
    if (!own) return refuse({ status: 404, code: 'conversation-unknown' });
    if (token !== own.token) return refuse({ status: 401, code: 'token-unknown' });
    if (told.renewed) own.token = told.renewed;
    if (method === 'DELETE') {
      conversations.splice(conversations.indexOf(own), 1);
      for (const client of own.sockets) client.close();
      return send(200, {});
    }
    const after = /^\/turns\?after=(\d+)$/.exec(rest)?.[1];
    if (after) {
      return send(200, { messages: own.messages.filter(({ seq }) => seq > Number(after)), last: own.messages.length });
    }
    if (rest === '/hand-over') return send(202, {});
    if (rest !== '/turns') return send(200, {});
    const { turn, fresh } = own.take(String(body.turnId), String(body.text));
    send(202, { turn, seq: own.messages.length });
    if (fresh) told.turn(own, String(body.text));
  };

  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    if (path.startsWith('/chat/conversations')) {
      if (told.down) request.socket.destroy();
      else api(request, response, path).catch((error: unknown) => response.destroy(error as Error));
      return;
    }
    const { pathname } = new URL(path, 'http://localhost');
    const found = files.get(pathname);
    response.writeHead(found ? 200 : 404, {
      'content-type': found?.contentType ?? 'text/plain',
      'content-security-policy': POLICY,
    });
    response.end(found?.body);
  });
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const own = conversations.find(({ id }) => id === searchParams.get('conversation'));
    if (told.down || told.socketless || own?.token !== searchParams.get('token') || !own) {
      socket.destroy();
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client) => {
      own.sockets.add(client);
      client.on('close', () => {
        own.sockets.delete(client);
        own.listening.delete(client);
      });
      client.on('message', (data) => {
        const { after } = JSON.parse(String(data)) as { action: 'resume'; after: number };
        resumed.push(after);
        own.listening.add(client);
        for (const message of own.messages) if (message.seq > after) client.send(JSON.stringify(message));
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    origin: `http://127.0.0.1:${port}`,
    told,
    asked,
    /** Where clients asked to be told on from. */
    resumed,
    conversations,
    /** The conversation that was opened last. */
    get conversation(): Conversation {
      const last = conversations.at(-1);
      if (!last) throw new Error('No conversation was opened.');
      return last;
    },
    /** What was sent to a path of the API. */
    sent: (match: RegExp): Asked[] => asked.filter(({ method, path }) => match.test(`${method} ${path}`)),
    /** Breaks every socket without a word. */
    cut: (): void => {
      for (const client of sockets.clients) client.terminate();
    },
    release: (): void => {
      told.hold = undefined;
      for (const go of held.splice(0)) go();
    },
    close: (): void => {
      for (const client of sockets.clients) client.terminate();
      server.closeAllConnections();
      server.close();
    },
  };
};

export type ChatServer = Awaited<ReturnType<typeof chatServer>>;
