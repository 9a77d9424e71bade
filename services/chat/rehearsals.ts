import { openKnowledge } from './answering/library.ts';
import type { Knowledge } from './model/knowledge.ts';
import type { Shelf } from './shelf.ts';

type Moment = { momentId: string; territory?: string; knowledge: readonly { locale: string; key: string }[] };

type Deps = { readKnowledge: (key: string) => Promise<string> };

/** What S3 says of a key that is not there, to whoever may list the bucket and to whoever may not. */
const MISSING = new Set(['NoSuchKey', 'AccessDenied', 'NotFound']);

/** Opens what the chatbot will know at a moment of a rehearsal; undefined where there is no such moment. */
export const createOpenRehearsal =
  ({ readKnowledge }: Deps) =>
  async ({
    rehearsalId,
    momentId,
  }: {
    releaseId: string;
    rehearsalId: string;
    momentId: string;
  }): Promise<{ shelf: Shelf; territory?: string } | undefined> => {
    const text = await readKnowledge(`rehearsals/${rehearsalId}/moments.json`).catch((error: Error) => {
      if (MISSING.has(error.name)) return undefined;
      throw error;
    });
    const moments = text === undefined ? [] : (JSON.parse(text) as Moment[]);
    const moment = moments.find((each) => each.momentId === momentId);
    if (!moment) return undefined;
    const libraries = await Promise.all(
      moment.knowledge.map(async ({ locale, key }) => {
        const knowledge = JSON.parse(await readKnowledge(key)) as Knowledge;
        return [locale, openKnowledge(knowledge)] as const;
      }),
    );
    const place = moment.territory ? { territory: moment.territory } : {};
    return { shelf: { siteVersion: 0, libraries: new Map(libraries) }, ...place };
  };
