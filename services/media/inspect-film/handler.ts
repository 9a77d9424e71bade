import { task } from '../../shared/task.ts';
import { readOriginal } from '../store.ts';
import { inspectFilm } from './inspect.ts';
import { createInspectFilm, InspectFilmInput } from './step.ts';

export const handler = task(InspectFilmInput, createInspectFilm({ readOriginal, inspect: inspectFilm }));
