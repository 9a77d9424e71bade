import { task } from '../../shared/task.ts';
import { releasing } from '../release-wiring.ts';
import { readPublication } from '../store/publications.ts';
import { createNoteWindow, NoteWindowInput } from './step.ts';

export const handler = task(NoteWindowInput, createNoteWindow({ ...releasing, readPublication }));
