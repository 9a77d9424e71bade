import * as z from 'zod';
import { afterOf, nextOf, PAGING } from '../../shared/paging.ts';
import { type StoredRelease, shownRelease } from '../release.ts';
import type { PageRequest } from '../store/items.ts';

export const ListReleasesInput = z.strictObject(PAGING);
export type ListReleasesInput = z.infer<typeof ListReleasesInput>;

type Deps = { listReleases: (page: PageRequest) => Promise<{ values: StoredRelease[]; next?: string }> };

/** A page of releases, the one changed last first. */
export const createListReleases =
  ({ listReleases }: Deps) =>
  async ({ limit, next }: ListReleasesInput) => {
    const page = await listReleases({ limit, after: afterOf(next) });
    return { releases: page.values.map(shownRelease), next: nextOf(page.next) };
  };
