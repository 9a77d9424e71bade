import type { Caller } from '../shared/caller.ts';
import { Refusal } from '../shared/refusal.ts';
import { apart, auditOf, type ChangeDeps, existing, type Tools, untilWritten, untrashed } from './changing.ts';
import { type ItemRecord, publicVersion } from './item.ts';
import type { Publication } from './publication.ts';
import type { Stored } from './store/items.ts';
import type { Change } from './store/write.ts';

export type RequestDeps = Pick<ChangeDeps, 'write' | 'pause'> &
  Tools & { readItems: (itemIds: readonly string[]) => Promise<Map<string, Stored>> };

type Request = {
  kind: 'publish' | 'unpublish';
  /** Without a version: the newest. */
  items: readonly { itemId: string; version?: number }[];
  caller: Pick<Caller, 'name' | 'requestId'>;
  publicationId: string;
  due?: Publication['due'];
  /** Default: a new thread. */
  correlationId?: string;
};

/** Writes down that items are to become public, or not to be so any more. The table's stream starts the workflow. */
export const requestPublication = async (deps: RequestDeps, request: Request): Promise<Publication> => {
  refuseTwice(request.items);
  const { correlationId = deps.newId() } = request;
  return untilWritten(deps, () => decidePublication(deps, { ...request, correlationId }));
};

/** Throws a `Refusal` where an item is named more than once. */
export const refuseTwice = (items: readonly { itemId: string }[]): void => {
  const ids = items.map(({ itemId }) => itemId);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice) throw new Refusal(400, 'twice', `The item ${twice} is named twice.`, 'items');
};

/** What a request writes, as the items are now. */
export const decidePublication = async (
  deps: Tools & Pick<RequestDeps, 'readItems'>,
  { kind, items, caller, publicationId, due, correlationId = deps.newId() }: Request,
): Promise<{ changes: Change[]; publication: Publication; result: Publication }> => {
  const found = await deps.readItems(items.map(({ itemId }) => itemId));
  const requestedAt = new Date(deps.now()).toISOString();
  const changes = items.map(({ itemId, version }): Change => {
    const { item, writes } = apart(untrashed(existing(found.get(itemId), itemId)));
    // What was scheduled happens to items that are not public as well: it is how they were to be.
    if (kind === 'unpublish' && !due) requirePublic(item);
    const wanted = wantedVersion(item, version);
    const action = kind === 'publish' ? 'asked-to-publish' : 'asked-to-unpublish';
    const details = { publicationId, ...(due ? { due } : {}) };
    const next: ItemRecord = {
      ...withoutSchedule(item, kind),
      sequence: item.sequence + 1,
      publication: { publicationId, kind, state: 'waiting' },
    };
    const audit = auditOf({ ...item, version: wanted }, action, caller, deps, { correlationId, details });
    return { item: next, writes, audit };
  });
  const publication: Publication = {
    publicationId,
    kind,
    items: changes.map(({ item: { itemId, sequence }, audit }) => ({
      itemId,
      sequence,
      version: audit?.version ?? 1,
    })),
    state: 'waiting',
    requestedBy: caller.name,
    requestedAt,
    correlationId,
    causationId: caller.requestId,
    ...(due ? { due } : {}),
  };
  return { changes, publication, result: publication };
};

/** The version that is asked for, which the item must have; the newest where none is. */
export const wantedVersion = (item: ItemRecord, version = item.version): number => {
  if (version <= item.version) return version;
  throw new Refusal(
    400,
    'no-such-revision',
    `The item ${item.itemId} has no version ${version}; its newest is ${item.version}.`,
    'version',
  );
};

const requirePublic = (item: ItemRecord): void => {
  if (publicVersion(item) !== undefined || item.publication?.kind === 'publish') return;
  throw new Refusal(409, 'not-public', `The item ${item.itemId} is not public.`, 'id');
};

/** Whoever publishes now does not want it to happen once more later. */
const withoutSchedule = (item: ItemRecord, kind: Request['kind']): ItemRecord => {
  const { [kind]: _, ...schedules } = item.schedules ?? {};
  return { ...item, schedules: Object.keys(schedules).length > 0 ? schedules : undefined };
};
