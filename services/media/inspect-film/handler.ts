import { task } from '../../shared/task.ts';
import { readOriginal } from '../store.ts';
import { inspectInTime } from './inspect-in-time.ts';
import { createInspectFilm, InspectFilmInput } from './step.ts';

export const handler = task(InspectFilmInput, createInspectFilm({ readOriginal, inspect: inspectInTime }));
