import type { Bench } from './figure.ts';
import { withDataFolder } from './running.ts';
import { speed } from './states/speed.ts';

/** The workflow engine beside aws-local-stepfunctions, and what it costs to have much in store. */
export const states: Bench = {
  summary: 'the workflow engine: speed beside aws-local-stepfunctions, cost of what is in store, memory of what waits',
  run: (note) => withDataFolder(async (folder) => [...(await speed(folder, note))]),
};
