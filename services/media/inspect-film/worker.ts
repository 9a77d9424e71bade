import { parentPort, workerData } from 'node:worker_threads';
import { inspectFilm } from './inspect.ts';
import { type FilmSource, inMemory } from './ranges.ts';

const { source, contentType }: { source: FilmSource; contentType: string } = workerData;

if ('bytes' in source) {
  parentPort?.postMessage(await inspectFilm(inMemory(source.bytes), contentType));
} else {
  const { rangesOf } = await import('../store-original.ts');
  parentPort?.postMessage(await inspectFilm(rangesOf(source), contentType));
}
