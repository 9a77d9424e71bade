import { type Entry, FIELDS } from './entry.ts';
import { partsOfTopic, toldOf } from './parts.ts';
import type { Query } from './query.ts';
import { isSaid } from './terms-fit.ts';
import type { Unit } from './units.ts';
import { WEIGHTS } from './weights.ts';

/** How an entry takes a question: what they have in common as a whole, and what is left to be found word by word. */
export type Explanation = {
  /** How much of the topic is met, and what it weighs; nothing where no topic is shared. */
  topic: { weight: number; fit: number };
  units: readonly { unit: Unit; weight: number; explained: boolean }[];
  total: number;
};

const missed = ({ topics }: Query, { terms, curated, topics: own }: Entry): Explanation['topic'] => {
  const strong = [...topics].filter(([, strength]) => strength >= 1);
  if (strong.length === 0) return { weight: 0, fit: 0 };
  // An answer that was written for another question only mentions this one.
  const other = curated && [...own.values()].some((strength) => strength >= 1);
  const fields = other ? (['text'] as const) : FIELDS;
  const told = strong.some(([topic]) => fields.some((field) => terms[field].has(toldOf(topic) ?? '')));
  return { weight: WEIGHTS.missed, fit: told ? WEIGHTS.told * (other ? 0.6 : 1) : 0 };
};

/** Takes a question as an entry would answer it. */
export const explain = (query: Query, entry: Entry): Explanation => {
  const said = new Set<string>();
  let [fit, weight] = [0, 0];
  for (const [topic, strength] of query.topics) {
    const met = entry.topics.get(topic) ?? 0;
    if (met === 0) continue;
    // What was written for another question, too, and that is not asked, answers this one less.
    const both =
      Math.min(1, met / Math.min(1, strength)) *
      (entry.curated && met < Math.max(...entry.topics.values()) ? WEIGHTS.second : 1);
    if (strength * both > fit * weight) [fit, weight] = [both, strength];
    // What is only hinted at leaves the words to be found.
    if (strength < 1) continue;
    for (const part of partsOfTopic(topic)) said.add(part);
  }
  const topic = fit > 0 ? { weight: weight * WEIGHTS.topic, fit } : missed(query, entry);
  const units = query.units.map((unit) => {
    const explained = unit.role !== 'name' && unit.ways.some(({ term, fit: sure }) => sure > 0.7 && said.has(term));
    if (explained) return { unit, explained, weight: Math.min(unit.weight, WEIGHTS.explained) };
    // What was written for the question and leaves something of it unsaid was written for another.
    const unsaid = entry.curated && unit.role !== 'soft' && !isSaid(unit, entry);
    return { unit, explained, weight: unit.weight * (unsaid ? WEIGHTS.unsaid : 1) };
  });
  return { topic, units, total: topic.weight + units.reduce((sum, each) => sum + each.weight, 0) };
};
