import { task } from '../../shared/task.ts';
import { ComposeAnswerInput, composeAnswer } from './step.ts';

export const handler = task(ComposeAnswerInput, composeAnswer);
