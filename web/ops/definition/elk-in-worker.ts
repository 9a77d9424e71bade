import ElkApi from 'elkjs/lib/elk-api.js';
import type { Elk } from './level.ts';

/** ELK in a worker of its own, whose script is `lay-out-worker.ts`, bundled to `url`. */
export const elkInWorker = (url: URL | string): Elk =>
  new ElkApi.default({ workerUrl: String(url), workerFactory: (script) => new Worker(script ?? url) });
