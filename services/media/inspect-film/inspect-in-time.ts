import { Worker } from 'node:worker_threads';
import { damaged, type Film, type Refused } from './inspect.ts';

const WORKER = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.mjs', import.meta.url);

/** Longest inspection, in milliseconds: far longer than a film of 50 MiB takes, and half of what the function has. */
const LONGEST_INSPECTION = 30_000;

/**
 * Inspects a film in a thread of its own, which is ended when it takes too long: some damaged files lead the parser round in a
 * circle that never lets go of its thread.
 */
export const inspectInTime = async (
  bytes: Uint8Array,
  contentType: string,
  milliseconds: number = LONGEST_INSPECTION,
): Promise<Film | Refused> => {
  const own = new Uint8Array(bytes);
  const worker = new Worker(WORKER, { workerData: { bytes: own, contentType }, transferList: [own.buffer] });
  const timer = setTimeout(() => void worker.terminate(), milliseconds);
  try {
    return await new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => resolve(damaged('its parts lead to each other without an end')));
    });
  } finally {
    clearTimeout(timer);
  }
};
