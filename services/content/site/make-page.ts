import type { StoredFile } from '../store/pages.ts';
import { writeAll } from './assemble.ts';
import type { Wanted } from './expected.ts';
import type { RenderedBatch } from './plan.ts';
import { renderPage } from './render-page.ts';
import type { World } from './world.ts';

type Deps = { writeFile: (file: StoredFile) => Promise<void> };

/** Files that this process has written already; they never change under their keys. */
const MOST_REMEMBERED = 20_000;

/** Makes a page and writes its files, each file once: a file that the live site has already is not written again. */
export const createMakePage = ({ writeFile }: Deps) => {
  const written = new Set<string>();
  return async (world: World, wanted: Wanted): Promise<RenderedBatch['pages'][number]> => {
    const { files, ...page } = await renderPage(world, wanted);
    const live = world.manifest.pages[wanted.path];
    const known = new Set([live?.key, ...Object.values(live?.files ?? {})]);
    const missing = files.filter(({ key }) => !known.has(key) && !written.has(key));
    await writeAll(writeFile, missing);
    if (written.size > MOST_REMEMBERED) written.clear();
    for (const { key } of missing) written.add(key);
    return page;
  };
};
