import { task } from '../../shared/task.ts';
import { readTurn } from '../store/conversations.ts';
import { committing, pushing } from '../wiring.ts';
import { ComposeAnswerInput, createComposeAnswer } from './step.ts';

export const handler = task(ComposeAnswerInput, createComposeAnswer({ ...committing, ...pushing, readTurn }));
