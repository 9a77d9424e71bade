import type { Content, RenditionRecord } from '../content.ts';
import type { Pixels } from '../decode.ts';
import { CONTENT_TYPES, type Rendition, renditionKey } from '../rendition.ts';
import type { Deps } from './deps.ts';

/** One rendition encoded, or the error that kept it from being. */
export type Outcome = { rendition: Rendition; width: number; height: number; bytes: Uint8Array } | Failed;
type Failed = { rendition: Rendition; error: unknown };

/** Only frames keep an animation, and only as WebP; everything else is a still. */
export const keepsAnimation = ({ shape, format }: Rendition): boolean => shape === 'frame' && format === 'webp';

/** Encodes the formats of one size from one resizing. */
export const encodeGroup = async (
  { resize, encode }: Pick<Deps, 'resize' | 'encode'>,
  base: Pixels,
  group: readonly Rendition[],
  { width, height, focalPoint: focal }: Content,
): Promise<Outcome[]> => {
  const [first] = group;
  if (!first) return [];
  const outcomes: Outcome[] = [];
  try {
    const pixels = await resize(base, first, {
      focal,
      source: { width, height },
      animated: group.some(keepsAnimation),
    });
    for (const rendition of group) outcomes.push(await encodeOne(encode, pixels, rendition));
    return outcomes;
  } catch (error) {
    return group.map((rendition) => ({ rendition, error }));
  }
};

const encodeOne = async (encode: Deps['encode'], pixels: Pixels, rendition: Rendition): Promise<Outcome> => {
  try {
    const bytes = await encode(pixels, rendition.format);
    return { rendition, width: pixels.width, height: pixels.height, bytes };
  } catch (error) {
    return { rendition, error };
  }
};

/** Writes the files of a group and then, all of them being there, their records. */
export const writeGroup = async (
  { now, writeMedia, recordReady, recordFailure }: Deps,
  contentId: string,
  outcomes: readonly Outcome[],
  attemptsOf: (name: string) => number,
): Promise<void> => {
  const updatedAt = new Date(now()).toISOString();
  const common = ({ name }: Rendition) => ({ name, attempts: attemptsOf(name), updatedAt });
  const written = outcomes.map(async (outcome): Promise<RenditionRecord[]> => {
    const { rendition } = outcome;
    if ('error' in outcome) {
      await recordFailure(contentId, { ...common(rendition), state: 'failed', reason: reasonFor(outcome.error) });
      return [];
    }
    const { bytes, width, height } = outcome;
    const key = renditionKey(contentId, rendition.name);
    const contentType = CONTENT_TYPES[rendition.format];
    await writeMedia(key, bytes, contentType);
    return [{ ...common(rendition), state: 'ready', key, contentType, bytes: bytes.byteLength, width, height }];
  });
  await recordReady(contentId, (await Promise.all(written)).flat());
};

const reasonFor = (error: unknown) => ({
  code: 'encoding-failed',
  message: `The rendition could not be made: ${error instanceof Error ? error.message : String(error)}`,
});
