import { task } from '../../shared/task.ts';
import { open, writeStatic } from '../site/wiring.ts';
import { readAssets } from '../store/assets.ts';
import { readItems, readRevisions } from '../store/items.ts';
import { writeJson } from '../store/pages.ts';
import { readPublication } from '../store/publications.ts';
import { readArmed } from '../store/releases.ts';
import { readSite } from '../store/site.ts';
import { readManifest } from '../store/versions.ts';
import { createPlanPublication, PlanPublicationInput } from './step.ts';

const stored = { readPublication, readItems, readRevisions, readAssets, readArmed, readSite, readManifest, writeJson };

export const handler = task(
  PlanPublicationInput,
  createPlanPublication({ ...stored, now: Date.now, open, writeStatic }),
);
