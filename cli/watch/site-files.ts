import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildSite } from '../../infra/build/site.ts';

/** How many builds are kept: code that still runs may read from those before the newest. */
const KEPT = 4;

/** The site's styles, scripts and fonts, built anew whenever they change; `folder` is named by their content. */
export type SiteFiles = { hash: string; folder: string };

/** Builds the site's files into folders below `home`. */
export const openSiteFiles = (home: string) => {
  let made: string[] = [];
  let count = 0;
  let last: Promise<SiteFiles> | undefined;

  const make = async (): Promise<SiteFiles> => {
    const draft = join(home, `site.${count++}.draft`);
    await buildSite(draft);
    // Every file is named by its content there.
    const hash = createHash('sha256')
      .update(readFileSync(join(draft, 'files.json')))
      .digest('hex')
      .slice(0, 16);
    const folder = join(home, `site.${hash}`);
    if (made.includes(folder)) rmSync(draft, { recursive: true });
    else renameSync(draft, folder);
    made = [...made.filter((each) => each !== folder), folder];
    for (const old of made.splice(0, made.length - KEPT)) rmSync(old, { recursive: true, force: true });
    return { hash, folder };
  };

  return {
    /** What was built last. Throws where a source cannot be built. */
    get(): Promise<SiteFiles> {
      last ??= make();
      return last;
    },
    /** Builds them once more. Throws as `get`, and then what was built before is built anew by the next call. */
    build(): Promise<SiteFiles> {
      const next = make();
      last = next;
      next.catch(() => {
        if (last === next) last = undefined;
      });
      return next;
    },
  };
};
