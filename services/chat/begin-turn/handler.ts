import { task } from '../../shared/task.ts';
import { readTurn, readTurns } from '../store/conversations.ts';
import { committing, pushing } from '../wiring.ts';
import { BeginTurnInput, createBeginTurn } from './step.ts';

export const handler = task(BeginTurnInput, createBeginTurn({ ...committing, ...pushing, readTurn, readTurns }));
