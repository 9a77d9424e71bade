import * as z from 'zod';

/** A place of the site that an answer was taken from. */
export const Source = z.strictObject({
  /** `/questions/#when-can-i-watch`: on this site, in the language of the answer. */
  path: z.string().min(1),
  /** What the page, or the question, is called. */
  title: z.string(),
  /** The heading that it stands under. */
  heading: z.string().optional(),
  /** The content item, where the page belongs to one. */
  itemId: z.string().optional(),
});
export type Source = z.infer<typeof Source>;

/** What a fan can press in the place of typing. */
export const Suggestion = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('ask'), label: z.string().min(1), question: z.string().min(1) }),
  /** Asks for a person. */
  z.strictObject({ do: z.literal('person'), label: z.string().min(1) }),
  /** Has the question answered when it can be. */
  z.strictObject({ do: z.literal('later'), label: z.string().min(1) }),
]);
export type Suggestion = z.infer<typeof Suggestion>;

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
export const Answer = z.strictObject({
  outcome: z.enum(OUTCOMES),
  /** The language it is written in. */
  locale: z.string().min(1),
  /** Plain text, paragraphs parted by an empty line. Never markup. */
  text: z.string().min(1),
  /** The best one first. */
  sources: z.array(Source).readonly(),
  suggestions: z.array(Suggestion).readonly(),
});
export type Answer = z.infer<typeof Answer>;
