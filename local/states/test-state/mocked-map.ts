import type { Outcome } from '../interpreter/visit.ts';
import { contentItems } from '../item-reader/content.ts';
import { isObject, type Json } from '../language/json.ts';
import { StateError } from '../language/state-error.ts';
import { batched, selected } from '../map-runs/inputs.ts';
import { concurrencyOf, EXCEEDED, exceeds, toleranceOf } from '../states/map/tolerance.ts';
import type { Mock } from './mock.ts';
import { invalid } from './refusals.ts';
import type { TestedVisit } from './tested-visit.ts';

/** What is to be taken as having happened in a Map state. */
export type MapConfiguration = { mapIterationFailureCount?: number; mapItemReaderData?: string };

/** Runs a Map state up to its iterations, which the mock stands for. */
export const runMockedMap = async (
  visit: TestedVisit,
  mock: Mock,
  { mapIterationFailureCount: failed = 0, mapItemReaderData }: MapConfiguration,
): Promise<Outcome> => {
  const { inspection } = visit;
  const items = await itemsOf(visit, mapItemReaderData);
  const concurrency = await concurrencyOf(visit);
  const tolerance = await toleranceOf(visit);
  inspection.number('maxConcurrency', concurrency);
  inspection.number('toleratedFailureCount', tolerance.count);
  inspection.number('toleratedFailurePercentage', tolerance.percentage);
  const iterations = await inputsOf(visit, items);
  if (failed > iterations)
    throw invalid('Map iteration failure count must be less than or equal to the number of Map iterations.');
  // AWS leaves it to the mock what failures do to a state that tolerates none.
  const tolerant = tolerance.count !== null || tolerance.percentage !== null;
  if (tolerant && exceeds(tolerance, failed, iterations)) throw new StateError(...EXCEEDED);
  return await visit.outcome(mock());
};

const itemsOf = async (visit: TestedVisit, data: string | undefined): Promise<Json[]> => {
  const { ItemReader } = visit.state;
  if (!ItemReader) return await visit.language.items(visit.frame());
  const { Arguments, Parameters, ReaderConfig = {}, Resource } = ItemReader;
  const [template, at] =
    Arguments === undefined ? [Parameters, 'ItemReader/Parameters'] : [Arguments, 'ItemReader/Arguments'];
  await visit.language.filled(template ?? {}, at, visit.frame());
  if (data === undefined)
    throw invalid('ItemReader data must be specified when testing a Map state with ItemReader specified.');
  const config = { holder: ReaderConfig, at: 'ItemReader/ReaderConfig' };
  const most = (await visit.language.number('MaxItems', visit.frame(), config)) || Number.POSITIVE_INFINITY;
  const lists = Resource.endsWith(':listObjectsV2') && ReaderConfig.Transformation !== 'LOAD_AND_FLATTEN';
  const items: Json[] = [];
  for await (const item of lists ? listedItems(data) : contentItems(data, ReaderConfig)) {
    if (items.length >= most) break;
    items.push(item);
  }
  if (ReaderConfig.ItemsPointer !== undefined) visit.inspection.text('afterItemsPointer', items);
  return items;
};

/** The objects of an answer of ListObjectsV2, or of the list in it. */
const listedItems = (data: string): Json[] => {
  const answer = [...contentItems(`[${data}]`, { InputType: 'JSON' })][0] ?? null;
  const list = isObject(answer) ? answer.Contents : answer;
  if (Array.isArray(list)) return list;
  throw invalid('ItemReader data must be an array of objects, or an answer of ListObjectsV2 that holds one.');
};

/** How many iterations the items make, once ItemSelector and ItemBatcher have been applied. */
const inputsOf = async (visit: TestedVisit, items: readonly Json[]): Promise<number> => {
  const { ItemBatcher, ItemSelector } = visit.state;
  const inputs: Json[] = [];
  for await (const input of selected(visit, items)) inputs.push(input);
  if (ItemSelector !== undefined) visit.inspection.text('afterItemSelector', inputs);
  if (!ItemBatcher) return inputs.length;
  const batches: Json[] = [];
  for await (const { value } of batched(visit, ItemBatcher, inputs)) batches.push(value);
  visit.inspection.text('afterItemBatcher', batches);
  return batches.length;
};
