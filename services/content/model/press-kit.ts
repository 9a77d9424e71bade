import * as z from 'zod';
import { COMMON, Fact } from './common.ts';
import { Picture } from './gallery.ts';
import { Reference } from './reference.ts';
import { Line, Markdown, PlainLine } from './text.ts';

const Contact = z.strictObject({
  name: PlainLine,
  email: z.email('expected an address such as press@example.com'),
  role: Line.optional(),
});

/** What the press may use of a title. */
export const PressKit = z.strictObject({
  ...COMMON,
  name: Line,
  about: Reference.optional(),
  introduction: Markdown.optional(),
  facts: z.array(Fact).max(40).optional(),
  pictures: z.array(Picture).max(100).optional(),
  contacts: z.array(Contact).max(10).optional(),
});
export type PressKit = z.infer<typeof PressKit>;
