import * as z from 'zod';
import { type ChangeDeps, existing } from '../changing.ts';
import { ConversationId } from '../ids.ts';
import { checkToken, type TokenDeps } from '../token.ts';

export const OpenSocketInput = z.strictObject({
  connectionId: z.string().min(1),
  conversation: ConversationId,
  token: z.string().max(300).optional(),
});
export type OpenSocketInput = z.infer<typeof OpenSocketInput>;

type Deps = TokenDeps &
  Pick<ChangeDeps, 'read'> & {
    noteSocket: (connectionId: string, conversationId: string, expiresAt: number) => Promise<void>;
  };

/** Longest life of a connection that API Gateway allows, and a little: milliseconds. */
const LONGEST_LIFE = 2.5 * 3_600_000;

/** Lets a socket in whose client has the conversation's token. It is told of nothing before it says what it has seen. */
export const createOpenSocket =
  (deps: Deps) =>
  async ({ connectionId, conversation, token }: OpenSocketInput): Promise<void> => {
    await checkToken(deps, conversation, token);
    existing(await deps.read(conversation), deps.now());
    await deps.noteSocket(connectionId, conversation, Math.ceil((deps.now() + LONGEST_LIFE) / 1000));
  };
