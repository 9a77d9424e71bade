import { variable } from '../../shared/environment.ts';
import { open } from '../site/wiring.ts';
import { countRenditions, readAssets } from '../store/assets.ts';
import { readItems, readRevisions } from '../store/items.ts';
import { readArmed } from '../store/releases.ts';
import { readSite } from '../store/site.ts';
import { readManifest } from '../store/versions.ts';
import type { JudgeDeps } from './judge.ts';

/** What judging a release needs. */
export const judging: JudgeDeps = {
  ...{ now: Date.now, origin: variable('SITE_URL'), open, readItems, readRevisions, readAssets, countRenditions },
  ...{ readArmed, readSite, readManifest },
};
