/** What a model is asked: what it has to keep to, what it may say, and what the fan wants to know. */
export type Prompt = {
  system: string;
  sources: string;
  question: string;
};

/** What a model's stream tells, in this order: text in pieces of any length, why it stopped, what it took. */
export type ModelEvent = { text: string } | { stop: string } | { usage: Usage };

export type Usage = { inputTokens: number; outputTokens: number };

/** Asks a model. The stream throws where the model cannot be asked or breaks off, and once `signal` is aborted. */
export type Converse = (prompt: Prompt, signal: AbortSignal) => AsyncIterable<ModelEvent>;

/** The model's answer is not taken, for the reason `why`. The extractive composer answers in its place. */
export class AnswerNotTakenError extends Error {
  override name = 'AnswerNotTakenError';
  readonly why: string;

  constructor(why: string) {
    super(`The model's answer is not taken: ${why}.`);
    this.why = why;
  }
}
