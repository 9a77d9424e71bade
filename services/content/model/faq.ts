import * as z from 'zod';
import { COMMON } from './common.ts';
import { Reference } from './reference.ts';
import { Line, Markdown } from './text.ts';

/** One question and its answer; a page shows those of a title together. */
export const Faq = z.strictObject({
  ...COMMON,
  question: Line,
  answer: Markdown.optional(),
  about: Reference.optional(),
  /** Heading that it stands under. */
  group: Line.optional(),
  /** Lower ones come first. */
  order: z.int().min(0).max(9_999).optional(),
});
export type Faq = z.infer<typeof Faq>;
