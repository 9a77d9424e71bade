import type { CuratedAnswer, Knowledge } from '../model/knowledge.ts';
import { createShelf } from '../shelf.ts';

/** An answer of an editor's, as the site has it. */
export const faqOf = (itemId: string, question: string, answer: string): CuratedAnswer => ({
  ...{ itemId, question, answer, path: `/questions/#${itemId}` },
});

/** What is public, in memory: each publication is another version of it. */
export const memorySite = () => {
  const files = new Map<string, string>();
  const loaded: string[] = [];
  let live: { version: number; knowledge: { locale: string; key: string }[] } = { version: 0, knowledge: [] };
  return {
    files,
    /** Keys of the files that were read, in order. */
    loaded,
    /** Puts the curated answers of each language in the place of what was public before. */
    publish(questions: Readonly<Record<string, readonly CuratedAnswer[]>>): number {
      const version = live.version + 1;
      const knowledge = Object.entries(questions).map(([locale, curated]) => {
        const key = `knowledge/${version}-${locale}.json`;
        files.set(key, JSON.stringify({ locale, pages: [], questions: curated } satisfies Knowledge));
        return { locale, key };
      });
      live = { version, knowledge };
      return version;
    },
    openShelf: createShelf({
      readLive: async () => live,
      async readKnowledge(key) {
        loaded.push(key);
        return files.get(key) ?? '';
      },
      note: () => {},
    }),
  };
};
