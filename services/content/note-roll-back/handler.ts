import { task } from '../../shared/task.ts';
import { released, releasing } from '../release-wiring.ts';
import { createNoteRollBack, NoteRollBackInput } from './step.ts';

export const handler = task(NoteRollBackInput, createNoteRollBack({ ...releasing, ...released }));
