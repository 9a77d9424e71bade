import { task } from '../../shared/task.ts';
import { readTurn } from '../store/conversations.ts';
import { changing } from '../wiring.ts';
import { createDeliverAnswer, DeliverAnswerInput } from './step.ts';

export const handler = task(DeliverAnswerInput, createDeliverAnswer({ ...changing, readTurn }));
