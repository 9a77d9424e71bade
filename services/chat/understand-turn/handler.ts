import { task } from '../../shared/task.ts';
import { openShelf } from '../reading.ts';
import { createUnderstandTurn, UnderstandTurnInput } from './step.ts';

export const handler = task(UnderstandTurnInput, createUnderstandTurn({ openShelf }));
