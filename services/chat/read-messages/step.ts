import * as z from 'zod';
import { type CatchUpDeps, catchUp } from '../catch-up.ts';
import { type ChangeDeps, existing, isIdle } from '../changing.ts';
import { close } from '../close.ts';
import { OF_CONVERSATION } from '../ids.ts';
import { checkToken, longerToken, type TokenDeps } from '../token.ts';

export const ReadMessagesInput = z.strictObject({
  ...OF_CONVERSATION,
  after: z.coerce.number('expected the number of the last message seen').int().min(0).default(0),
});
export type ReadMessagesInput = z.infer<typeof ReadMessagesInput>;

type Deps = TokenDeps & ChangeDeps & CatchUpDeps;

/**
 * What has happened in a conversation behind the message that a client saw last. While a person is waited for, the token answered is
 * good for as long as the conversation is kept.
 */
export const createReadMessages =
  (deps: Deps) =>
  async ({ id, token, after }: ReadMessagesInput) => {
    const renewed = await checkToken(deps, id, token);
    const find = async () => existing(await deps.read(id), deps.now());
    let conversation = await find();
    if (conversation.state === 'open' && isIdle(conversation, deps.now())) {
      await close(deps, id);
      conversation = await find();
    }
    const messages = await catchUp(deps, conversation, after);
    const { lastSeq: last, state, ticket, expiresAt } = conversation;
    const lasting = ticket?.state === 'waiting' ? await longerToken(deps, id, token, expiresAt * 1000) : {};
    return { messages, last, state, ...renewed, ...lasting };
  };
