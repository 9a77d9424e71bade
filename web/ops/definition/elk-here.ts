import ElkHere from 'elkjs/lib/main.js';
import type { Elk } from './level.ts';

/** ELK in this thread, which it keeps busy meanwhile: for Node.js. A page has it in a worker. */
export const elkHere = (): Elk => new ElkHere.default();
