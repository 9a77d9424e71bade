import type { Caller } from '../shared/caller.ts';
import { Refusal } from '../shared/refusal.ts';
import { apart, auditOf, type ChangeDeps, existing, type Tools, untilWritten, untrashed } from './changing.ts';
import type { ItemRecord } from './item.ts';
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
export const requestPublication = async (
  deps: RequestDeps,
  { kind, items, caller, publicationId, due, correlationId = deps.newId() }: Request,
): Promise<Publication> => {
  const ids = items.map(({ itemId }) => itemId);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice) throw new Refusal(400, 'twice', `The item ${twice} is named twice.`, 'items');
  return untilWritten(deps, async () => {
    const found = await deps.readItems(ids);
    const requestedAt = new Date(deps.now()).toISOString();
    const changes = items.map(({ itemId, version }): Change => {
      const { item, writes } = apart(untrashed(existing(found.get(itemId), itemId)));
      const wanted = wantedVersion(kind, item, version);
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
  });
};

const wantedVersion = (kind: Request['kind'], item: ItemRecord, version = item.version): number => {
  if (version > item.version) {
    throw new Refusal(
      400,
      'no-such-revision',
      `The item ${item.itemId} has no version ${version}; its newest is ${item.version}.`,
      'version',
    );
  }
  if (kind === 'unpublish' && item.publishedVersion === undefined && item.publication?.kind !== 'publish') {
    throw new Refusal(409, 'not-public', `The item ${item.itemId} is not public.`, 'id');
  }
  return version;
};

/** Whoever publishes now does not want it to happen once more later. */
const withoutSchedule = (item: ItemRecord, kind: Request['kind']): ItemRecord => {
  const { [kind]: _, ...schedules } = item.schedules ?? {};
  return { ...item, schedules: Object.keys(schedules).length > 0 ? schedules : undefined };
};
