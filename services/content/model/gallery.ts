import * as z from 'zod';
import { COMMON } from './common.ts';
import { AssetReference, Reference } from './reference.ts';
import { Line, Paragraph, PlainLine } from './text.ts';

/** A picture of a gallery or of a press kit. */
export const Picture = z.strictObject({
  picture: AssetReference,
  caption: Line.optional(),
  credit: PlainLine.optional(),
});

/** Stills of a title. */
export const Gallery = z.strictObject({
  ...COMMON,
  name: Line,
  about: Reference.optional(),
  description: Paragraph.optional(),
  pictures: z.array(Picture).max(200).optional(),
});
export type Gallery = z.infer<typeof Gallery>;
