import * as z from 'zod';
import type { Publication } from '../publication.ts';
import type { Assembled } from '../site/assemble.ts';
import type { SiteManifest } from '../site/manifest.ts';
import type { Plan, RenderedBatch } from '../site/plan.ts';
import type { Prepared, SiteRecord, Staged } from '../store/site.ts';

export const BuildSiteInput = z.strictObject({ publicationId: z.uuid() });
export type BuildSiteInput = z.infer<typeof BuildSiteInput>;

type Ready = { plan: Plan; pages: RenderedBatch['pages'] };

type Deps = {
  now: () => number;
  readPublication: (publicationId: string) => Promise<Pick<Publication, 'state'> | undefined>;
  takeTurn: (holder: string, now: number, until: number) => Promise<SiteRecord | undefined>;
  giveTurnBack: (holder: string) => Promise<void>;
  readStaged: (limit: number) => Promise<Staged[]>;
  readReady: (planKey: string) => Promise<Ready>;
  readManifest: (key: string | undefined) => Promise<SiteManifest>;
  assemble: (before: SiteManifest, publications: readonly Ready[]) => Promise<Assembled>;
  /** Writes the indexes of the version and the version itself; answers its key. */
  writeSite: (assembled: Assembled) => Promise<string>;
  prepare: (holder: string, next: Prepared) => Promise<boolean>;
  warn: (message: string, fields: Record<string, unknown>) => void;
};

/** How long a turn lasts at most, in milliseconds: longer than the function may run, which has 50 seconds. */
const TURN = 60_000;

/** The most publications of one version: each is two writes of the transaction that ends it. */
const MOST_TOGETHER = 45;

/**
 * Makes the next version of the site with everything that is ready by now, or says that somebody else is at it (`busy`), or that
 * the publication is live already (`done`). A version that was made and not switched to is taken up as it is.
 */
export const createBuildSite =
  (deps: Deps) =>
  async ({ publicationId }: BuildSiteInput): Promise<{ outcome: 'built' | 'busy' | 'done'; version: number }> => {
    if ((await deps.readPublication(publicationId))?.state === 'live') {
      // It may have made a version of what the others wait for, and been interrupted before it could say so; they go on with it.
      await deps.giveTurnBack(publicationId);
      return { outcome: 'done', version: 0 };
    }
    const site = await deps.takeTurn(publicationId, deps.now(), deps.now() + TURN);
    if (!site) return { outcome: 'busy', version: 0 };
    if (site.next) return { outcome: 'built', version: site.next.version };
    try {
      const staged = await deps.readStaged(MOST_TOGETHER);
      const own = staged.filter((each) => each.publicationId === publicationId);
      const together = await attempt(deps, site, staged).catch((error: Error) => {
        if (staged.length === 1 && own.length === 1) throw error;
        // One of the others may be at fault; it fails when its own turn comes.
        deps.warn('the publications that are ready do not go together; this one goes alone', { error });
        return attempt(deps, site, own);
      });
      if (!together) {
        await deps.giveTurnBack(publicationId);
        return { outcome: 'busy', version: 0 };
      }
      const prepared = await deps.prepare(publicationId, together);
      return prepared ? { outcome: 'built', version: together.version } : { outcome: 'busy', version: 0 };
    } catch (error) {
      await deps.giveTurnBack(publicationId);
      throw error;
    }
  };

const attempt = async (deps: Deps, site: SiteRecord, staged: readonly Staged[]): Promise<Prepared | undefined> => {
  if (staged.length === 0) return undefined;
  const [before, ready] = await Promise.all([
    deps.readManifest(site.manifestKey),
    Promise.all(staged.map(({ planKey }) => deps.readReady(planKey))),
  ]);
  const assembled = await deps.assemble(before, ready);
  const manifestKey = await deps.writeSite(assembled);
  const publications = staged.map(({ publicationId, stagedKey }) => ({ publicationId, stagedKey }));
  const { version, editions = {} } = assembled.manifest;
  return {
    version,
    manifestKey,
    knowledge: keysOf(assembled.manifest),
    editions: Object.values(editions).map((edition) => ({
      territories: edition.territories,
      knowledge: keysOf(edition),
    })),
    publications,
  };
};

const keysOf = ({ locales, knowledge }: Pick<SiteManifest, 'locales' | 'knowledge'>): Prepared['knowledge'] =>
  locales.flatMap((locale) => (knowledge[locale] ? [{ locale, key: knowledge[locale] }] : []));
