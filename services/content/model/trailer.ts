import * as z from 'zod';
import { COMMON } from './common.ts';
import { AssetReference, Reference, Url } from './reference.ts';
import { Line, Locale, Markdown, Paragraph } from './text.ts';
import { LocalTime } from './time.ts';

const Source = z.strictObject({
  url: Url,
  contentType: z.enum(['video/mp4', 'video/webm'], 'expected video/mp4 or video/webm'),
});
/** Either a file of the library or one that is kept elsewhere. Captions are words themselves, so they need none that describe them. */
const Captions = z
  .strictObject({
    asset: z.uuid('expected the id of an asset, as GET /assets lists them').optional(),
    url: Url.optional(),
    locale: Locale,
    label: z.string().min(1).max(80),
  })
  .refine(({ asset, url }) => (asset === undefined) !== (url === undefined), 'expected either an asset or a url')
  .meta({ editor: 'captions' });

/** A trailer or a clip. */
export const Trailer = z.strictObject({
  ...COMMON,
  name: Line,
  about: Reference.optional(),
  /** The date it carries, where that is not when it was first published. */
  dated: LocalTime.optional(),
  /** The first is shown large. */
  order: z.int().min(0).max(9_999).optional(),
  poster: AssetReference.optional(),
  /** A film of the library. */
  video: AssetReference.optional(),
  /** Addresses of a film that is kept elsewhere on this site. */
  sources: z.array(Source).max(6).optional(),
  captions: z.array(Captions).max(40).optional(),
  /** Seconds. */
  duration: z.int().positive().max(86_400).optional(),
  description: Paragraph.optional(),
  transcript: Markdown.optional(),
});
export type Trailer = z.infer<typeof Trailer>;
