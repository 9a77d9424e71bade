import * as z from 'zod';
import { uuidFor } from '../../shared/uuid.ts';
import { apart, auditOf, type ChangeDeps, untilWritten } from '../changing.ts';
import type { Problem } from '../item.ts';
import type { Publication } from '../publication.ts';
import type { SiteRecord } from '../store/site.ts';

const ProblemShape = z.strictObject({
  itemId: z.string(),
  name: z.string(),
  field: z.string(),
  message: z.string(),
  remedy: z.string(),
});

export const RecordFailureInput = z.strictObject({
  publicationId: z.uuid(),
  problems: z.array(ProblemShape),
  /** What went wrong inside, where it was not the content. */
  error: z.string().optional(),
});
export type RecordFailureInput = z.infer<typeof RecordFailureInput>;

/** The publication is in a version that is about to go live. Retried, until it is. */
export class GoingLiveError extends Error {
  override name = 'GoingLiveError';
}

type Deps = ChangeDeps & {
  now: () => number;
  readPublication: (publicationId: string) => Promise<Publication | undefined>;
  failPublication: (publicationId: string, problems: readonly Problem[]) => Promise<void>;
  readSite: () => Promise<SiteRecord>;
  unstage: (publicationId: string) => Promise<void>;
  giveTurnBack: (holder: string) => Promise<void>;
};

/** Problems that an event and an item can carry. */
const MOST_PROBLEMS = 40;

/** Notes with a publication and its items why it failed. The live site is as it was; one that is live already stays so. */
export const createRecordFailure =
  (deps: Deps) =>
  async ({ publicationId, problems: given, error }: RecordFailureInput): Promise<{ problems: Problem[] }> => {
    await deps.giveTurnBack(publicationId);
    const publication = await deps.readPublication(publicationId);
    const internal: Problem[] = error
      ? [
          {
            itemId: publication?.items[0]?.itemId ?? '',
            name: '',
            field: '',
            message: `Something went wrong on our side (${error}).`,
            remedy: 'Try again; if it stays so, an operator finds the execution by this publication.',
          },
        ]
      : [];
    const problems = [...given, ...internal].slice(0, MOST_PROBLEMS);
    if (!publication || publication.state === 'live') return { problems };
    const { next } = await deps.readSite();
    if (next?.publications.some((each) => each.publicationId === publicationId)) {
      throw new GoingLiveError(
        `The publication ${publicationId} is in version ${next.version}, which is made already.`,
      );
    }
    await deps.unstage(publicationId);
    for (const itemId of new Set(publication.items.map((each) => each.itemId)))
      await recordItem(deps, publication, itemId, problems);
    await deps.failPublication(publicationId, problems);
    return { problems };
  };

const recordItem = async (
  deps: Deps,
  publication: Publication,
  itemId: string,
  all: readonly Problem[],
): Promise<void> => {
  const { publicationId, kind, requestedBy, correlationId, causationId } = publication;
  const problems = all.filter((problem) => problem.itemId === itemId || problem.field === '');
  await untilWritten(deps, async () => {
    const stored = await deps.readItem(itemId);
    const under = stored?.publication;
    if (!stored || under?.publicationId !== publicationId || under.state === 'failed')
      return { changes: [], result: undefined };
    const { item, writes } = apart(stored);
    const tools = { now: deps.now, newId: () => uuidFor(`${publicationId}/${itemId}/failed`) };
    const asker = { name: requestedBy, requestId: causationId };
    const details = { publicationId, problems };
    const audit = auditOf(item, 'publication-failed', asker, tools, { correlationId, details });
    const failed = {
      publicationId,
      kind: kind === 'unpublish' || kind === 'release' ? kind : ('publish' as const),
      state: 'failed' as const,
      problems,
    };
    return { changes: [{ item: { ...item, publication: failed }, writes, audit }], result: undefined };
  });
};
