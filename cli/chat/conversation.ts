import { randomUUID } from 'node:crypto';
import { ApiError } from '../api.ts';
import type { Kept } from './kept.ts';

export type Source = { path: string; title: string; heading?: string; itemId?: string };
export type Suggestion = { do: string; label: string; question?: string };
export type Answer = {
  outcome: string;
  locale: string;
  text: string;
  sources: readonly Source[];
  suggestions: readonly Suggestion[];
};
export type Message = {
  type: 'accepted' | 'typing' | 'part' | 'final' | 'hand-over' | 'closed';
  seq: number;
  turn?: number;
  turnId?: string;
  text?: string;
  state?: string;
  answer?: Answer;
};

type Reply = {
  conversationId?: string;
  token?: string;
  socket?: string;
  turn?: number;
  messages?: Message[];
  error?: { code: string; message: string };
};

/** How long an answer is waited for, in milliseconds. */
const PATIENCE = 60_000;

/** How long a question waits that came too fast, and how often, before that is told. */
const MOST_WAITS = 5;

/** A conversation with the chatbot, as a fan has it. */
export type Conversation = Awaited<ReturnType<typeof openConversation>>;

/** Opens a conversation at the site, or goes on with one. Throws `ApiError` for whatever the API refuses. */
export const openConversation = async (siteUrl: string, locale: string, known?: Kept) => {
  const call = async (method: string, path: string, token?: string, body?: object): Promise<Reply> => {
    for (let attempt = 0; ; attempt++) {
      const response = await fetch(new URL(path, siteUrl), {
        method,
        headers: {
          ...(body ? { 'content-type': 'application/json' } : {}),
          ...(token ? { 'conversation-token': token } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      const reply = (await response.json().catch(() => ({}))) as Reply;
      if (response.ok) return reply;
      const wait = Number(response.headers.get('retry-after'));
      if (response.status === 429 && wait > 0 && attempt < MOST_WAITS) {
        await new Promise((resolve) => setTimeout(resolve, wait * 1000));
        continue;
      }
      const { code = `http-${response.status}`, message = `HTTP ${response.status}` } = reply.error ?? {};
      throw new ApiError(response.status, code, message);
    }
  };

  const kept: Kept = known ?? (await opened(call, locale));
  const path = `/chat/conversations/${kept.conversationId}`;
  const read = async (): Promise<Message[]> => {
    const { messages = [], token } = await call('GET', `${path}/turns?after=${kept.last}`, kept.token);
    kept.token = token ?? kept.token;
    kept.last = messages.at(-1)?.seq ?? kept.last;
    return messages;
  };

  return {
    kept,
    read,
    /** Asks, tells each message as it comes, and answers when the answer is there. */
    async ask(text: string, tell: (message: Message) => void = () => {}): Promise<Answer> {
      const turnId = randomUUID();
      const { token } = await call('POST', `${path}/turns`, kept.token, { turnId, text });
      kept.token = token ?? kept.token;
      const deadline = Date.now() + PATIENCE;
      for (let pause = 20; Date.now() < deadline; pause = Math.min(500, pause * 1.5)) {
        let final: Message | undefined;
        for (const message of await read()) {
          tell(message);
          if (message.type === 'final' && message.turnId === turnId) final = message;
        }
        if (final?.answer) return final.answer;
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
      throw new ApiError(
        504,
        'no-answer',
        `There was no answer within ${PATIENCE / 1000} s; it comes when it can: ask again with --conversation ${kept.conversationId}.`,
      );
    },
  };
};

type CallApi = (method: string, path: string, token?: string, body?: object) => Promise<Reply>;

const opened = async (call: CallApi, locale: string): Promise<Kept> => {
  const { conversationId = '', token = '' } = await call('POST', '/chat/conversations', undefined, { locale });
  return { conversationId, token, last: 0 };
};
