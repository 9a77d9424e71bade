import { readLiveKnowledge } from '../../shared/live-site.ts';
import { log, task } from '../../shared/task.ts';
import { createShelf } from '../shelf.ts';
import { readKnowledge } from '../store/knowledge.ts';
import { createUnderstandTurn, UnderstandTurnInput } from './step.ts';

const openShelf = createShelf({ readLive: readLiveKnowledge, readKnowledge, note: log });

export const handler = task(UnderstandTurnInput, createUnderstandTurn({ openShelf }));
