import { type Wanted, wantedPages } from './expected.ts';
import { stateOfShown } from './look.ts';
import type { LivePage } from './manifest.ts';
import type { World } from './world.ts';

/** Tells of pages whether they are what a version of the site has to have there, and show it as it is. */
export const currentPages = (world: World): ((wanted: Wanted, page: LivePage | undefined) => page is LivePage) => {
  const states = new Map<string, string>();
  const state = (name: string): string => {
    const known = states.get(name);
    if (known !== undefined) return known;
    const found = stateOfShown(world, name);
    states.set(name, found);
    return found;
  };
  return ({ kind, itemId, locale }, page): page is LivePage =>
    page !== undefined &&
    page.kind === kind &&
    page.itemId === itemId &&
    page.locale === locale &&
    Object.entries(page.shows).every(([name, was]) => state(name) === was);
};

/** The pages that have to be made so that the site shows this version: those that are missing, and those that show something old. */
export const outdatedPages = (world: World): Wanted[] => {
  const isCurrent = currentPages(world);
  return wantedPages(world).filter((wanted) => !isCurrent(wanted, world.manifest.pages[wanted.path]));
};
