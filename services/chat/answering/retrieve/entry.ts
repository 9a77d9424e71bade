import type { Source } from '../../model/answer.ts';
import type { Passage } from '../../model/knowledge.ts';
import type { Analysis } from '../language/analyse.ts';

/** Where in an entry a term stands, the weightiest first: what is asked, what it is headed by, its page's title, its text. */
export const FIELDS = ['ask', 'heading', 'title', 'text'] as const;
export type Field = (typeof FIELDS)[number];

export type Sentence = { text: string; terms: ReadonlySet<string>; analysis: Analysis };

/** A curated answer or a passage: what can be answered with. */
export type Entry = {
  index: number;
  source: Source;
  /** `faq` for curated answers, else the kind of the page. */
  kind: string;
  curated: boolean;
  part?: Passage['part'];
  territories?: readonly string[];
  /** The whole as plain text. */
  text: string;
  sentences: readonly Sentence[];
  terms: Readonly<Record<Field, ReadonlySet<string>>>;
  /** Terms of what it is asked or headed by that mean something, for how much of it a question covers. */
  asked: readonly string[];
  /** What it answers of what every launch is asked, to 1. */
  topics: ReadonlyMap<string, number>;
  /** It has a list of short lines. */
  list: boolean;
  /** Numbers of the episodes that it is headed by. */
  episodes: readonly string[];
};
