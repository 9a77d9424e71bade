import type { AuditEntry, Problem, Revision } from '../item.ts';
import type { Publication } from '../publication.ts';
import type { ListRequest, PageRequest, Stored } from '../store/items.ts';
import type { Change, Outcome } from '../store/write.ts';

/** What DynamoDB gives back: a copy, without members that are undefined. */
const copy = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));

/** The most writes of one transaction. */
const MOST_WRITES = 100;

const slugName = ({ locale, slug }: { locale: string; slug: string }): string => `${locale}#${slug}`;
const versionKey = (version: number): string => `REVISION#${String(version).padStart(8, '0')}`;

/** The content table in memory: items with their versions, audit trail and addresses, and publications. */
export const memoryTable = () => {
  const items = new Map<string, Stored>();
  const revisions = new Map<string, Revision>();
  const audit: AuditEntry[] = [];
  const slugs = new Map<string, string>();
  const publications = new Map<string, Publication>();
  const interferences: (() => Promise<unknown>)[] = [];

  const conditionsOf = (changes: readonly Change[], publication: Publication | undefined): Outcome => {
    if (changes.some(({ item, writes }) => items.get(item.itemId)?.writes !== writes)) return 'conflict';
    for (const { item, takes = [] } of changes) {
      const taken = takes.find((slug) => (slugs.get(slugName(slug)) ?? item.itemId) !== item.itemId);
      if (taken) return { taken };
    }
    return publication && publications.has(publication.publicationId) ? 'conflict' : 'written';
  };

  const checkKeys = (changes: readonly Change[], publication: Publication | undefined): void => {
    const keys = changes.flatMap(({ item, revision, audit: line, takes = [], gives = [] }) => [
      item.itemId,
      ...[...takes, ...gives].map(slugName),
      ...(revision ? [`${item.itemId} ${versionKey(revision.version)}`] : []),
      ...(line ? [`${item.itemId} ${line.at}#${line.entryId}`] : []),
    ]);
    if (new Set(keys).size !== keys.length) throw new Error('a transaction writes one item of the table twice');
    if (keys.length + (publication ? 1 : 0) > MOST_WRITES) throw new Error('a transaction has more than 100 writes');
  };

  const put = ({ item, writes = 0, revision, audit: line, takes = [], gives = [] }: Change): void => {
    items.set(item.itemId, copy({ ...item, writes: writes + 1 }));
    if (revision) revisions.set(`${item.itemId} ${versionKey(revision.version)}`, copy(revision));
    if (line) audit.push(copy(line));
    for (const slug of takes) slugs.set(slugName(slug), item.itemId);
    for (const slug of gives) slugs.delete(slugName(slug));
  };

  /** From the newest to the oldest; the name of the last one leads to the next page. */
  const page = <Value>(all: readonly { name: string; value: Value }[], { limit, after }: PageRequest) => {
    const sorted = all.filter(({ name }) => after === undefined || name < after);
    sorted.sort((one, other) => (one.name < other.name ? 1 : -1));
    const found = sorted.slice(0, limit);
    return { found, next: sorted.length > limit ? found.at(-1)?.name : undefined };
  };
  const values = <Value>({ found, next }: { found: { value: Value }[]; next?: string }) => ({
    values: found.map(({ value }) => copy(value)),
    next,
  });

  return {
    items,
    audit,
    slugs,
    publications,
    /** Has somebody else act right before the next write. */
    interfere: (action: () => Promise<unknown>): void => void interferences.push(action),
    write: async (changes: readonly Change[], publication?: Publication): Promise<Outcome> => {
      await interferences.shift()?.();
      checkKeys(changes, publication);
      const outcome = conditionsOf(changes, publication);
      if (outcome !== 'written') return outcome;
      for (const change of changes) put(change);
      if (publication) publications.set(publication.publicationId, copy(publication));
      return 'written';
    },
    readItem: async (itemId: string): Promise<Stored | undefined> => {
      const found = items.get(itemId);
      return found && copy(found);
    },
    readItems: async (itemIds: readonly string[]): Promise<Map<string, Stored>> =>
      new Map(itemIds.flatMap((id) => (items.has(id) ? [[id, copy(items.get(id) as Stored)] as const] : []))),
    readRevision: async (itemId: string, version: number): Promise<Revision | undefined> =>
      revisions.get(`${itemId} ${versionKey(version)}`),
    readRevisions: async (wanted: readonly { itemId: string; version: number }[]): Promise<Revision[]> =>
      wanted.flatMap(({ itemId, version }) => revisions.get(`${itemId} ${versionKey(version)}`) ?? []),
    listRevisions: async (itemId: string, request: PageRequest) => {
      const own = [...revisions.values()].filter((revision) => revision.itemId === itemId);
      return values(
        page(
          own.map((value) => ({ name: versionKey(value.version), value })),
          request,
        ),
      );
    },
    listAudit: async (itemId: string, request: PageRequest) => {
      const own = audit.filter((entry) => entry.itemId === itemId);
      return values(
        page(
          own.map((value) => ({ name: `AUDIT#${value.at}#${value.entryId}`, value })),
          request,
        ),
      );
    },
    /** As DynamoDB does, counts towards the limit also what the filter leaves out. */
    listItems: async ({ type, ...request }: ListRequest) => {
      const all = [...items.values()].map((value) => ({ name: `${value.updatedAt}#${value.itemId}`, value }));
      const { found, next } = page(all, request);
      return values({ found: found.filter(({ value }) => type === undefined || value.type === type), next });
    },
    readPublication: async (publicationId: string): Promise<Publication | undefined> => {
      const found = publications.get(publicationId);
      return found && copy(found);
    },
    failPublication: async (publicationId: string, problems: readonly Problem[]): Promise<void> => {
      const found = publications.get(publicationId);
      if (!found || found.state === 'live') return;
      publications.set(publicationId, { ...found, state: 'failed', problems: copy([...problems]) });
    },
  };
};

export type MemoryTable = ReturnType<typeof memoryTable>;
