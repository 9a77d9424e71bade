import { task } from '../../shared/task.ts';
import { open, writeStatic } from '../site/wiring.ts';
import { writeJson } from '../store/pages.ts';
import { readSite } from '../store/site.ts';
import { readManifest } from '../store/versions.ts';
import { createPlanRebuild, PlanRebuildInput } from './step.ts';

export const handler = task(
  PlanRebuildInput,
  createPlanRebuild({ readSite, readManifest, open, writeJson, writeStatic }),
);
