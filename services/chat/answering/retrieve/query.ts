import { type Analysis, analyse, type Span, topicsIn } from '../language/analyse.ts';
import { type Place, placesIn } from '../language/places.ts';
import type { Library } from '../library.ts';
import type { Figure } from './glossary.ts';
import { figuresIn, leadsIn, titleTokens } from './names.ts';
import { episodesAsked } from './terms.ts';
import { type Unit, unitsOf } from './units.ts';

export type Query = {
  text: string;
  analysis: Analysis;
  units: readonly Unit[];
  kinds: ReadonlySet<string>;
  /** What it asks of what every launch is asked, to 1; more where it says so in two ways. */
  topics: ReadonlyMap<string, number>;
  concepts: ReadonlySet<string>;
  /** Whom it names, or means by what they do. */
  figures: readonly Figure[];
  places: readonly Place[];
  /** Numbers of the episodes that it names. */
  episodes: readonly string[];
  /** It names the title or somebody of it. */
  anchored: boolean;
  /** It asks for what the story itself may only ask. */
  asksItself: boolean;
};

const JOINS = /^(?:and|or|but|so|y|e|o|pero|de|desde|para|hasta|a|en|con|por|sabeis|sabes|sabe|know|tell)$/;

/** Whether a question word asks, and does not only join: "remind me when it starts". */
const asks = ({ from, to }: Span, { tokens, spans }: Analysis): boolean => {
  if (to - from > 1 || from <= 2) return true;
  if (JOINS.test(tokens[from - 1]?.form ?? '')) return true;
  return !spans.some(({ term, from: other }) => term.startsWith('k:') && other < from);
};

/** Concepts by which one wants to see it, wherever that may be. */
const TO_SEE = ['release', 'watch', 'service', 'where-i-live'];

const topicsOf = (
  analysis: Analysis,
  { figures, places, kinds, concepts }: Pick<Query, 'figures' | 'places' | 'kinds' | 'concepts'>,
  { territories }: Library,
): Map<string, number> => {
  const topics = topicsIn(analysis);
  const covered = places.some(({ codes }) => codes.some((code) => territories.has(code)));
  if (places.length > 0 && territories.size > 0 && !covered) {
    if (kinds.has('when') || TO_SEE.some((each) => concepts.has(each))) {
      for (const each of ['when-out', 'where-to-watch']) topics.delete(each);
      topics.set('country-missing', 1);
    }
  }
  // "Tell me about …" somebody asks for no story.
  if (figures.some(({ character }) => !character) && topics.delete('plot')) topics.set('about-person', 1);
  return topics;
};

/** Reads a question: what it says, weighed by how telling it is. */
export const readQuery = (text: string, library: Library): Query => {
  const { language, speller } = library;
  const analysis = analyse(text, language, {
    chat: true,
    isName: library.isName,
    correct: (folded) => (library.knows(folded) || language.isOrdinary(folded) ? undefined : speller(folded)),
  });
  const { tokens, spans } = analysis;
  const inTitle = titleTokens(tokens, library);
  const named = figuresIn(tokens, library);
  const leads = leadsIn(analysis, library);
  const figures = [...new Set([...named.figures, ...leads.figures])];
  const places = placesIn(tokens);
  const kinds = new Set(
    spans.filter((span) => span.term.startsWith('k:') && asks(span, analysis)).map(({ term }) => term.slice(2)),
  );
  const concepts = new Set(spans.filter(({ term }) => term.startsWith('c:')).map(({ term }) => term.slice(2)));
  const topics = topicsOf(analysis, { figures, places, kinds, concepts }, library);
  // "A second part" is no episode.
  const episodes = (topics.get('more-seasons') ?? 0) >= 1 ? [] : episodesAsked(analysis);
  const names = { at: named.at, holders: leads.holders, figures };
  const units = unitsOf({ text, analysis, inTitle, names, places, episodes, topics }, library);
  const asksItself = ['who', 'why', 'which', 'where', 'how'].some((kind) => kinds.has(kind));
  const anchored = inTitle.size > 0 || named.at.size > 0;
  return { text, analysis, units, kinds, topics, concepts, figures, places, episodes, anchored, asksItself };
};
