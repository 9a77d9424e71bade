import { readAssets } from './store/assets.ts';
import { readItems } from './store/items.ts';
import { readPublication } from './store/publications.ts';
import { readRelease, writeRelease } from './store/releases.ts';
import { readSite } from './store/site.ts';
import { readManifest } from './store/versions.ts';
import { changing } from './wiring.ts';

/** What an action on a release needs. */
export const releasing = { ...changing, readRelease, writeRelease };

/** What looking up the items and assets of a release needs. */
export const members = { readItems, readAssets };

/** What finding the way back needs. */
export const released = { readPublication, readSite, readManifest };
