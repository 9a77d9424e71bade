import { ContentPublished } from '@marquee/events/schemas/content-published.ts';
import { SiteRebuilt } from '@marquee/events/schemas/site-rebuilt.ts';
import { SiteRefreshed } from '@marquee/events/schemas/site-refreshed.ts';
import * as z from 'zod';
import { compose } from '../answering/compose.ts';
import { understand } from '../answering/understand.ts';
import { changeExistingGap, type GapDeps } from '../gaps.ts';
import type { Answer } from '../model/answer.ts';
import type { Ask, Gap } from '../model/gap.ts';
import type { Promised } from '../model/promise.ts';
import type { OpenShelf, Shelf } from '../shelf.ts';
import { type KeepDeps, keepPromise, TurnUnderWayError } from './keep-promise.ts';

/** Events after which more may be known. */
export const SiteChangedEvent = z.object({
  detail: z.union([ContentPublished.tolerant, SiteRefreshed.tolerant, SiteRebuilt.tolerant]),
});
export type SiteChangedEvent = z.infer<typeof SiteChangedEvent>;

type Deps = KeepDeps &
  GapDeps & {
    openShelf: OpenShelf;
    listGaps: (state: Gap['state'], page: { limit: number; after?: string }) => Promise<{ gaps: Gap[]; next?: string }>;
    readAsks: (gapId: string) => Promise<Ask[]>;
    noteAgain: (ask: Ask, again: NonNullable<Ask['again']>) => Promise<void>;
    listPromises: (after?: string) => Promise<{ promises: Promised[]; next?: string }>;
  };

/** What is answered now to a question, with what is public where it is asked. */
type AnswerTo = (text: string, locale: string, territory?: string) => Promise<Answer>;

/**
 * Asks again what could not be answered: the questions of a group whose FAQ is public now, and what fans want to be answered as
 * soon as it can be, which is answered in their conversations. Once more changes nothing.
 */
export const createAskAgain =
  (deps: Deps) =>
  async ({ detail: { data } }: SiteChangedEvent): Promise<void> => {
    const shelf = await deps.openShelf();
    const shelves = new Map<string | undefined, Shelf>([[undefined, shelf]]);
    const shelfIn = async (territory?: string): Promise<Shelf> => {
      const opened = shelves.get(territory) ?? (await deps.openShelf(territory));
      shelves.set(territory, opened);
      return opened;
    };
    const answerTo: AnswerTo = async (text, locale, territory) => {
      const { libraries } = await shelfIn(territory);
      return compose(understand({ text, locale, recent: [], ...(territory ? { territory } : {}) }, libraries));
    };
    const published = new Set('items' in data ? data.items.map(({ itemId }) => itemId) : []);
    for (const gap of await drafted(deps)) {
      if (gap.itemId !== undefined && published.has(gap.itemId)) await askGroup(deps, gap, shelf, answerTo);
    }
    await keepPromises(deps, shelf, answerTo);
  };

const keepPromises = async (deps: Deps, { siteVersion }: Shelf, answerTo: AnswerTo): Promise<void> => {
  let after: string | undefined;
  let underWay: TurnUnderWayError | undefined;
  do {
    const { promises, next } = await deps.listPromises(after);
    for (const promised of promises) {
      const answer = await answerTo(promised.question, promised.locale, promised.territory);
      if (answer.outcome !== 'answer') continue;
      try {
        await keepPromise(deps, promised, answer, siteVersion);
      } catch (error) {
        // A conversation that is busy, or stays so, must not keep the others waiting.
        if (!(error instanceof TurnUnderWayError)) throw error;
        underWay = error;
      }
    }
    after = next;
  } while (after !== undefined);
  if (underWay) throw underWay;
};

const drafted = async ({ listGaps }: Deps): Promise<Gap[]> => {
  const found: Gap[] = [];
  let after: string | undefined;
  do {
    const page = await listGaps('drafted', { limit: 100, ...(after ? { after } : {}) });
    found.push(...page.gaps);
    after = page.next;
  } while (after !== undefined);
  return found;
};

const askGroup = async (deps: Deps, gap: Gap, { siteVersion }: Shelf, answerTo: AnswerTo): Promise<void> => {
  const asks = await deps.readAsks(gap.gapId);
  const at = new Date(deps.now()).toISOString();
  let answered = 0;
  for (const ask of asks) {
    const { outcome, text, sources } = await answerTo(ask.question, gap.locale);
    const itemId = sources[0]?.itemId;
    if (outcome === 'answer' && itemId === gap.itemId) answered += 1;
    await deps.noteAgain(ask, { outcome, text, siteVersion, at, ...(itemId ? { itemId } : {}) });
  }
  const asked = { answered, of: asks.length, siteVersion };
  await changeExistingGap(deps, gap.gapId, (found) => ({ ...found, state: 'answered', asked }));
};
