import * as z from 'zod';
import { Reason } from './content.ts';

export const ASSET_STATES = [
  'uploading',
  'checking',
  'processing',
  'ready',
  'incomplete',
  'refused',
  'failed',
  'removed',
] as const;

const Point = z.object({ x: z.number(), y: z.number() });
const AssetReason = Reason.extend({ remedy: z.string().optional() });

/** An asset's record, without what only the workflows use. */
export const Asset = z.object({
  assetId: z.string(),
  state: z.enum(ASSET_STATES),
  fileName: z.string(),
  declaredType: z.string(),
  correlationId: z.string(),
  createdBy: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  updatedBy: z.string().optional(),
  reason: AssetReason.optional(),
  // Records from before there were details have none.
  name: z.string().optional(),
  folder: z.string().default(''),
  tags: z.array(z.string()).default([]),
  alt: z.record(z.string(), z.string()).default({}),
  rights: z.string().optional(),
  embargoUntil: z.object({ at: z.string(), zone: z.string() }).optional(),
  version: z.number().default(1),
  trashedAt: z.string().optional(),
  trashedBy: z.string().optional(),
  focalPoint: Point.optional(),
  key: z.string().optional(),
  contentId: z.string().optional(),
  contentHash: z.string().optional(),
  contentType: z.string().optional(),
  bytes: z.number().optional(),
  width: z.number().optional(),
  height: z.number().optional(),
  /** Seconds, of a film. */
  duration: z
    .number()
    .nullish()
    .transform((seconds) => seconds ?? undefined)
    .optional(),
  thumbhash: z.string().optional(),
  colours: z.array(z.string()).optional(),
  manifestKey: z.string().optional(),
  /** Counted when the renditions were last made. */
  renditionsReady: z.number().optional(),
  renditionsFailed: z.number().optional(),
  // What is under way to take the place of what is live.
  'next:contentId': z.string().optional(),
  'next:focus': Point.optional(),
  'remake:state': z.string().optional(),
  'remake:reason': AssetReason.optional(),
  'replacement:state': z.string().optional(),
  'replacement:reason': AssetReason.optional(),
  'replacement:fileName': z.string().optional(),
});
export type Asset = z.output<typeof Asset>;

/** `after` is where the page before ended. */
export type PageRequest = {
  limit: number;
  after?: string;
  state?: Asset['state'];
  trashed?: boolean;
  changedSince?: string;
};
export type AssetPage = { assets: Asset[]; next?: string };

/** Makes an address below `/media/` one that opens although nothing public shows it yet for a while. */
export type Sign = (path: string) => string;

/** How long the addresses that editors get are good for, in milliseconds: a working day and a night. */
export const LINK_LIFETIME = 24 * 60 * 60 * 1000;
