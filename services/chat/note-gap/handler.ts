import { subscriber } from '../../shared/subscriber.ts';
import { readTurn } from '../store/conversations.ts';
import { listGaps, noteAsk, readGap } from '../store/gaps.ts';
import { tools } from '../wiring.ts';
import { createNoteGap, UnhelpfulEvent } from './step.ts';

export const handler = subscriber(UnhelpfulEvent, createNoteGap({ ...tools, readTurn, listGaps, readGap, noteAsk }));
