import * as z from 'zod';
import { assetIdsIn } from '../../shared/asset-uses.ts';
import type { Caller } from '../../shared/caller.ts';
import { Refusal } from '../../shared/refusal.ts';
import { auditOf, type ChangeDeps, type Tools, untilWritten } from '../changing.ts';
import { type CheckDeps, checkData } from '../check-data.ts';
import { type ItemRecord, shownItem } from '../item.ts';
import { aboutOf, ContentTypeName, namesOf } from '../model/item.ts';
import { ItemId } from '../model/reference.ts';
import { slugsOf } from '../slugs.ts';

export const CreateItemInput = z.strictObject({
  type: ContentTypeName,
  /** Made up where it is left out. */
  itemId: ItemId.optional(),
  data: z.record(z.string(), z.unknown()),
});
export type CreateItemInput = z.infer<typeof CreateItemInput>;

type Deps = ChangeDeps & CheckDeps & Tools;

/** Keeps a new item as a draft, version 1. */
export const createCreateItem = (deps: Deps) => async (input: CreateItemInput, caller: Caller) => {
  const { type } = input;
  const itemId = input.itemId ?? deps.newId();
  const data = await checkData({ type, itemId }, input.data, deps);
  const at = new Date(deps.now()).toISOString();
  const slugs = slugsOf(type, itemId, data);
  const item: ItemRecord = {
    itemId,
    type,
    version: 1,
    sequence: 0,
    names: namesOf(type, data),
    slugs,
    about: aboutOf(data),
    assets: assetIdsIn(data),
    createdAt: at,
    createdBy: caller.name,
    updatedAt: at,
    updatedBy: caller.name,
  };
  const audit = auditOf(item, 'created', caller, deps);
  return untilWritten(deps, async () => {
    if (await deps.readItem(itemId)) {
      throw new Refusal(
        409,
        'id-taken',
        `There is an item ${itemId} already; choose another id, or change that item.`,
        'itemId',
      );
    }
    const takes = Object.entries(slugs).map(([locale, slug]) => ({ locale, slug }));
    const revision = { itemId, type, version: 1, data, by: caller.name, at };
    const result = { ...shownItem(item), data, correlationId: audit.correlationId };
    return { changes: [{ item, revision, audit, takes }], result };
  });
};
