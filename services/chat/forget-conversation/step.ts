import * as z from 'zod';
import { OF_CONVERSATION } from '../ids.ts';
import type { PushDeps } from '../push.ts';
import type { Stored } from '../store/conversations.ts';
import { checkToken, type TokenDeps } from '../token.ts';

export const ForgetConversationInput = z.strictObject(OF_CONVERSATION);
export type ForgetConversationInput = z.infer<typeof ForgetConversationInput>;

type Deps = TokenDeps &
  Pick<PushDeps, 'hangUp'> & {
    read: (id: string) => Promise<Stored | undefined>;
    forget: (id: string) => Promise<void>;
  };

/** Forgets a conversation and all that is kept of it. Once more changes nothing. */
export const createForgetConversation =
  (deps: Deps) =>
  async ({ id, token }: ForgetConversationInput): Promise<object> => {
    await checkToken(deps, id, token);
    const conversation = await deps.read(id);
    await deps.forget(id);
    await Promise.all((conversation?.sockets ?? []).map((socket) => deps.hangUp(socket)));
    return { conversationId: id, forgotten: true };
  };
