import * as z from 'zod';
import { COMMON, Fact } from './common.ts';
import { AssetReference, Reference, Url } from './reference.ts';
import { Line, Markdown, Paragraph, PlainLine } from './text.ts';
import { Day, Opening } from './time.ts';

const Territory = z.string().regex(/^[A-Z]{2}$/, 'expected a country of ISO 3166-1 such as GB');

const PlatformLink = z.strictObject({
  kind: z.enum(['stream', 'cinema', 'buy', 'play', 'wishlist']),
  label: Line,
  url: Url,
});

const Release = z.strictObject({
  territories: z.array(Territory).min(1).max(60),
  /** "United Kingdom and Ireland"; the countries' own names where it is left out. */
  name: Line.optional(),
  opens: Opening.optional(),
  /** When a date that is not known yet will be told. */
  announcedOn: Day.optional(),
  links: z.array(PlatformLink).max(20).optional(),
});

const Rating = z.strictObject({
  system: PlainLine,
  value: PlainLine,
  territories: z.array(Territory).max(60).optional(),
  advice: Line.optional(),
});

const Credit = z.strictObject({
  person: Reference,
  group: z.enum(['cast', 'crew']),
  /** A character, or a job. */
  role: Line,
});

const Episode = z.strictObject({
  number: z.int().min(1).max(999),
  title: Line.optional(),
  summary: Paragraph.optional(),
  /** Seconds. */
  duration: z.int().positive().max(86_400).optional(),
  /** Before it, a page says nothing of the episode but this. */
  opens: Opening.optional(),
  still: AssetReference.optional(),
});

/** A film, a series or a game. */
export const Title = z.strictObject({
  ...COMMON,
  kind: z.enum(['film', 'series', 'game']).optional(),
  name: Line,
  logline: Paragraph.optional(),
  facts: z.array(Line).max(6).optional(),
  keyArt: AssetReference.optional(),
  poster: AssetReference.optional(),
  story: z.strictObject({ heading: Line.optional(), lead: Paragraph.optional(), body: Markdown.optional() }).optional(),
  sheet: z.array(Fact).max(20).optional(),
  genres: z.array(Line).max(10).optional(),
  studio: PlainLine.optional(),
  platforms: z.array(PlainLine).max(20).optional(),
  releases: z.array(Release).max(60).optional(),
  ratings: z.array(Rating).max(30).optional(),
  credits: z.array(Credit).max(200).optional(),
  episodes: z.array(Episode).max(100).optional(),
  /** The series or the franchise that it belongs to. */
  partOf: Reference.optional(),
});
export type Title = z.infer<typeof Title>;
