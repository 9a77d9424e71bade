import { task } from '../../shared/task.ts';
import { readOriginal } from '../store.ts';
import { sizeOfOriginal } from '../store-original.ts';
import { inspectInTime } from './inspect-in-time.ts';
import { createInspectFilm, InspectFilmInput } from './step.ts';

export const handler = task(
  InspectFilmInput,
  createInspectFilm({ sizeOfOriginal, readOriginal, inspect: inspectInTime }),
);
