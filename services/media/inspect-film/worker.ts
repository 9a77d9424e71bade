import { parentPort, workerData } from 'node:worker_threads';
import { inspectFilm } from './inspect.ts';

parentPort?.postMessage(await inspectFilm(workerData.bytes, workerData.contentType));
