import { task } from '../../shared/task.ts';
import { readAssets } from '../store/assets.ts';
import { readPublication } from '../store/publications.ts';
import { scheduleEvent } from '../store/schedules.ts';
import { readSite } from '../store/site.ts';
import { readManifest } from '../store/versions.ts';
import { changing } from '../wiring.ts';
import { createRecordPublication, RecordPublicationInput } from './step.ts';

export const handler = task(
  RecordPublicationInput,
  createRecordPublication({ ...changing, readPublication, readAssets, readSite, readManifest, scheduleEvent }),
);
