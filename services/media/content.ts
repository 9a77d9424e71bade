import * as z from 'zod';

const Point = z.object({ x: z.number(), y: z.number() });

/** What is known of the bytes that one or more assets share; written once they are inspected. */
export const Content = z.object({
  contentId: z.string(),
  contentHash: z.string(),
  contentType: z.string(),
  bytes: z.number(),
  /** Upright, in pixels; 0 for captions. */
  width: z.number(),
  height: z.number(),
  /** Seconds, of a film. */
  duration: z.number().nullish(),
  hasAlpha: z.boolean(),
  frames: z.number(),
  /** Base64; empty where nothing is decoded. */
  thumbhash: z.string(),
  colours: z.array(z.string()),
  focalPoint: Point,
  /** Names of all renditions that there are to be. */
  renditions: z.array(z.string()),
});
export type Content = z.infer<typeof Content>;

export const Reason = z.object({ code: z.string(), message: z.string() });

/** One rendition's state; a rendition without a record waits. */
export const RenditionRecord = z.object({
  name: z.string(),
  state: z.enum(['waiting', 'processing', 'ready', 'failed']),
  attempts: z.number().default(0),
  updatedAt: z.string().optional(),
  key: z.string().optional(),
  contentType: z.string().optional(),
  bytes: z.number().optional(),
  width: z.number().optional(),
  height: z.number().optional(),
  reason: Reason.optional(),
});
export type RenditionRecord = z.infer<typeof RenditionRecord>;

/** A content with the records of its renditions. */
export type ContentRecord = { content: Content; records: RenditionRecord[] };

/** The content's record is gone: its last asset was removed meanwhile. Terminal. */
export class ContentMissingError extends Error {
  override name = 'ContentMissingError';
}

/** Every rendition that there is to be, with its record or as waiting. */
export const renditionsOf = ({ content, records }: ContentRecord): RenditionRecord[] => {
  const byName = new Map(records.map((record) => [record.name, record]));
  return content.renditions.map((name) => byName.get(name) ?? { name, state: 'waiting', attempts: 0 });
};
