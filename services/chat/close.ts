import { type Committing, change, isIdle } from './changing.ts';
import type { Note } from './model/conversation.ts';
import { type PushDeps, push } from './push.ts';

/** Closes a conversation that has been idle for too long, and says so; any other one stays as it is. */
export const close = async (deps: Committing & PushDeps, conversationId: string): Promise<void> => {
  const note = await change(deps, conversationId, (conversation) => {
    if (conversation.state === 'closed' || !isIdle(conversation, deps.now())) return { result: undefined };
    const lastSeq = conversation.lastSeq + 1;
    const at = new Date(deps.now()).toISOString();
    const note: Note = { type: 'closed', reason: 'idle', seq: lastSeq, at };
    return { commit: { to: { lastSeq, state: 'closed' }, note }, result: note };
  });
  if (note) await push(deps, conversationId, [note]);
};
