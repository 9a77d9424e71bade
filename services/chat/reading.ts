import { readLiveKnowledge } from '../shared/live-site.ts';
import { log } from '../shared/task.ts';
import { createShelf } from './shelf.ts';
import { readKnowledge } from './store/knowledge.ts';

/** What is public now, as this instance has it in memory. */
export const openShelf = /* @__PURE__ */ createShelf({ readLive: readLiveKnowledge, readKnowledge, note: log });
