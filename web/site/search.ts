import MiniSearch from 'minisearch';

/** One page as search knows it. `kind` is the page's, such as `news`. */
export type SearchEntry = { path: string; kind: string; title: string; summary: string; text: string };

/** The JSON that a search page reads; `version` changes with the content. */
export type SearchIndex = { locale: string; version: string; entries: readonly SearchEntry[] };

/** A found page; `terms` are the words of the page that the query met, folded as `fold` does it. */
export type Found = Omit<SearchEntry, 'text'> & { text: string; terms: readonly string[] };

/** Answers the pages that a query finds, best first. */
export type Search = (query: string) => Found[];

/** Most results of one query: who has not found it among these writes another word. */
const MOST = 30;

const MARKS = /\p{M}/gu;

/** A word as it is compared: small letters of its language, without accents. */
export const fold = (word: string, locale: string): string =>
  word.normalize('NFD').replace(MARKS, '').toLocaleLowerCase(locale);

/** A search over pages: words by their beginning, with small slips, without accents; a title counts most. */
export const createSearch = (entries: readonly SearchEntry[], locale: string): Search => {
  const index = new MiniSearch<SearchEntry & { id: number }>({
    fields: ['title', 'summary', 'text'],
    storeFields: ['path', 'kind', 'title', 'summary', 'text'],
    processTerm: (term) => fold(term, locale) || null,
    searchOptions: {
      boost: { title: 4, summary: 2 },
      prefix: true,
      fuzzy: (term) => (term.length > 3 ? 0.2 : false),
      combineWith: 'AND',
    },
  });
  index.addAll(entries.map((entry, id) => ({ ...entry, id })));
  return (query) =>
    index
      .search(query)
      .slice(0, MOST)
      .map(({ path, kind, title, summary, text, terms }) => ({
        path,
        kind,
        title,
        summary,
        text,
        terms,
      }));
};
