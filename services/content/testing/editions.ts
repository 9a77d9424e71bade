import { publishedSpread } from '../item.ts';
import type { Newsroom } from './newsroom.ts';

/** Throws where what is noted with an item is not what is public of it in a place. */
export const itemsKnown = async (
  room: Newsroom,
  ids: readonly string[],
  places: readonly string[],
  expected: (id: string, place: string) => number | undefined,
): Promise<void> => {
  for (const id of ids) {
    const item = await room.readItem(id);
    if (!item) continue;
    const { base, territories } = publishedSpread(item);
    for (const place of places) {
      const noted = (territories[place] ?? base)?.version;
      if (noted !== expected(id, place)) {
        throw new Error(`${id} is noted as public in ${place} at ${noted}; it is at ${expected(id, place)}.`);
      }
    }
  }
};
