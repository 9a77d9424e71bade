import * as z from 'zod';
import { type CatchUpDeps, catchUp } from '../catch-up.ts';
import { type Committing, existing, isIdle } from '../changing.ts';
import { close } from '../close.ts';
import { OF_CONVERSATION } from '../ids.ts';
import type { PushDeps } from '../push.ts';
import { checkToken, type TokenDeps } from '../token.ts';

export const ReadMessagesInput = z.strictObject({
  ...OF_CONVERSATION,
  after: z.coerce.number('expected the number of the last message seen').int().min(0).default(0),
});
export type ReadMessagesInput = z.infer<typeof ReadMessagesInput>;

type Deps = TokenDeps & Committing & PushDeps & CatchUpDeps;

/** What has happened in a conversation behind the message that a client saw last. */
export const createReadMessages =
  (deps: Deps) =>
  async ({ id, token, after }: ReadMessagesInput) => {
    const renewed = await checkToken(deps, id, token);
    const found = existing(await deps.read(id), deps.now());
    if (found.state === 'open' && isIdle(found, deps.now())) await close(deps, id);
    const conversation = existing(await deps.read(id), deps.now());
    const messages = await catchUp(deps, conversation, after);
    return { messages, last: conversation.lastSeq, state: conversation.state, ...renewed };
  };
