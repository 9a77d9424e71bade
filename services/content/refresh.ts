import { type Publication, upkeep } from './publication.ts';
import type { Change, Outcome } from './store/write.ts';

export type RefreshDeps = {
  now: () => number;
  readPublication: (publicationId: string) => Promise<Publication | undefined>;
  write: (changes: readonly Change[], publication: Publication) => Promise<Outcome>;
};

type Refresh = Pick<Publication, 'publicationId' | 'assetId' | 'correlationId' | 'causationId'>;

/** Asks for the pages to be made again that show an asset, or whose moment has come; once for each `publicationId`. */
export const requestRefresh = async (
  { now, readPublication, write }: RefreshDeps,
  { publicationId, ...more }: Refresh,
): Promise<void> => {
  if (await readPublication(publicationId)) return;
  await write([], upkeep({ kind: 'refresh', publicationId, requestedBy: 'marquee', ...more, now: now() }));
};
