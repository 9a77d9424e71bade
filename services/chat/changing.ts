import { Refusal } from '../shared/refusal.ts';
import type { Conversation, Turn } from './model/conversation.ts';
import { messagesAfter } from './model/log.ts';
import type { Message } from './model/message.ts';
import { type PushDeps, push } from './push.ts';
import { IDLE, KEPT } from './settings.ts';
import type { Commit, Stored } from './store/conversations.ts';

export type ChangeDeps = PushDeps & {
  now: () => number;
  read: (conversationId: string) => Promise<Stored | undefined>;
  commit: (commit: Commit, expiry: { expiresAt: number }) => Promise<boolean>;
  /** Resolves some time later, at random, so that two who write at once do not do so again. */
  pause: (milliseconds: number) => Promise<void>;
};

export type TurnDeps = { readTurn: (conversationId: string, turn: number) => Promise<Turn | undefined> };

/** A conversation was changed by others again and again. Retried. */
export class ConversationBusyError extends Error {
  override name = 'ConversationBusyError';
}

/** Attempts at a write that others were quicker at. */
const ATTEMPTS = 12;

/** When a conversation that was used now is forgotten, in seconds since the epoch. */
export const expiryAt = (activeAt: number): number => Math.ceil((activeAt + KEPT) / 1000);

/** The conversation, unless it is past its time: the table deletes some while after that. */
export const living = <Found extends { expiresAt: number }>(
  found: Found | undefined,
  now: number,
): Found | undefined => (found && found.expiresAt * 1000 > now ? found : undefined);

/** The conversation. Throws a `Refusal` where there is none. */
export const existing = (found: Stored | undefined, now: number): Stored => {
  const conversation = living(found, now);
  if (conversation) return conversation;
  throw new Refusal(404, 'conversation-unknown', 'There is no such conversation any more; open a new one.', 'id');
};

/** Whether nobody has used a conversation for so long that it is over. While a person is awaited it is not. */
export const isIdle = ({ activeAt, ticket, accepted, answered }: Conversation, now: number): boolean =>
  now - activeAt > IDLE && ticket?.state !== 'waiting' && accepted === answered;

/** What is written, what sockets are told once it is, and what is answered; without `commit` nothing has to be written. */
export type Step<Result> = {
  commit?: Omit<Commit, 'from'>;
  /** Left out where the next step tells it. */
  tell?: readonly Message[];
  result: Result;
};

/**
 * Decides on the conversation as it is, writes that down, and tells its sockets; decides anew where somebody was quicker. `decide`
 * may be called more than once. Answers undefined where there is no such conversation. What is written names every socket that
 * is to be told: one that comes meanwhile makes the write fail, and one that comes after it finds the message when it catches up.
 */
export const change = async <Result>(
  deps: ChangeDeps,
  conversationId: string,
  decide: (conversation: Stored) => Promise<Step<Result>> | Step<Result>,
): Promise<Result | undefined> => {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const conversation = living(await deps.read(conversationId), deps.now());
    if (!conversation) return undefined;
    const { commit, tell, result } = await decide(conversation);
    const { activeAt } = { ...conversation, ...commit?.to };
    const to = commit && { ...commit.to, ...(tell ? { told: commit.to.lastSeq } : {}) };
    if (
      !commit ||
      (await deps.commit({ ...commit, from: conversation, ...(to ? { to } : {}) }, { expiresAt: expiryAt(activeAt) }))
    ) {
      if (tell) await push(deps, conversation, [...(commit ? untold(conversation) : []), ...tell]);
      return result;
    }
    await deps.pause(10 * attempt);
  }
  throw new ConversationBusyError(
    `The conversation ${conversationId} was changed by others ${ATTEMPTS} times in a row.`,
  );
};

/** The messages that nobody was told of yet: those of turns that have come. */
export const untold = ({ latest, told, lastSeq }: Stored): Message[] =>
  messagesAfter(told, latest, []).filter(({ seq }) => seq <= lastSeq);

/** One turn of a conversation that was read. */
export const turnOf = async (
  { readTurn }: TurnDeps,
  { conversationId, latest }: Stored,
  turn: number,
): Promise<Turn | undefined> => latest.find((each) => each.turn === turn) ?? (await readTurn(conversationId, turn));
