import * as z from 'zod';
import { Line, Lines, Locale } from './text.ts';
import { LocalTime } from './time.ts';

/** The last part of an item's address in a language. */
export const Slug = z
  .string()
  .regex(/^[a-z0-9](-?[a-z0-9]){0,79}$/, 'expected 1 to 80 lower-case letters, digits and single hyphens');

/** What every type has. */
export const COMMON = {
  /** By language; a language without one gets it from the item's name. */
  slugs: z.record(Locale, Slug).meta({ editor: 'slugs' }).optional(),
  /** Until then nothing of it may be public, in any way. */
  embargoUntil: LocalTime.optional(),
  /** Ways in which fans ask what it answers, in their words. The chatbot finds it by them; no page shows them. */
  alsoAsked: Lines.optional(),
};

/** A term and what is said of it. */
export const Fact = z.strictObject({ term: Line, detail: Line });
