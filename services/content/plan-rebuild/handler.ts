import { task } from '../../shared/task.ts';
import { open, readManifest, writeStatic } from '../site/wiring.ts';
import { writeJson } from '../store/pages.ts';
import { readSite } from '../store/site.ts';
import { createPlanRebuild, PlanRebuildInput } from './step.ts';

export const handler = task(
  PlanRebuildInput,
  createPlanRebuild({ readSite, readManifest, open, writeJson, writeStatic }),
);
