import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import type { Message } from '../../services/chat/model/message.ts';

export type Reply = { status: number; body: Record<string, never> & Record<string, unknown>; headers: Headers };

/** A conversation as a fan's browser has it. */
export type Fan = Awaited<ReturnType<typeof openFan>>;

/** Opens a conversation at the site's address. */
export const openFan = async (siteUrl: string, locale = 'en', more: Record<string, string> = {}) => {
  const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`${siteUrl}${path}`, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...more, ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : {} };
  };
  const opened = await call('POST', '/chat/conversations', { locale });
  if (opened.status !== 201) throw new Error(`a conversation was refused: ${JSON.stringify(opened.body)}`);
  const { conversationId: id, token, socket } = opened.body as Record<string, string>;
  const mine = { 'conversation-token': token as string };
  const path = `/chat/conversations/${id}`;
  const sockets: WebSocket[] = [];

  const read = async (after = 0): Promise<Message[]> =>
    (await call('GET', `${path}/turns?after=${after}`, undefined, mine)).body.messages;

  return {
    ...{ id: id as string, token: token as string, socket: socket as string, call, read },
    /** Sends a question; answers what the API said. */
    ask: (text: unknown, turnId: unknown = randomUUID(), headers: Record<string, string> = mine) =>
      call('POST', `${path}/turns`, { turnId, text }, headers),
    send: (method: string, below: string, body?: unknown, headers: Record<string, string> = mine) =>
      call(method, `${path}${below}`, body, headers),
    /** Follows the conversation over a socket, from the message behind `after`. */
    async follow(after = 0) {
      const told: Message[] = [];
      const waiting = new Set<() => void>();
      const client = new WebSocket(`${socket}?conversation=${id}&token=${token}`);
      sockets.push(client);
      client.on('message', (data) => {
        told.push(JSON.parse(data.toString()));
        for (const look of [...waiting]) look();
      });
      await new Promise((resolve, reject) => {
        client.once('open', resolve);
        client.once('error', reject);
      });
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

/** Whether the turns up to `turn` have their final messages. */
export const answered =
  (turn: number) =>
  (told: readonly Message[]): boolean =>
    told.filter(({ type }) => type === 'final').length >= turn;
