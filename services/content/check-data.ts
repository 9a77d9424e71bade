import { parse } from '../shared/input.ts';
import { Refusal } from '../shared/refusal.ts';
import { type ContentType, descriptionOf } from './model/item.ts';
import { NAVIGATION_ID } from './model/navigation.ts';
import { type Found, referencesIn } from './model/reference.ts';
import { typeWanted } from './model/type-wanted.ts';
import type { AssetRecord } from './store/assets.ts';
import type { Stored } from './store/items.ts';

export type CheckDeps = {
  readItems: (itemIds: readonly string[]) => Promise<Map<string, Stored>>;
  readAssets: (assetIds: readonly string[]) => Promise<Map<string, AssetRecord>>;
  /** The data of an item's newest revision. */
  readData: (itemId: string) => Promise<Record<string, unknown> | undefined>;
};

/** How far a chain of `partOf` is followed. */
const LONGEST_CHAIN = 20;

/**
 * The data of an item as it may be kept: of its type, and everything that it refers to is there. Throws `InvalidInputError` and
 * `Refusal`, which name the field.
 */
export const checkData = async (
  { type, itemId }: { type: ContentType; itemId: string },
  data: unknown,
  deps: CheckDeps,
): Promise<Record<string, unknown>> => {
  if ((type === 'navigation') !== (itemId === NAVIGATION_ID)) {
    throw new Refusal(409, 'one-navigation', `There is one navigation, and its id is ${NAVIGATION_ID}.`, 'id');
  }
  const checked = parse(descriptionOf(type).schema, data) as Record<string, unknown>;
  const references = referencesIn(checked);
  await checkItems(references, deps);
  await checkAssets(references, deps);
  await checkChain(itemId, checked, deps);
  return checked;
};

const checkItems = async (references: readonly Found[], { readItems }: CheckDeps): Promise<void> => {
  const wanted = references.filter(({ kind }) => kind === 'item');
  const items = await readItems(wanted.map(({ id }) => id));
  for (const { field, id } of wanted) {
    const item = items.get(id);
    if (!item) throw new Refusal(400, 'no-such-item', `${field}: there is no item ${id}.`, field);
    if (item.trashedAt) throw new Refusal(409, 'trashed', `${field}: the item ${id} is in the trash.`, field);
    const type = typeWanted(field.split('.').at(-2) ?? '');
    if (type && item.type !== type) {
      throw new Refusal(
        400,
        'wrong-type',
        `${field}: ${id} is a ${descriptionOf(item.type).words}; expected a ${descriptionOf(type).words}.`,
        field,
      );
    }
  }
};

const checkAssets = async (references: readonly Found[], { readAssets }: CheckDeps): Promise<void> => {
  const wanted = references.flatMap((found) => {
    if (found.kind === 'item') return [];
    const { field, id, fallback } = found;
    const other = fallback && fallback !== 'none' ? [{ field: field.replace(/asset$/, 'fallback'), id: fallback }] : [];
    return [{ field, id }, ...other];
  });
  const assets = await readAssets(wanted.map(({ id }) => id));
  for (const { field, id } of wanted) {
    const asset = assets.get(id);
    if (!asset) throw new Refusal(400, 'no-such-asset', `${field}: there is no asset ${id}.`, field);
    if (asset.state === 'removed') {
      throw new Refusal(
        409,
        'asset-removed',
        `${field}: the asset ${asset.fileName} (${id}) was removed; choose another.`,
        field,
      );
    }
  }
};

/** A title cannot be part of itself, by whatever way. */
const checkChain = async (itemId: string, data: Record<string, unknown>, { readData }: CheckDeps): Promise<void> => {
  const chain = [itemId];
  for (let next = partOf(data); next !== undefined; next = partOf(await readData(next))) {
    if (chain.includes(next) || chain.length > LONGEST_CHAIN) {
      throw new Refusal(
        409,
        'reference-loop',
        `partOf.ref: ${[...chain, next].join(' → ')} goes round in a circle.`,
        'partOf.ref',
      );
    }
    chain.push(next);
  }
};

const partOf = (data: Record<string, unknown> | undefined): string | undefined =>
  (data?.partOf as { ref?: string } | undefined)?.ref;
