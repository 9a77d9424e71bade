import type { Entry } from './entry.ts';
import type { Query } from './query.ts';

/** Parts of a page that stand under a heading without saying it. */
const HEADED = new Set(['title', 'press-kit']);

/** Characters of a text that its heading is put before. */
const HEADED_UP_TO = 260;

/** Words that ask for all of a list. */
const ALL = /^(?:all|names|list|each|every|todos|todas|nombres|lista|cuales|cada|llaman)$/;

/** Whether a question asks for all of a list. */
export const asksAll = ({ analysis }: Query): boolean => analysis.tokens.some(({ folded }) => ALL.test(folded));

/** Lines of a list, where a question asks for all of it. */
export const listIn = (query: Query, { sentences, text, list }: Entry, at: number): number[] | undefined => {
  const lines = new Set(text.split('\n'));
  if (!asksAll(query) || !list || !lines.has(sentences[at]?.text ?? '')) return undefined;
  return sentences.flatMap((sentence, index) => (lines.has(sentence.text) ? [index] : []));
};

/** What has to stand before sentences that would not say whom or what they are about. */
export const leadOf = ({ kind, source, text }: Entry, shown: readonly string[]): string | undefined => {
  const said = shown.join(' ');
  if (kind === 'person') {
    return source.title.split(/[\s-]/).some((name) => said.includes(name)) ? undefined : source.title;
  }
  const { heading } = source;
  if (!HEADED.has(kind) || !heading || text.startsWith(heading) || said.length > HEADED_UP_TO) return undefined;
  return heading;
};
