import type { Caller } from '../shared/caller.ts';
import { apart, auditOf, existing, type Tools } from './changing.ts';
import type { ItemRecord } from './item.ts';
import type { Publication, PublicationItem } from './publication.ts';
import type { RequestDeps } from './request.ts';
import type { Change } from './store/write.ts';
import type { Scope } from './territories.ts';

/** What a release makes of an item in a scope; without a version, it is taken back there. */
export type ReleasedPart = { itemId: string; scope: Scope; version?: number };

export type ReleaseRequest = {
  publicationId: string;
  release: NonNullable<Publication['release']>;
  parts: readonly ReleasedPart[];
  caller: Pick<Caller, 'name' | 'requestId'>;
  correlationId: string;
  due?: Publication['due'];
};

/** What a request of a release writes, as the items are now: every item of it changes in one step, each in its scopes. */
export const decideRelease = async (
  deps: Tools & Pick<RequestDeps, 'readItems'>,
  { publicationId, release, parts, caller, correlationId, due }: ReleaseRequest,
): Promise<{ changes: Change[]; publication: Publication; result: Publication }> => {
  const ids = [...new Set(parts.map(({ itemId }) => itemId))];
  const found = await deps.readItems(ids);
  const changes: Change[] = [];
  const items: PublicationItem[] = [];
  for (const itemId of ids) {
    const { item, writes } = apart(existing(found.get(itemId), itemId));
    const own = parts.filter((part) => part.itemId === itemId);
    const version = own.find((part) => part.version !== undefined)?.version;
    const sequence = item.sequence + 1;
    const next: ItemRecord = { ...item, sequence, publication: { publicationId, kind: 'release', state: 'waiting' } };
    const action = version === undefined ? 'asked-to-unpublish' : 'asked-to-publish';
    const details = { publicationId, release, ...(due ? { due } : {}) };
    const audit = auditOf({ ...item, version: version ?? item.version }, action, caller, deps, {
      correlationId,
      details,
    });
    changes.push({ item: next, writes, audit });
    for (const part of own) {
      const { scope } = part;
      if (part.version === undefined) items.push({ itemId, sequence, version: item.version, scope, withdraw: true });
      else items.push({ itemId, sequence, version: part.version, scope });
    }
  }
  const publication: Publication = {
    publicationId,
    kind: 'release',
    items,
    release,
    state: 'waiting',
    requestedBy: caller.name,
    requestedAt: new Date(deps.now()).toISOString(),
    correlationId,
    causationId: caller.requestId,
    ...(due ? { due } : {}),
  };
  return { changes, publication, result: publication };
};
