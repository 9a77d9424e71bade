import type { Core } from '../core.ts';
import { end } from '../interpreter/drive.ts';
import { awake } from '../interpreter/start.ts';
import type { MapRunRow } from '../store/map-runs.ts';

/** Stops the children of a map run that run, and answers once each has ended in the store. */
export const abortChildren = (core: Core, mapRun: MapRunRow, cause: string): void => {
  for (const { execution } of core.mapChildren.running(mapRun.key)) {
    const run = awake(core, execution);
    if (run) end(run, { status: 'ABORTED', cause, at: core.clock.now() }, 0);
  }
};

/** Ends a map run whose state was called off, and its children. */
export const abortMapRun = (core: Core, mapRun: MapRunRow): void => {
  abortChildren(core, mapRun, 'The execution that started the Map Run was stopped or failed.');
  core.journal.flush(() => {
    core.mapRuns.end(mapRun.key, 'ABORTED', core.clock.now());
    core.mapChildren.notRedriven(mapRun.key);
  });
};

/** Ends the map runs of executions that ended while nobody could tell their children. */
export const abortOrphans = (core: Core): void => {
  for (const mapRun of core.mapRuns.orphans()) abortMapRun(core, mapRun);
};
