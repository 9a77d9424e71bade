import type { Message } from './model/message.ts';

export type PushDeps = {
  post: (connectionId: string, text: string) => Promise<boolean>;
  hangUp: (connectionId: string) => Promise<void>;
  detach: (conversationId: string, connectionId: string) => Promise<void>;
  warn: (message: string, fields: Record<string, unknown>) => void;
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
    for (const message of messages) {
      if (await deps.post(connectionId, JSON.stringify(message))) continue;
      return await deps.detach(conversationId, connectionId);
    }
  } catch (error) {
    deps.warn('a socket could not be told and is ended', { connectionId, error });
    await deps.detach(conversationId, connectionId);
    await deps
      .hangUp(connectionId)
      .catch((cause) => deps.warn('it could not be ended', { connectionId, error: cause }));
  }
};
