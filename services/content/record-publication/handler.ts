import { task } from '../../shared/task.ts';
import { readManifest } from '../site/wiring.ts';
import { readAssets } from '../store/assets.ts';
import { readPublication } from '../store/publications.ts';
import { scheduleEvent } from '../store/schedules.ts';
import { readSite } from '../store/site.ts';
import { changing } from '../wiring.ts';
import { createRecordPublication, RecordPublicationInput } from './step.ts';

export const handler = task(
  RecordPublicationInput,
  createRecordPublication({ ...changing, readPublication, readAssets, readSite, readManifest, scheduleEvent }),
);
