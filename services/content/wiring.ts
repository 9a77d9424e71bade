import { randomUUID } from 'node:crypto';
import type { ChangeDeps, Tools } from './changing.ts';
import type { CheckDeps } from './check-data.ts';
import { readAssets } from './store/assets.ts';
import { readItem, readItems, readRevision } from './store/items.ts';
import { write } from './store/write.ts';

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds * (0.5 + Math.random())));

/** What tells actions apart. */
export const tools: Tools = { now: Date.now, newId: randomUUID };

/** What an action on items needs. */
export const changing: ChangeDeps & Tools = { ...tools, readItem, write, pause };

/** What checking an item's data needs. */
export const checking: CheckDeps = {
  readItems,
  readAssets,
  readData: async (itemId) => {
    const item = await readItem(itemId);
    return item && (await readRevision(itemId, item.version))?.data;
  },
};
