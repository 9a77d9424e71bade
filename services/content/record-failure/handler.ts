import { task } from '../../shared/task.ts';
import { failPublication, readPublication } from '../store/publications.ts';
import { giveTurnBack, readSite, unstage } from '../store/site.ts';
import { changing } from '../wiring.ts';
import { createRecordFailure, RecordFailureInput } from './step.ts';

export const handler = task(
  RecordFailureInput,
  createRecordFailure({ ...changing, readPublication, failPublication, readSite, unstage, giveTurnBack }),
);
