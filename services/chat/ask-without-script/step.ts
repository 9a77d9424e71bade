import { type AskedView, askedPage } from '@marquee/site/asked-page.ts';
import type { Frame } from '@marquee/site/view.ts';
import { wordsOf } from '@marquee/site/words.ts';
import * as z from 'zod';
import { Refusal } from '../../shared/refusal.ts';
import type { Visitor } from '../../shared/visitor.ts';
import { ConversationId } from '../ids.ts';
import type { Message } from '../model/message.ts';

const Field = z.string().max(4_000).optional();

/** Of a form, or of the address that looks again. */
export const AskWithoutScriptInput = z.object({
  question: Field,
  locale: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Z]{2})?$/)
    .catch('en'),
  conversation: ConversationId.optional().catch(undefined),
  token: Field,
  turn: z.uuid().optional().catch(undefined),
});
export type AskWithoutScriptInput = z.infer<typeof AskWithoutScriptInput>;

type Opened = { conversationId: string; token: string };

type Deps = {
  files: Pick<Frame['files'], 'stylesheet' | 'icon'>;
  newId: () => string;
  open: (input: { locale: string }, visitor: Visitor) => Promise<Opened>;
  accept: (
    input: { id: string; token: string; turnId: string; text: string },
    visitor: Visitor,
  ) => Promise<{ token?: string }>;
  read: (input: { id: string; token: string; after: number }) => Promise<{ messages: Message[] }>;
  /** Resolves a little later. */
  pause: () => Promise<void>;
};

/** How often it is looked whether the answer is there, before a page says that it is on its way. */
const LOOKS = 25;

/**
 * Takes a question that a form posts and answers with a page that has the answer, or looks for it again. The same form sent twice
 * asks once.
 */
export const createAskWithoutScript =
  (deps: Deps) =>
  async (input: AskWithoutScriptInput, visitor: Visitor): Promise<{ status: number; page: string }> => {
    const { locale, question = '' } = input;
    const page = (more: Partial<Parameters<typeof askedPage>[0]>): string =>
      askedPage({ locale, files: deps.files, hidden: {}, turns: [], ...more });
    try {
      const known =
        input.conversation && input.token ? { conversationId: input.conversation, token: input.token } : undefined;
      if (question.trim() === '' && !known) return { status: 200, page: page({}) };
      const { conversationId: id, token: held } = known ?? (await deps.open({ locale }, visitor));
      const turnId = input.turn ?? deps.newId();
      const taken =
        question.trim() === '' ? {} : await deps.accept({ id, token: held, turnId, text: question }, visitor);
      const token = taken.token ?? held;
      const turns = await transcript(deps, id, token);
      const waits = turns.some(({ answer }) => answer === undefined);
      const again = `/chat/ask?${new URLSearchParams({ conversation: id, token, locale })}`;
      const hidden = { conversation: id, token, turn: deps.newId() };
      return { status: 200, page: page({ hidden, turns, ...(waits ? { again } : {}) }) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const turns: AskedView[] =
        question.trim() === '' ? [] : [{ question, answer: { text: reasonOf(error, locale), sources: [] } }];
      return { status: error.status, page: page({ turns, ...(turns.length === 0 ? { problem: error.message } : {}) }) };
    }
  };

/** The refusal's own words, which are the API's, or the chat's where it has some. */
const reasonOf = ({ message, retryAfter }: Refusal, locale: string): string =>
  retryAfter === undefined ? message : wordsOf(locale).chat.told.tooFast.replace('{n}', String(retryAfter));

const transcript = async ({ read, pause }: Deps, id: string, token: string): Promise<AskedView[]> => {
  for (let look = 1; ; look++) {
    const { messages } = await read({ id, token, after: 0 });
    const turns = messages.flatMap((message): AskedView[] => {
      if (message.type !== 'accepted') return [];
      const final = messages.find((each) => each.type === 'final' && each.turn === message.turn);
      return [{ question: message.text, ...(final?.type === 'final' ? { answer: final.answer } : {}) }];
    });
    if (look >= LOOKS || turns.every(({ answer }) => answer)) return turns;
    await pause();
  }
};
