import { emptyManifest, type SiteManifest } from '../site/manifest.ts';
import { batchKey, type Plan, type RenderedBatch } from '../site/plan.ts';
import { readJson } from './pages.ts';

/** A version never changes, and a process works on the newest ones. */
const remembered = new Map<string, Promise<SiteManifest>>();

/** Reads a version of the site; without a key, the empty one before the first. */
export const readManifest = (key: string | undefined): Promise<SiteManifest> => {
  if (key === undefined) return Promise.resolve(emptyManifest());
  const known = remembered.get(key);
  if (known) return known;
  const reading = readJson<SiteManifest>(key);
  reading.catch(() => remembered.delete(key));
  if (remembered.size > 2) remembered.clear();
  remembered.set(key, reading);
  return reading;
};

/** Reads a plan with every page that was made for it. */
export const readReady = async (key: string): Promise<{ plan: Plan; pages: RenderedBatch['pages'] }> => {
  const plan = await readJson<Plan>(key);
  const batches = await Promise.all(
    plan.batches.map((_, index) => readJson<RenderedBatch>(batchKey(plan.publicationId, index))),
  );
  return { plan, pages: batches.flatMap(({ pages }) => pages) };
};
