import type { Bench } from './figure.ts';
import { withDataFolder } from './running.ts';
import { growth } from './states/growth.ts';
import { idle } from './states/idle.ts';
import { paging } from './states/paging.ts';
import { speed } from './states/speed.ts';

/** The workflow engine beside aws-local-stepfunctions, and what it costs to have much in store. */
export const states: Bench = {
  summary: 'the workflow engine: speed beside aws-local-stepfunctions, cost of what is in store and of what waits',
  run: (note) =>
    withDataFolder(async (folder) => [
      ...(await speed(folder, note)),
      ...(await growth(folder, note)),
      ...(await paging(folder, note)),
      ...idle(folder, note),
    ]),
};
