import * as z from 'zod';

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

const Reason = z.object({ code: z.string(), message: z.string(), remedy: z.string().optional() });

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
  reason: Reason.optional(),
  focalPoint: z.object({ x: z.number(), y: z.number() }).optional(),
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
});
export type Asset = z.infer<typeof Asset>;

/** `after` is where the page before ended. */
export type PageRequest = { limit: number; after?: string; state?: Asset['state'] };
export type AssetPage = { assets: Asset[]; next?: string };

/** Makes an address below `/media/` one that opens although nothing public shows it yet for a while. */
export type Sign = (path: string) => string;

/** How long the addresses that editors get are good for, in milliseconds: a working day and a night. */
export const LINK_LIFETIME = 24 * 60 * 60 * 1000;

/** An asset as the API shows it. */
export const shown = ({ manifestKey, ...asset }: Asset, sign: Sign) => ({
  ...asset,
  manifest: manifestKey && sign(`/${manifestKey}`),
});
