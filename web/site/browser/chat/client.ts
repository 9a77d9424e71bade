import type { Session } from './kept.ts';
import type { Message, Opened, Verdict } from './protocol.ts';

const API = '/chat/conversations';

/** How long an answer of the API may take, in milliseconds; then it counts as not there. */
const PATIENCE = 15_000;

/** The API said no. `after` is how many seconds to wait where it said so. */
export class Refused extends Error {
  override name = 'Refused';
  readonly code: string;
  readonly status: number;
  readonly after: number;
  constructor(status: number, code: string, message: string, after: number) {
    super(message);
    this.status = status;
    this.code = code;
    this.after = after;
  }
}

/** The API was not reached, or did not answer in time. */
export class Unreachable extends Error {
  override name = 'Unreachable';
}

const LOST = ['token-expired', 'token-unknown', 'conversation-unknown', 'conversation-closed'];

/** Whether the conversation cannot be gone on with, so that a new one is opened. */
export const isLost = (error: unknown): boolean =>
  error instanceof Refused && (LOST.includes(error.code) || error.status === 401 || error.status === 410);

type Said = { token?: string; expiresAt?: string; error?: { code?: string; message?: string } };

const request = async (method: string, path: string, token?: string, body?: unknown): Promise<Said> => {
  let response: Response;
  let text: string;
  try {
    response = await fetch(API + path, {
      method,
      headers: {
        ...(token && { 'conversation-token': token }),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      body: body ? JSON.stringify(body) : undefined,
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE),
    });
    text = await response.text();
  } catch (cause) {
    throw new Unreachable('The chat was not reached.', { cause });
  }
  const said = read(text);
  if (response.ok) return said;
  const { code = '', message = `${response.status}` } = said.error ?? {};
  throw new Refused(response.status, code, message, Number(response.headers.get('retry-after')) || 5);
};

/** What is between the reader and the API may answer with a page. */
const read = (text: string): Said => {
  try {
    return JSON.parse(text) as Said;
  } catch {
    return {};
  }
};

/** Opens a conversation in a language. Throws `Refused` or `Unreachable`, as all of these do. */
export const openConversation = async (locale: string): Promise<Session> => {
  const { conversationId, token, expiresAt, socket } = (await request('POST', '', undefined, { locale })) as Opened;
  return { id: conversationId, token, expiresAt, socket, last: 0 };
};

/** Where the conversation's socket is. */
export const socketOf = ({ socket, id, token }: Session): string => {
  const address = new URL(socket);
  address.searchParams.set('conversation', id);
  address.searchParams.set('token', token);
  return address.href;
};

/** Speaks for one conversation. A fresh token in an answer takes the old one's place in the session. */
export const clientOf = (session: Session, renewed: () => void) => {
  const ask = async (method: string, path = '', body?: unknown): Promise<Said> => {
    const said = await request(method, `/${encodeURIComponent(session.id)}${path}`, session.token, body);
    if (said.token) {
      session.token = said.token;
      session.expiresAt = said.expiresAt ?? session.expiresAt;
      renewed();
    }
    return said;
  };
  return {
    /** The same `turnId` again is the same turn, so this may be tried until it is answered. */
    ask: async (turnId: string, text: string): Promise<number> =>
      ((await ask('POST', '/turns', { turnId, text })) as { turn: number }).turn,
    read: async (after: number): Promise<readonly Message[]> =>
      ((await ask('GET', `/turns?after=${after}`)) as { messages?: Message[] }).messages ?? [],
    judge: (turn: number, verdict: Verdict) => ask('POST', `/turns/${turn}/feedback`, verdict),
    later: (turn: number) => ask('POST', `/turns/${turn}/later`),
    person: () => ask('POST', '/hand-over'),
    forget: () => ask('DELETE'),
  };
};

export type Client = ReturnType<typeof clientOf>;
