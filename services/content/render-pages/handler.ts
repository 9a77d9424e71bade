import { task } from '../../shared/task.ts';
import { make, open } from '../site/wiring.ts';
import { readJson, writeJson } from '../store/pages.ts';
import { readManifest } from '../store/versions.ts';
import { createRenderPages, RenderPagesInput } from './step.ts';

export const handler = task(
  RenderPagesInput,
  createRenderPages({ readPlan: readJson, readManifest, open, make, writeJson }),
);
