import { TOPICS } from '../language/concepts.ts';
import type { Entry } from './entry.ts';
import type { Query, Unit } from './query.ts';

/** What a topic that question and entry share weighs against single words. */
const TOPIC_WEIGHT = 1;

/** What a word weighs that the shared topic says already. */
const EXPLAINED = 0.2;

const PARTS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  TOPICS.map(({ name, asked, hinted = [] }) => [
    name,
    new Set([...asked, ...hinted].flat().map((part) => (part.startsWith('?') ? `k:${part.slice(1)}` : `c:${part}`))),
  ]),
);

/** How an entry takes a question: what they have in common as a whole, and what is left to be found word by word. */
export type Explanation = {
  /** How much of the topic is met, and what it weighs; nothing where no topic is shared. */
  topic: { weight: number; fit: number };
  units: readonly { unit: Unit; weight: number; explained: boolean }[];
  total: number;
};

/** Takes a question as an entry would answer it. */
export const explain = (query: Query, entry: Entry): Explanation => {
  const said = new Set<string>();
  let [fit, weight] = [0, 0];
  for (const [topic, strength] of query.topics) {
    const met = entry.topics.get(topic) ?? 0;
    if (met === 0) continue;
    if (strength * met > fit * weight) [fit, weight] = [met, strength];
    for (const part of PARTS.get(topic) ?? []) said.add(part);
  }
  const topic = { weight: weight * TOPIC_WEIGHT, fit };
  const units = query.units.map((unit) => {
    const explained = unit.role !== 'name' && unit.ways.some(({ term, fit: sure }) => sure > 0.7 && said.has(term));
    return { unit, explained, weight: explained ? Math.min(unit.weight, EXPLAINED) : unit.weight };
  });
  return { topic, units, total: topic.weight + units.reduce((sum, each) => sum + each.weight, 0) };
};
