import { fileURLToPath } from 'node:url';
import { readStatic } from '@marquee/site/static.ts';
import { variable } from '../../shared/environment.ts';
import { readManifest as readAssetManifest } from '../store/assets.ts';
import { readRevisions } from '../store/items.ts';
import { hasFile, readJson, writeFile, writeJson } from '../store/pages.ts';
import { type Assembled, eachOf } from './assemble.ts';
import { createLoadData } from './load-data.ts';
import { createMakePage } from './make-page.ts';
import type { SiteManifest } from './manifest.ts';
import { hashOf } from './render-page.ts';
import { openWorld, type World } from './world.ts';
import { writeSite } from './write-site.ts';

const origin = /* @__PURE__ */ variable('SITE_URL');

/** The build lays the site's files beside the bundle. */
const statics = /* @__PURE__ */ readStatic(fileURLToPath(new URL('./static/', import.meta.url)));

/** Data of the revisions that a version of the site shows. */
export const data = /* @__PURE__ */ createLoadData({ readRevisions });

export const make = /* @__PURE__ */ createMakePage({ writeFile });

/** Opens a version of the site on what is stored. */
export const open = async (
  manifest: SiteManifest,
  more: Partial<Pick<World, 'mediaUrl' | 'now' | 'data'>> = {},
): Promise<World> =>
  openWorld({
    manifest,
    origin,
    files: (await statics).frame,
    now: Date.now(),
    data,
    asset: readAssetManifest,
    ...more,
  });

let ensured: Promise<void> | undefined;

/** Writes the files that every page uses, unless they are there. */
export const writeStatic = (): Promise<void> => {
  ensured ??= (async () => {
    const { files, frame } = await statics;
    // Written last, so that it says of all of them that they are there.
    const mark = `site/complete-${hashOf(JSON.stringify(frame)).slice(0, 16)}`;
    if (await hasFile(mark)) return;
    await eachOf(files, 4, ({ path, body, contentType }) =>
      writeFile({ key: path.slice(1), body, contentType, caching: 'static' }),
    );
    await writeFile({ key: mark, body: '', contentType: 'text/plain', caching: 'static' });
  })();
  ensured.catch(() => {
    ensured = undefined;
  });
  return ensured;
};

export const writeAssembled = (assembled: Assembled): Promise<string> =>
  writeSite({ open, readJson, writeFile, writeJson }, assembled);
