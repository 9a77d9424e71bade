import type { Asset } from './asset.ts';
import { ContentMissingError, type ContentRecord, type RenditionRecord, renditionsOf } from './content.ts';

/** How many renditions there are to be, and how many of them are made or could not be. */
export type Counts = { ready: number; total: number; failed: number };

export const NONE: Counts = { ready: 0, total: 0, failed: 0 };

export type ReadContent = (contentId: string) => Promise<ContentRecord>;

/** The renditions of a content; none where it has just gone. */
export const recordsOf = async (
  contentId: string | undefined,
  readContent: ReadContent,
): Promise<RenditionRecord[]> => {
  if (contentId === undefined) return [];
  try {
    return renditionsOf(await readContent(contentId));
  } catch (error) {
    if (error instanceof ContentMissingError) return [];
    throw error;
  }
};

export const countsOf = (records: readonly RenditionRecord[]): Counts => ({
  ready: records.filter(({ state }) => state === 'ready').length,
  total: records.length,
  failed: records.filter(({ state }) => state === 'failed').length,
});

/** What the record of an asset that is made tells by itself. */
export const toldCounts = ({ state, renditionsReady, renditionsFailed }: Asset): Counts | undefined => {
  if (!['ready', 'incomplete'].includes(state) || renditionsReady === undefined) return undefined;
  const failed = renditionsFailed ?? 0;
  return { ready: renditionsReady, total: renditionsReady + failed, failed };
};
