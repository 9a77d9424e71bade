import { Cancelled } from '../../interpreter/scope.ts';
import type { Visit } from '../../interpreter/visit.ts';
import type { Json } from '../../language/json.ts';
import { QueryError, StateError } from '../../language/state-error.ts';
import { abortChildren, abortMapRun } from '../../map-runs/abort.ts';
import { runChildren } from '../../map-runs/children.ts';
import { keepInputs } from '../../map-runs/inputs.ts';
import { itemsFromS3 } from '../../map-runs/items.ts';
import { fail, openMapRun, redrivenMapRun, succeed } from '../../map-runs/map-run.ts';
import { outputOf } from '../../map-runs/output.ts';
import {
  type Destination,
  destinationOf,
  tryDestination,
  writeResults,
  written,
} from '../../map-runs/write-results.ts';
import { JournalError } from '../../store/journal.ts';
import { detailsOf } from '../../store/line.ts';
import type { MapRunRow } from '../../store/map-runs.ts';
import type { StateRunner } from '../run-state.ts';
import { concurrencyOf, toleranceOf } from './tolerance.ts';

/** The items that do not come from S3. */
type Items = () => Promise<Json[]>;

/** Runs its processor once an item, or a batch of items, as executions of their own under a map run. */
export const runDistributedMap: StateRunner = async (visit) => {
  let known: Promise<Json[]> | undefined;
  const items: Items = () => {
    known ??= stateItems(visit);
    return known;
  };
  const mapRun = await begin(visit, items);
  try {
    const result = await finish(visit, mapRun, items);
    visit.event('MapStateSucceeded', undefined, undefined, true);
    return await visit.outcome(result);
  } catch (error) {
    if (error instanceof Cancelled) abandon(visit, mapRun);
    throw error;
  }
};

const begin = async (visit: Visit, items: Items): Promise<MapRunRow> => {
  const redriven = redrivenMapRun(visit);
  if (redriven) return redriven;
  const { length } = visit.state.ItemReader ? [] : await items();
  visit.event('MapStateStarted', { length });
  const settings = { ...(await toleranceOf(visit)), concurrency: await concurrencyOf(visit) };
  return openMapRun(visit, settings);
};

/** The items that the state's input or Items gives; settled once, where computing them again could give others. */
const stateItems = (visit: Visit): Promise<Json[]> =>
  visit.settled('MapItems', visit.language.volatile(visit.state), () => visit.language.items(visit.frame()));

/** Does what is left to do of a map run, and gives the state's result. */
const finish = async (visit: Visit, mapRun: MapRunRow, items: Items): Promise<Json> => {
  const failed = visit.replayed('MapRunFailed');
  if (failed) {
    const { error, cause } = detailsOf(failed) as { error?: string; cause?: string };
    throw new StateError(error, cause);
  }
  const { ResultWriter = {} } = visit.state;
  const done = visit.replayed('MapRunSucceeded') !== undefined;
  try {
    const destination = await destinationOf(visit, mapRun, ResultWriter);
    if (done && destination) return written(mapRun, destination);
    if (!done) await process(visit, mapRun, items, destination);
    const result = destination
      ? written(mapRun, destination)
      : outputOf(visit.run.core, mapRun, visit.name, ResultWriter.WriterConfig);
    if (!done) succeed(visit, mapRun);
    return result;
  } catch (error) {
    if (error instanceof StateError || error instanceof QueryError) fail(visit, mapRun, error);
    throw error;
  }
};

/** Runs all children and exports their results, also those of a map run that fails. */
const process = async (
  visit: Visit,
  mapRun: MapRunRow,
  items: Items,
  destination: Destination | undefined,
): Promise<void> => {
  const { ItemReader, ResultWriter } = visit.state;
  if (!mapRun.has_items) {
    if (destination) await tryDestination(visit, mapRun, destination);
    await keepInputs(visit, mapRun, ItemReader ? itemsFromS3(visit, ItemReader) : await items());
  }
  const exceeded = await runChildren(visit, mapRun);
  if (exceeded)
    abortChildren(visit.run.core, mapRun, 'The Map Run failed: its tolerated failure threshold was exceeded.');
  if (destination) await writeResults(visit, mapRun, destination, ResultWriter?.WriterConfig);
  if (exceeded) throw exceeded;
};

/** The state was called off: its children end, unless the whole engine stops and will go on with them. */
const abandon = ({ run: { core } }: Visit, mapRun: MapRunRow): void => {
  try {
    // Throws where the engine has stopped: then nothing may be done.
    core.journal.flush();
    abortMapRun(core, mapRun);
  } catch (error) {
    if (!(error instanceof JournalError)) throw error;
  }
};
