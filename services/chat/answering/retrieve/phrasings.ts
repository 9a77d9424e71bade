import type { Knowledge } from '../../model/knowledge.ts';
import { type Analysis, analyse } from '../language/analyse.ts';
import {
  askingOf,
  compareSaid,
  type Read,
  type Reader,
  readSaid,
  type Said,
  type Telling,
  termsSaid,
  weighSaid,
  weightOf,
} from './said.ts';

/** One way of asking something. */
export type Phrasing = { said: readonly Said[]; weight: number };

/** The ways of asking one thing, and all that they say together, each once. */
export type Ways = { phrasings: readonly Phrasing[]; together: readonly Said[] };

/** All ways of asking that editors listed, and what every launch is asked and no site tells. */
export type Phrasings = {
  /** By the address of the page or curated answer that answers them; a curated question is one of its own ways. */
  byPath: ReadonlyMap<string, Ways>;
  strangers: readonly Phrasing[];
  /** Words of all of them, folded. */
  words: ReadonlySet<string>;
  /** By how few answers are asked for with a term. */
  telling: Telling;
};

/** Of how alike a question is to what is asked in many ways: what the ways next to the closest one count, and all together. */
const NEXT = 0.16;
const TOGETHER = 0.2;

/** Ways beside the first from which on they stand for all that there are. */
const MANY = 8;

/** How far so many listed ways of asking stand for all that there are, to 1. */
export const howMany = (ways: number): number => Math.min(1, Math.max(0, ways - 1) / MANY);

/** From here on it is that question. */
const SAME = 0.97;

/** Reads the ways of asking that a language's knowledge lists. */
export const phrasingsOf = ({ questions, pages }: Knowledge, reader: Reader): Phrasings => {
  const { language } = reader;
  const words = new Set<string>();
  const read = (text: string): Read[] => {
    const analysis = analyse(text, language);
    for (const { form } of analysis.tokens) words.add(form);
    return readSaid(analysis, reader);
  };
  const listed = [
    ...questions.map(({ path, question, alsoAsked = [] }) => ({ path, asked: [question, ...alsoAsked] })),
    ...pages.map(({ path, alsoAsked = [] }) => ({ path, asked: alsoAsked })),
  ]
    .filter(({ asked }) => asked.length > 0)
    .map(({ path, asked }) => ({ path, asked: asked.map(read) }));
  const counts = new Map<string, number>();
  for (const { asked } of listed) {
    for (const term of termsSaid(asked.flat())) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const most = Math.log(1 + listed.length);
  const telling: Telling = (term) => {
    const count = counts.get(term);
    return count === undefined ? undefined : Math.log(1 + listed.length / count) / most;
  };
  const phrasing = (each: Read[]): Phrasing => {
    const said = weighSaid(each, telling);
    return { said, weight: weightOf(said) };
  };
  const waysOf = (asked: readonly Read[][]): Ways => {
    const phrasings = asked.map(phrasing);
    const each = phrasings.flatMap(({ said }) => said).map((one) => [`${one.word} ${one.means}`, one] as const);
    return { phrasings, together: [...new Map(each).values()] };
  };
  return {
    byPath: new Map(listed.map(({ path, asked }) => [path, waysOf(asked)])),
    strangers: language.strangers.map((text) => phrasing(read(text))),
    words,
    telling,
  };
};

/** How alike a question is to listed ways of asking, each to 1. */
export type Likeness = { byPath: ReadonlyMap<string, number>; strange: number };

/** Compares a question with every listed way of asking. */
export const likenessOf = (analysis: Analysis, { byPath, strangers, telling }: Phrasings, reader: Reader): Likeness => {
  const asking = askingOf(weighSaid(readSaid(analysis, reader), telling));
  const { weight } = asking;
  if (weight === 0) return { byPath: new Map(), strange: 0 };
  const to = (one: Phrasing): number => {
    const { asked, told } = compareSaid(asking, one.said);
    return (asked + told) / (weight + one.weight);
  };
  const toAll = ({ phrasings, together: all }: Ways): number => {
    const [closest = 0, second = 0, third = 0] = phrasings.map(to).sort((one, other) => other - one);
    if (closest >= SAME) return 1;
    const many = howMany(phrasings.length);
    const [next, together] = [NEXT * many, TOGETHER * many];
    const single = (1 - next) * closest + (next * (second + third)) / 2;
    if (together === 0) return single;
    return (1 - together) * single + (together * compareSaid(asking, all).asked) / weight;
  };
  return {
    byPath: new Map([...byPath].map(([path, ways]) => [path, toAll(ways)])),
    strange: Math.max(0, ...strangers.map(to)),
  };
};
