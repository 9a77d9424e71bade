import { check } from '../answering/check.ts';
import { compose } from '../answering/compose.ts';
import type { Evidence, Understood } from '../answering/understood.ts';
import { type ComposeAnswerInput, composeAnswer } from '../compose-answer/step.ts';
import type { Answer } from '../model/answer.ts';
import type { Turn } from '../model/conversation.ts';
import { type TurnInHand, TurnLostError } from '../stream-parts.ts';
import { declines } from './declines.ts';
import { type After, inTime } from './in-time.ts';
import { AnswerNotTakenError, type Converse, type Usage } from './model.ts';
import { promptOf } from './prompt.ts';
import { createSentences } from './sentences.ts';

type Deps = {
  converse: Converse;
  readTurn: (conversationId: string, turn: number) => Promise<Turn | undefined>;
  /** Tells the fan the next pieces of the answer. Throws `TurnLostError` where the turn is somebody else's by now. */
  tell: (turn: TurnInHand, pieces: readonly string[]) => Promise<void>;
  after: After;
  log: (level: 'info' | 'warn', message: string, fields: Record<string, unknown>) => void;
};

/**
 * Has a model word the answer from its evidence and tells the fan each sentence once it is checked. Whatever the model does wrong
 * or not in time, the answer is that of `composeAnswer`, whose errors it throws, and `TurnLostError`. Tried again, it does not ask
 * the model a second time once the fan has been told something.
 */
export const createConverseAnswer =
  (deps: Deps) =>
  async (input: ComposeAnswerInput): Promise<Answer> => {
    const { understood, ...turn } = input;
    if (understood.outcome !== 'answer') return composeAnswer(input);
    const took: Partial<Usage> = {};
    try {
      await requireUntold(deps, turn);
      const text = await word(deps, turn, understood, took);
      deps.log('info', 'composed', { composer: 'model', ...took });
      return { ...compose(understood), text };
    } catch (error) {
      if (error instanceof TurnLostError) throw error;
      deps.log('warn', 'composed', { composer: 'extractive', why: reasonOf(error), ...took });
      return composeAnswer(input);
    }
  };

const requireUntold = async ({ readTurn }: Deps, { conversationId, turn }: TurnInHand): Promise<void> => {
  const known = await readTurn(conversationId, turn);
  if (!known || known.final) throw new TurnLostError(`Turn ${turn} of ${conversationId} is answered, or forgotten.`);
  // An attempt before this one told what no two answers of a model share.
  if (known.progress.at(-1)?.type === 'part') throw new AnswerNotTakenError('tried-again');
};

/** The model's answer, of which the fan has been told every sentence. */
const word = async (
  { converse, tell, after }: Deps,
  turn: TurnInHand,
  understood: Understood,
  took: Partial<Usage>,
): Promise<string> => {
  const { evidence, locale } = understood;
  const sentences = createSentences(locale);
  let text = '';
  let stop: string | undefined;
  const prompt = promptOf(understood);
  try {
    for await (const event of inTime((signal) => converse(prompt, signal), after)) {
      if ('usage' in event) Object.assign(took, event.usage);
      else if ('stop' in event) stop = event.stop;
      else {
        const whole = sentences.add(event.text);
        for (const sentence of whole) requireFounded(sentence, evidence);
        if (whole.length > 0) await tell(turn, whole);
        text += whole.join('');
      }
    }
  } catch (error) {
    // What comes behind the end of an answer says only what it took.
    if (stop === undefined) throw error;
  }
  if (stop !== 'end_turn') throw new AnswerNotTakenError(stop ?? 'broken-off');
  const last = sentences.rest();
  if (text + last === '') throw new AnswerNotTakenError('empty');
  requireFounded(last, evidence);
  requireFounded(text + last, evidence);
  if (last !== '') await tell(turn, [last]);
  return text + last;
};

/** Throws where a text says that it does not know, or what the evidence does not say. */
const requireFounded = (text: string, evidence: readonly Evidence[]): void => {
  if (declines(text)) throw new AnswerNotTakenError('declined');
  if (check(text, evidence).length > 0) throw new AnswerNotTakenError('unfounded');
};

/** Why an answer was not taken, in one word: nothing of what was said. */
const reasonOf = (error: unknown): string => {
  if (error instanceof AnswerNotTakenError) return error.why;
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
};
