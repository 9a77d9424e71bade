// The bare round trip that invocations are held against: a message to a worker thread and back.
import { parentPort } from 'node:worker_threads';

parentPort.on('message', (message) => parentPort.postMessage(message));
