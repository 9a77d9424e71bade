import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { CENTRE, FocalPoint } from './asset.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u001f\u007f\ud800-\udfff]/u;

const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `expected at most ${most} characters`)
    .refine((text) => !CONTROL.test(text), 'has control characters');

/** What an asset is called in the library; its file keeps its own name. */
export const Name = line(255).min(1, 'The asset needs a name.');

const MOST_FOLDERS = 6;

/** Where an asset lies: segments joined by `/`; empty at the top. */
export const Folder = z
  .string()
  .transform((text) => text.split('/').map((segment) => segment.trim()))
  .refine((segments) => (segments.length === 1 && segments[0] === '') || segments.every((segment) => segment !== ''), {
    message: 'expected the names of folders joined by /, such as Key art/Posters, or nothing for the top',
  })
  .refine((segments) => segments.length <= MOST_FOLDERS, `expected at most ${MOST_FOLDERS} folders within each other`)
  .refine((segments) => segments.every((segment) => line(80).safeParse(segment).success), {
    message: 'expected folders of at most 80 characters each',
  })
  .transform((segments) => segments.join('/'));

const Tag = line(40)
  .min(1, 'expected a tag of 1 to 40 characters')
  .transform((tag) => tag.toLowerCase());

export const MOST_TAGS = 30;

/** Words that an asset is found by: in lower case, each once. */
export const Tags = z
  .array(Tag)
  .transform((tags) => [...new Set(tags)])
  .refine((tags) => tags.length <= MOST_TAGS, `expected at most ${MOST_TAGS} tags`);

const Locale = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/, 'expected a language tag such as en, es or pt-BR');

/** What is to be seen, for those who do not see it: one line in each language. */
export const Alt = z.record(Locale, line(300));

const exists = ({ at, zone }: { at: string; zone: string }): boolean => {
  try {
    const local = Temporal.PlainDateTime.from(at, { overflow: 'reject' });
    const zoned = /^[A-Z]/.test(zone) && local.toZonedDateTime(zone, { disambiguation: 'earlier' });
    return zoned !== false && zoned.toPlainDateTime().equals(local);
  } catch {
    return false;
  }
};

/** A time as its place's clocks tell it. */
export const LocalTime = z
  .strictObject(
    { at: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/), zone: z.string().max(60) },
    {
      error: 'expected a local time such as { "at": "2026-12-04T20:00", "zone": "Europe/London" }',
    },
  )
  .refine(exists, 'there is no such time in this zone: the calendar or the change of clocks leaves it out');

/** All that an editor says of an asset. */
export const Details = z.strictObject({
  name: Name,
  folder: Folder,
  tags: Tags,
  alt: Alt,
  /** A credit, or a limit to its use. */
  rights: line(300).optional(),
  /** Until then nothing of it may be public. */
  embargoUntil: LocalTime.optional(),
  focalPoint: FocalPoint,
});
export type Details = z.infer<typeof Details>;

/** Details as a record has them; one from before there were any has none but the file's name. */
export type StoredDetails = Partial<Details> & { fileName: string; version?: number };

/** The details of a record, with what stands for those that nobody has given. */
export const detailsOf = (record: StoredDetails): Details => ({
  name: record.name ?? record.fileName,
  folder: record.folder ?? '',
  tags: record.tags ?? [],
  alt: record.alt ?? {},
  ...(record.rights ? { rights: record.rights } : {}),
  ...(record.embargoUntil ? { embargoUntil: record.embargoUntil } : {}),
  focalPoint: record.focalPoint ?? CENTRE,
});

/** Grows with every change of the details. */
export const versionOf = ({ version }: Pick<StoredDetails, 'version'>): number => version ?? 1;
