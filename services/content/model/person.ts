import * as z from 'zod';
import { COMMON } from './common.ts';
import { AssetReference, Url } from './reference.ts';
import { Line, Markdown, PlainLine } from './text.ts';

/** Somebody who made or plays in a title; what they did stands in the title's credits. */
export const Person = z.strictObject({
  ...COMMON,
  name: Line,
  profession: Line.optional(),
  biography: Markdown.optional(),
  portrait: AssetReference.optional(),
  credit: PlainLine.optional(),
  links: z
    .array(z.strictObject({ label: Line, url: Url }))
    .max(10)
    .optional(),
});
export type Person = z.infer<typeof Person>;
