import { sizeOf } from './geometry.ts';
import type { Rendition, Source } from './rendition.ts';

/** Encoding time of a pixel, relative: as measured with the settings of `encode.ts`. */
const COST = { avif: 10, webp: 1, jpg: 0.3, png: 1 } as const;

/** Below this cost one batch does it all: another one would cost a start and a decode. About a second of work. */
const WORTH_A_BATCH = 12_000_000;

const MOST_BATCHES = 3;

/**
 * Shares renditions out among up to three batches of about equal cost; each batch decodes the original once. The
 * formats of one size stay together, because they share its resizing. `frames` counts where the frames are kept.
 */
export const shareOut = (renditions: readonly Rendition[], source: Source, frames: number): Rendition[][] => {
  const groups = [...groupBySize(renditions).values()].map((members) => ({
    members,
    cost: members.reduce((sum, member) => sum + costOf(member, source, frames), 0),
  }));
  const total = groups.reduce((sum, { cost }) => sum + cost, 0);
  const count = Math.min(MOST_BATCHES, groups.length, Math.max(1, Math.ceil(total / WORTH_A_BATCH)));
  const batches = Array.from({ length: count }, () => ({ cost: 0, members: [] as Rendition[] }));
  for (const { members, cost } of groups.sort((a, b) => b.cost - a.cost)) {
    const lightest = batches.reduce((least, batch) => (batch.cost < least.cost ? batch : least));
    lightest.cost += cost;
    lightest.members.push(...members);
  }
  return batches.map(({ members }) => members);
};

/** Renditions that differ by format alone stand together, in the order in which they came. */
export const groupBySize = (renditions: readonly Rendition[]): Map<string, Rendition[]> =>
  Map.groupBy(renditions, ({ shape, width }) => `${shape}-${width}`);

const costOf = (rendition: Rendition, source: Source, frames: number): number => {
  const { width, height } = sizeOf(rendition, source);
  const times = rendition.shape === 'frame' && rendition.format === 'webp' ? frames : 1;
  return width * height * COST[rendition.format] * times;
};
