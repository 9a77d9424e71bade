import { fileURLToPath } from 'node:url';
import { type Api, SETTLED } from '../api.ts';
import { allItems, type Publication, tellPublication } from '../content/api.ts';
import { assetsByName, fileNamesIn } from '../content/asset-names.ts';
import { type ItemFile, readItemFiles } from '../content/item-files.ts';
import { publishInSteps, putItems } from '../content/put.ts';

/** The demo launch, one file an item. */
export const CONTENT_FOLDER = fileURLToPath(new URL('./content', import.meta.url));

/** How often it is looked whether the pictures are ready, in milliseconds. */
const LOOK_EVERY = 1_000;

/** Pictures that never get ready are waited for no longer than this, in milliseconds; the publication then says which. */
const PATIENCE = 10 * 60_000;

/** The first version of the site has its name and its languages, so the navigation leads, and what it leads to comes with it. */
const FIRST = ['navigation', 'title', 'trailer', 'news'];

const rankOf = ({ type }: ItemFile): number => (FIRST.includes(type) ? FIRST.indexOf(type) : FIRST.length);

/** The items of the demo launch, in the order in which they become public. */
export const demoItems = async (): Promise<ItemFile[]> =>
  (await readItemFiles([CONTENT_FOLDER])).sort((one, other) => rankOf(one) - rankOf(other));

/** The demo launch cannot be published; the message says why. The next start tries again. */
export class DemoNotPublishedError extends Error {
  override name = 'DemoNotPublishedError';
}

/**
 * Writes the demo launch as an editor and publishes it as a publisher. What is there already stays as it is: an item that somebody
 * changed meanwhile is neither overwritten nor published. Answers how many items became public. Throws `DemoNotPublishedError`.
 */
export const publishDemo = async (editor: Api, publisher: Api): Promise<number> => {
  const files = await demoItems();
  const put = await putItems(editor, files, { change: false });
  const kept = new Set(put.filter(({ outcome }) => outcome === 'kept').map(({ itemId }) => itemId));
  const items = new Map((await allItems(editor, {})).map((item) => [item.itemId, item]));
  const waiting = files.filter(({ itemId }) => !kept.has(itemId) && items.get(itemId)?.publishedVersion === undefined);
  await picturesSettled(editor, files);
  const steps = await publishInSteps(publisher, waiting, 1);
  const failed = steps.find(({ state }) => state === 'failed');
  if (failed) throw new DemoNotPublishedError(tellPublication(failed));
  return steps.reduce((count, { items }: Publication) => count + items.length, 0);
};

/** Waits until none of the pictures that items show is under way any more. */
const picturesSettled = async (api: Api, files: readonly ItemFile[]): Promise<void> => {
  const names = [...fileNamesIn(files).keys()];
  for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
    const assets = await assetsByName(api);
    if (names.every((name) => SETTLED.has(assets.get(name)?.state ?? 'removed'))) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
};
