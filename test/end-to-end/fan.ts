import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { WebSocket } from 'ws';
import { type Message, messagesIn } from '../../services/chat/model/message.ts';

// biome-ignore lint/suspicious/noExplicitAny: what an API answers; tests say what they expect of it.
type Json = any;
export type Reply = { status: number; headers: Headers; body: Json };

/** A conversation as a fan's browser has it. */
export type Fan = Awaited<ReturnType<typeof openFan>>;

export type FanOptions = {
  locale?: string;
  /** Sent with every request. */
  headers?: Record<string, string>;
  /** The loopback address that it comes from, such as `127.0.0.7`: each is somebody else to the limits. */
  from?: string;
};

const send = (url: string, method: string, body: unknown, { headers = {}, from }: FanOptions): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    const type = text === undefined ? {} : { 'content-type': 'application/json' };
    const options = { method, headers: { ...type, ...headers }, ...(from ? { localAddress: from } : {}) };
    const asking = request(url.replace('localhost', '127.0.0.1'), options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const said = Buffer.concat(chunks).toString();
        resolve({
          status: response.statusCode ?? 0,
          headers: new Headers(response.headers as Record<string, string>),
          body: said.startsWith('{') ? JSON.parse(said) : {},
        });
      });
    });
    asking.on('error', reject);
    asking.end(text);
  });

/** Opens a conversation at the site's address, which is asked for at every request: a runtime may start again elsewhere. */
export const openFan = async (siteUrl: string | (() => string), options: FanOptions = {}) => {
  const origin = typeof siteUrl === 'string' ? () => siteUrl : siteUrl;
  const call = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    send(`${origin()}${path}`, method, body, { ...options, headers: { ...options.headers, ...headers } });
  const opened = await call('POST', '/chat/conversations', { locale: options.locale ?? 'en' });
  if (opened.status !== 201) throw new Error(`a conversation was refused: ${JSON.stringify(opened.body)}`);
  const { conversationId: id, token, socket } = opened.body as Record<'conversationId' | 'token' | 'socket', string>;
  const mine = { 'conversation-token': token };
  const path = `/chat/conversations/${id}`;
  const sockets: WebSocket[] = [];

  return {
    ...{ id, token, socket, call },
    /** The messages behind `after`. */
    read: async (after = 0): Promise<Message[]> =>
      (await call('GET', `${path}/turns?after=${after}`, undefined, mine)).body.messages,
    /** Sends a question; answers what the API said. */
    ask: (text: unknown, turnId: unknown = randomUUID(), headers: Record<string, string> = mine) =>
      call('POST', `${path}/turns`, { turnId, text }, headers),
    /** A request about the conversation. */
    send: (method: string, below: string, body?: unknown, headers: Record<string, string> = mine) =>
      call(method, `${path}${below}`, body, headers),
    /** Follows the conversation over a socket, from the message behind `after`. */
    async follow(after = 0) {
      const told: Message[] = [];
      const waiting = new Set<() => void>();
      const place = `${origin().replace('http', 'ws').replace('localhost', '127.0.0.1')}${new URL(socket).pathname}`;
      const client = new WebSocket(`${place}?conversation=${id}&token=${token}`, { localAddress: options.from });
      sockets.push(client);
      client.on('message', (data) => {
        told.push(...messagesIn(data.toString()));
        for (const look of [...waiting]) look();
      });
      await new Promise((resolve, reject) => {
        client.once('open', resolve);
        client.once('error', reject);
      });
      // It may end at any moment, with the runtime.
      client.on('error', () => {});
      client.send(JSON.stringify({ action: 'resume', after }));
      return {
        told,
        client,
        /** Resolves when the messages told so far pass. */
        until: (test: (told: readonly Message[]) => boolean): Promise<void> =>
          new Promise((resolve) => {
            const look = (): void => {
              if (!test(told)) return;
              waiting.delete(look);
              resolve();
            };
            waiting.add(look);
            look();
          }),
        close: (): Promise<void> =>
          new Promise((resolve) => {
            client.once('close', () => resolve());
            client.close();
          }),
      };
    },
    hangUp(): void {
      for (const client of sockets) client.terminate();
    },
  };
};

/** Whether so many turns have their final messages. */
export const answered =
  (turns: number) =>
  (told: readonly Message[]): boolean =>
    told.filter(({ type }) => type === 'final').length >= turns;
