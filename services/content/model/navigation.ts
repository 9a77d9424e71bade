import * as z from 'zod';
import { ItemId, Reference, Url } from './reference.ts';
import { Line, Locale } from './text.ts';

/** There is one navigation, and this is its id. */
export const NAVIGATION_ID = 'navigation';

/** The same for every language, or one for each: a place on a page of this site has another address in every language. */
const Address = z.union(
  [Url, z.record(Locale, Url)],
  'expected an address that begins with https:// or /, or one by language',
);

const Destination = z
  .strictObject({ ref: ItemId.optional(), url: Address.optional() })
  .refine(({ ref, url }) => (ref === undefined) !== (url === undefined), 'expected either a ref or a url')
  .meta({ editor: 'destination' });

const Entry = z.strictObject({ label: Line, to: Destination });

/** What the whole site has in common: its name, its languages, its home and what its bars lead to. */
export const Navigation = z.strictObject({
  siteName: Line,
  /** The first is the one for those who read none of the others. */
  locales: z
    .array(z.strictObject({ locale: Locale, label: z.string().min(1).max(40) }))
    .min(1)
    .max(40)
    .refine((all) => new Set(all.map(({ locale }) => locale)).size === all.length, 'names a language twice'),
  /** The title whose page is the site's root. */
  home: Reference.optional(),
  links: z.array(Entry).max(10).optional(),
  footer: z.array(Entry).max(20).optional(),
  legal: Line.optional(),
});
export type Navigation = z.infer<typeof Navigation>;
