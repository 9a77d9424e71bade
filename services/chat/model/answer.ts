/** A place of the site that an answer was taken from. */
export type Source = {
  /** `/questions/#when-can-i-watch`: on this site, in the language of the answer. */
  path: string;
  /** What the page, or the question, is called. */
  title: string;
  /** The heading that it stands under. */
  heading?: string;
  /** The content item, where the page belongs to one. */
  itemId?: string;
};

/** What a fan can press in the place of typing. */
export type Suggestion =
  | { do: 'ask'; label: string; question: string }
  /** Asks for a person. */
  | { do: 'person'; label: string }
  /** Has the question answered when it can be. */
  | { do: 'later'; label: string };

/**
 * What became of a question.
 * `answer`: said by a source. `clarify`: two answers are close. `unknown`: it is about the title and nothing public says it.
 * `sealed`: what would say it opens later. `out-of-scope`: it is not about the title. `refused`: abuse, or an attempt at the
 * instructions. `small-talk`: a greeting or thanks. `person`: it asks for a person. `failed`: something broke.
 */
export const OUTCOMES = [
  'answer',
  'clarify',
  'unknown',
  'sealed',
  'out-of-scope',
  'refused',
  'small-talk',
  'person',
  'failed',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** The reply to one turn. */
export type Answer = {
  outcome: Outcome;
  /** The language it is written in. */
  locale: string;
  /** Plain text, paragraphs parted by an empty line. Never markup. */
  text: string;
  /** The best one first. */
  sources: readonly Source[];
  suggestions: readonly Suggestion[];
};
