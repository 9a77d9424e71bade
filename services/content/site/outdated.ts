import { type Wanted, wantedPages } from './expected.ts';
import { stateOfShown } from './look.ts';
import type { World } from './world.ts';

/** The pages that have to be made so that the site shows this version: those that are missing, and those that show something old. */
export const outdatedPages = (world: World): Wanted[] => {
  const states = new Map<string, string>();
  const state = (name: string): string => {
    const known = states.get(name);
    if (known !== undefined) return known;
    const found = stateOfShown(world, name);
    states.set(name, found);
    return found;
  };
  return wantedPages(world).filter(({ path, kind, itemId }) => {
    const page = world.manifest.pages[path];
    if (!page || page.kind !== kind || page.itemId !== itemId) return true;
    return Object.entries(page.shows).some(([name, was]) => state(name) !== was);
  });
};
