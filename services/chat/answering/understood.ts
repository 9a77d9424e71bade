import type { Outcome, Source, Suggestion } from '../model/answer.ts';

/** An earlier turn of the conversation. */
export type RecentTurn = {
  question: string;
  /** As it was understood, standing alone. */
  asked?: string;
  outcome?: Outcome;
  sources?: readonly Source[];
  suggestions?: readonly Suggestion[];
};

/** A question with what is known of who asks it. */
export type Asked = {
  text: string;
  locale: string;
  /** Where the fan is (ISO 3166), where that is known. */
  territory?: string;
  /** The oldest first, at most six. */
  recent: readonly RecentTurn[];
};

/** What an answer may rest on. */
export type Evidence = {
  source: Source;
  /** The passage, or the curated answer, as plain text. */
  text: string;
  /** What of it answers, in order. */
  sentences: readonly string[];
  curated: boolean;
  /** The question that an editor's answer belongs to, where it takes the question to be understood. */
  lead?: string;
  /** How well it fits the question, about 0 to 2. */
  score: number;
};

/** What the small talk is. */
export type Talk = 'hello' | 'thanks' | 'bye' | 'bot';

/** A question that is understood, with what answers it. Plain JSON: it travels through the state of a workflow. */
export type Understood = {
  outcome: Exclude<Outcome, 'failed'>;
  locale: string;
  /** The question, standing alone. */
  question: string;
  /** The best one first. */
  evidence: readonly Evidence[];
  /** What may have been meant, for `clarify`; what else can be asked, for `unknown`. */
  options?: readonly { label: string; question: string }[];
  talk?: Talk;
  /** The day on which it opens, in words, for `sealed`. */
  opens?: string;
};
