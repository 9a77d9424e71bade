import type { RehearsedMoment, RehearsedPage } from '../../api/releases.ts';

/** What is to be shown of a page at a moment: a made page, the public one where it is the same as now, or that there is none. */
export type Shown = { from: string; isAsNow: boolean } | { missing: 'never' | 'gone' };

const pageAt = ({ pages }: RehearsedMoment, path: string): RehearsedPage | undefined =>
  pages.find((page) => page.path === path);

/** The address of a signed link on this origin: it is asked for from where the studio is. */
const ownAddress = (link: string): string => {
  const { pathname, search } = new URL(link, 'https://site');
  return pathname + search;
};

/** What to show of a page at one of the moments. A page that a moment says nothing of is as it is now, or not there yet. */
export const shownAt = (moments: readonly RehearsedMoment[], moment: RehearsedMoment, path: string): Shown => {
  const page = pageAt(moment, path);
  if (page?.link) return { from: ownAddress(page.link), isAsNow: false };
  if (page) return { missing: 'gone' };
  const isNew = moments.some((other) => pageAt(other, path)?.change === 'new');
  return isNew ? { missing: 'never' } : { from: path, isAsNow: true };
};

/** The path of the rehearsed page that a link leads to; undefined where it leads elsewhere. */
export const pathOfLink = ({ pages }: RehearsedMoment, href: string): string | undefined => {
  const address = ownAddress(href);
  const found = pages.find(({ link }) => link !== undefined && ownAddress(link) === address);
  return found?.path ?? pages.find(({ path }) => path === address)?.path;
};
