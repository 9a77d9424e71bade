import { TOPICS } from '../language/topics.ts';

/** The terms by which each topic is asked for. */
const PARTS: ReadonlyMap<string, readonly string[]> = new Map(
  TOPICS.map(({ name, asked, hinted = [] }) => [
    name,
    [...new Set([...asked, ...hinted].flat())].map((part) =>
      part.startsWith('?') ? `k:${part.slice(1)}` : `c:${part}`,
    ),
  ]),
);

/** The concept that a passage has which is about a topic, where nothing is headed by it. */
const TOLD: ReadonlyMap<string, string> = new Map(
  TOPICS.flatMap(({ name, told }) => (told ? [[name, `c:${told}`]] : [])),
);

export const toldOf = (topic: string): string | undefined => TOLD.get(topic);

export const partsOfTopic = (topic: string): readonly string[] => PARTS.get(topic) ?? [];

/** The terms by which any of the topics is asked for. */
export const partsOf = (topics: ReadonlyMap<string, number>): ReadonlySet<string> =>
  new Set([...topics.keys()].flatMap(partsOfTopic));

/** Whether a sentence speaks of what a topic is about. */
export const saysTopic = (topic: string, terms: ReadonlySet<string>): boolean =>
  [toldOf(topic) ?? '', ...partsOfTopic(topic)].some((part) => part.startsWith('c:') && terms.has(part));
