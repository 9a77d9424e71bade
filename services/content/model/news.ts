import * as z from 'zod';
import { COMMON } from './common.ts';
import { AssetReference, Reference } from './reference.ts';
import { Line, Markdown, Paragraph, PlainLine } from './text.ts';
import { LocalTime } from './time.ts';

/** A news article. */
export const News = z.strictObject({
  ...COMMON,
  headline: Line,
  summary: Paragraph.optional(),
  body: Markdown.optional(),
  byline: PlainLine.optional(),
  /** The date it carries, where that is not when it was first published. */
  dated: LocalTime.optional(),
  picture: AssetReference.optional(),
  caption: Line.optional(),
  credit: PlainLine.optional(),
  about: Reference.optional(),
});
export type News = z.infer<typeof News>;
