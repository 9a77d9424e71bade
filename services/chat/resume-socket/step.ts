import * as z from 'zod';
import { Refusal } from '../../shared/refusal.ts';
import { type CatchUpDeps, catchUp } from '../catch-up.ts';
import { type ChangeDeps, ConversationBusyError, existing, untold } from '../changing.ts';
import { postAll, push } from '../push.ts';
import { MOST_SOCKETS } from '../settings.ts';

export const ResumeSocketInput = z.object({
  connectionId: z.string().min(1),
  after: z.int('expected the number of the last message seen').min(0).default(0),
});
export type ResumeSocketInput = z.infer<typeof ResumeSocketInput>;

type Deps = CatchUpDeps &
  Pick<ChangeDeps, 'now' | 'read' | 'post' | 'hangUp' | 'detach' | 'warn'> & {
    conversationOf: (connectionId: string) => Promise<string | undefined>;
    attach: (conversationId: string, connectionId: string, lastSeq: number) => Promise<boolean>;
  };

/** Rounds in which new messages may come while a socket catches up. */
const ROUNDS = 50;

/**
 * Tells a socket everything behind the message that its client saw last, then has it told of whatever comes: each message once,
 * in order. It is attached by a write that holds only while it has seen all there is.
 */
export const createResumeSocket =
  (deps: Deps) =>
  async ({ connectionId, after }: ResumeSocketInput): Promise<void> => {
    const id = await deps.conversationOf(connectionId);
    if (id === undefined)
      throw new Refusal(404, 'conversation-unknown', 'This socket belongs to no conversation any more.');
    let seen = after;
    for (let round = 0; round < ROUNDS; round++) {
      const conversation = existing(await deps.read(id), deps.now());
      // Whoever asks again has missed something, and must not be told of more before it has that.
      if (round === 0 && conversation.sockets.includes(connectionId)) await deps.detach(id, connectionId);
      const others = conversation.sockets.filter((socket) => socket !== connectionId);
      if (!(await postAll(deps, connectionId, await catchUp(deps, conversation, seen)))) return;
      seen = Math.max(seen, conversation.lastSeq);
      if (others.length >= MOST_SOCKETS) await drop(deps, id, others[0]);
      if (await deps.attach(id, connectionId, conversation.lastSeq)) {
        // From here on nobody else tells what was untold.
        return await push(deps, { conversationId: id, sockets: others }, untold(conversation));
      }
    }
    throw new ConversationBusyError(`The socket ${connectionId} could not catch up with ${id}.`);
  };

/** A conversation is followed by so many sockets at most; another one ends for each that is too many. */
const drop = async (deps: Deps, id: string, connectionId: string | undefined): Promise<void> => {
  if (connectionId === undefined) return;
  await deps.detach(id, connectionId);
  await deps.hangUp(connectionId);
};
