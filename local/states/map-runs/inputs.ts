import { checkSize } from '../interpreter/data-limit.ts';
import type { Visit } from '../interpreter/visit.ts';
import type { ItemBatcher } from '../language/definition.ts';
import type { Json, JsonObject } from '../language/json.ts';
import { textOf } from '../language/json-text.ts';
import { QueryError } from '../language/state-error.ts';
import type { MapRunRow } from '../store/map-runs.ts';

/** Children that are kept in one transaction. */
const CHUNK = 1000;

/** The input of one child, and how many items it holds. */
type ChildInput = { input: string; items: number };

type Items = Iterable<Json> | AsyncIterable<Json>;

/** Keeps the inputs of all children, so that nothing is read again whatever happens to the process. */
export const keepInputs = async (visit: Visit, { key }: MapRunRow, items: Items): Promise<void> => {
  const { core } = visit.run;
  core.journal.flush(() => core.mapChildren.clear(key));
  let position = 0;
  let chunk: ChildInput[] = [];
  const keep = (last: boolean): void => {
    visit.scope.check();
    core.journal.flush(() => {
      for (const child of chunk) core.mapChildren.insert(key, position++, child.items, child.input);
      if (last) core.mapRuns.hasItems(key);
    });
    chunk = [];
  };
  for await (const child of childInputs(visit, items)) {
    chunk.push(child);
    if (chunk.length === CHUNK) keep(false);
  }
  keep(true);
};

/** The inputs of children, one after the other: what ItemSelector and ItemBatcher make of the items. */
async function* childInputs(visit: Visit, items: Items): AsyncGenerator<ChildInput> {
  const { ItemBatcher } = visit.state;
  const inputs = selected(visit, items);
  for await (const child of ItemBatcher ? batched(visit, ItemBatcher, inputs) : single(inputs)) {
    checkSize(child.value, visit.name);
    yield { input: textOf(child.value), items: child.items };
  }
}

/** What ItemSelector makes of the items. */
export async function* selected(visit: Visit, items: Items): AsyncGenerator<Json> {
  const { ItemSelector, Parameters } = visit.state;
  const plain = ItemSelector === undefined && Parameters === undefined;
  let index = 0;
  for await (const item of items) {
    if (plain) yield item;
    else {
      const context = visit.context({ Map: { Item: { Index: index, Value: item } } });
      yield await visit.language.item(item, visit.frame({ context }));
    }
    index += 1;
  }
}

type Gathered = { value: Json; items: number };

async function* single(inputs: AsyncIterable<Json>): AsyncGenerator<Gathered> {
  for await (const value of inputs) yield { value, items: 1 };
}

/** `{ BatchInput, Items }` of as many items as the limits allow; an item that is over the limit of bytes goes alone. */
export async function* batched(visit: Visit, batcher: ItemBatcher, inputs: Items): AsyncGenerator<Gathered> {
  const most = await limit(visit, batcher, 'MaxItemsPerBatch');
  const mostBytes = await limit(visit, batcher, 'MaxInputBytesPerBatch');
  const { BatchInput } = batcher;
  const fixed: JsonObject =
    BatchInput === undefined
      ? {}
      : { BatchInput: await visit.language.filled(BatchInput, 'ItemBatcher/BatchInput', visit.frame()) };
  const empty = Buffer.byteLength(JSON.stringify({ ...fixed, Items: [] }));
  let batch: Json[] = [];
  let bytes = empty;
  for await (const item of inputs) {
    // Items are parted by a comma.
    const size = Buffer.byteLength(JSON.stringify(item)) + 1;
    if (batch.length > 0 && (batch.length >= most || bytes + size - 1 > mostBytes)) {
      yield { value: { ...fixed, Items: batch }, items: batch.length };
      batch = [];
      bytes = empty;
    }
    batch.push(item);
    bytes += size;
  }
  if (batch.length > 0) yield { value: { ...fixed, Items: batch }, items: batch.length };
}

const limit = async (
  visit: Visit,
  batcher: ItemBatcher,
  field: 'MaxItemsPerBatch' | 'MaxInputBytesPerBatch',
): Promise<number> => {
  const value = await visit.language.number(field, visit.frame(), { holder: batcher, at: 'ItemBatcher' });
  if (value === undefined) return Number.POSITIVE_INFINITY;
  if (value > 0) return value;
  throw new QueryError('States.Runtime', `field ${field} must be positive`);
};
