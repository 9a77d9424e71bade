import { type ChangeDeps, change, isIdle } from './changing.ts';
import type { Note } from './model/conversation.ts';

/** Closes a conversation that has been idle for too long, and says so; any other one stays as it is. */
export const close = async (deps: ChangeDeps, conversationId: string): Promise<void> => {
  await change(deps, conversationId, (conversation) => {
    if (conversation.state === 'closed' || !isIdle(conversation, deps.now())) return { result: undefined };
    const lastSeq = conversation.lastSeq + 1;
    const note: Note = { type: 'closed', reason: 'idle', seq: lastSeq, at: new Date(deps.now()).toISOString() };
    return { commit: { to: { lastSeq, state: 'closed' }, note }, tell: [note], result: undefined };
  });
};
