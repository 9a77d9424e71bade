import type { Publication } from '../publication.ts';
import type { Prepared, SiteRecord, Staged } from '../store/site.ts';

const sortKey = (publicationId: string): string => `STAGED#${publicationId}`;

/** The record of the live site in memory, whose turn it is, and what is staged for the next version. */
export const memorySite = (publications: Map<string, Publication>) => {
  let site: SiteRecord = { version: 0 };
  const staged = new Map<string, Staged>();
  const holds = (holder: string): boolean => site.turn?.holder === holder;
  return {
    staged,
    readSite: async (): Promise<SiteRecord> => structuredClone(site),
    stage: async ({ publicationId, planKey }: Omit<Staged, 'stagedKey'>): Promise<void> => {
      const stagedKey = sortKey(publicationId);
      staged.set(stagedKey, { publicationId, planKey, stagedKey });
    },
    readStaged: async (limit: number): Promise<Staged[]> =>
      [...staged.values()].sort((one, other) => (one.stagedKey < other.stagedKey ? -1 : 1)).slice(0, limit),
    unstage: async (publicationId: string): Promise<void> => void staged.delete(sortKey(publicationId)),
    takeTurn: async (holder: string, now: number, until: number): Promise<SiteRecord | undefined> => {
      if (site.turn && !holds(holder) && site.turn.until >= now) return undefined;
      site = { ...site, turn: { holder, until } };
      return structuredClone(site);
    },
    giveTurnBack: async (holder: string): Promise<void> => {
      if (holds(holder)) site = { ...site, turn: undefined };
    },
    prepare: async (holder: string, next: Prepared): Promise<boolean> => {
      if (!holds(holder) || site.version !== next.version - 1) return false;
      site = { ...site, next: structuredClone(next) };
      return true;
    },
    finish: async (next: Prepared, before: string | undefined): Promise<boolean> => {
      const { version, manifestKey, publications: included } = next;
      if (site.version !== version - 1 || site.next?.version !== version) return false;
      site = { version, manifestKey };
      for (const { publicationId, stagedKey } of included) {
        staged.delete(stagedKey);
        const publication = publications.get(publicationId);
        if (publication)
          publications.set(publicationId, { ...publication, state: 'live', siteVersion: version, siteBefore: before });
      }
      return true;
    },
  };
};
