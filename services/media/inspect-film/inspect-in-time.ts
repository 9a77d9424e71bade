import { Worker } from 'node:worker_threads';
import { damaged, type Film, type Refused } from './inspect.ts';
import type { FilmSource } from './ranges.ts';

const WORKER = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.mjs', import.meta.url);

/** Longest inspection, in milliseconds: far longer than a film takes that is read at once, or part by part. */
const LONGEST_INSPECTION = { atOnce: 30_000, inParts: 240_000 };

/**
 * Inspects a film in a thread of its own, which is ended when it takes too long: some damaged files lead the parser round in a
 * circle that never lets go of its thread.
 */
export const inspectInTime = async (
  source: FilmSource,
  contentType: string,
  milliseconds: number = 'bytes' in source ? LONGEST_INSPECTION.atOnce : LONGEST_INSPECTION.inParts,
): Promise<Film | Refused> => {
  const own = 'bytes' in source ? { bytes: new Uint8Array(source.bytes) } : source;
  const transferList = 'bytes' in own ? [own.bytes.buffer] : [];
  const worker = new Worker(WORKER, { workerData: { source: own, contentType }, transferList });
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
