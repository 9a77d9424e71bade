import { task } from '../../shared/task.ts';
import { readTurn, readTurns } from '../store/conversations.ts';
import { changing } from '../wiring.ts';
import { BeginTurnInput, createBeginTurn } from './step.ts';

export const handler = task(BeginTurnInput, createBeginTurn({ ...changing, readTurn, readTurns }));
