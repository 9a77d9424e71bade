import type { Visitor } from '../../shared/visitor.ts';
import type { Answer } from '../model/answer.ts';
import { type Message, messagesIn } from '../model/message.ts';
import { type ChatWorld, VISITOR } from './world.ts';

export const HOLDER = 'an execution';

/** An answer as a composer makes it. */
export const answerOf = (more: Partial<Answer> = {}): Answer => ({
  ...{ outcome: 'answer', locale: 'en', text: 'It opens on Friday. Two episodes come.', sources: [], suggestions: [] },
  ...more,
});

/** Somebody who has opened a conversation. */
export const startConversation = async (
  world: ChatWorld,
  { locale = 'en', visitor = VISITOR }: { locale?: string; visitor?: Visitor } = {},
) => {
  const { steps, table, receivers, newId } = world;
  const { conversationId: id, token } = await steps.open({ locale }, visitor);
  const mine = { id, token };
  const answer = async (turn: number, said: Partial<Answer> = {}, question?: string) => {
    const ofTurn = { conversationId: id, turn, holder: HOLDER };
    await steps.begin(ofTurn);
    const more = question ? { question } : {};
    return steps.deliver({ ...ofTurn, answer: answerOf({ locale, ...said }), siteVersion: 1, locale, ...more });
  };
  const ask = (text: string, turnId = newId()) => steps.accept({ ...mine, turnId, text }, visitor);
  return {
    ...{ id, token, mine, ask, answer },
    /** Asks for a person. */
    request: () => steps.requestPerson(mine, visitor),
    /** Asks, and has it answered. */
    askAndAnswer: async (text: string, said: Partial<Answer> = {}): Promise<number> => {
      const { turn } = await ask(text);
      await answer(turn, said);
      return turn;
    },
    read: async (after = 0): Promise<Message[]> => (await steps.read({ ...mine, after })).messages,
    stored: async () => {
      const found = await table.read(id);
      if (!found) throw new Error(`${id} is gone.`);
      return found;
    },
    /** Follows it over a socket of that name; answers what the socket is told. */
    follow: async (connectionId: string): Promise<Message[]> => {
      const told: Message[] = [];
      receivers.set(connectionId, (text) => told.push(...messagesIn(text)));
      await steps.openSocket({ connectionId, conversation: id, token });
      await steps.resume({ connectionId, after: 0 });
      return told;
    },
  };
};

export type Talk = Awaited<ReturnType<typeof startConversation>>;
