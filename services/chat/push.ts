import type { Message } from './model/message.ts';

export type PushDeps = {
  post: (connectionId: string, text: string) => Promise<boolean>;
  hangUp: (connectionId: string) => Promise<void>;
  detach: (conversationId: string, connectionId: string) => Promise<void>;
  warn: (message: string, fields: Record<string, unknown>) => void;
};

/** Characters of a frame. API Gateway delivers 32 KB in one. @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html */
const LONGEST_FRAME = 10_000;

/** Sends messages to one socket in as few frames as hold them, in order; false where it has ended. */
export const postAll = async (
  { post }: Pick<PushDeps, 'post'>,
  connectionId: string,
  messages: readonly Message[],
): Promise<boolean> => {
  const frames: string[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const message of messages) {
    const text = JSON.stringify(message);
    if (length + text.length > LONGEST_FRAME) frames.push([]);
    length = length + text.length > LONGEST_FRAME ? text.length : length + text.length;
    frames.at(-1)?.push(text);
  }
  for (const [first = '', ...more] of frames) {
    if (!(await post(connectionId, more.length > 0 ? `[${[first, ...more].join(',')}]` : first))) return false;
  }
  return true;
};

type Told = { conversationId: string; sockets: readonly string[] };

/**
 * Tells the sockets of a conversation what has been written down. Never fails: a socket that cannot be told is ended, and its
 * client catches up when it comes back.
 */
export const push = async (
  deps: PushDeps,
  { conversationId, sockets }: Told,
  messages: readonly Message[],
): Promise<void> => {
  await Promise.all(sockets.map((connectionId) => tell(deps, conversationId, connectionId, messages)));
};

const tell = async (
  deps: PushDeps,
  conversationId: string,
  connectionId: string,
  messages: readonly Message[],
): Promise<void> => {
  try {
    if (await postAll(deps, connectionId, messages)) return;
    await deps.detach(conversationId, connectionId);
  } catch (error) {
    deps.warn('a socket could not be told and is ended', { connectionId, error });
    await deps.detach(conversationId, connectionId);
    await deps
      .hangUp(connectionId)
      .catch((cause) => deps.warn('it could not be ended', { connectionId, error: cause }));
  }
};
