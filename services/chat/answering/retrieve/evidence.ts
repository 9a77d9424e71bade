import type { Library } from '../library.ts';
import type { Evidence } from '../understood.ts';
import type { Entry } from './entry.ts';
import { pickSentences } from './pick.ts';
import type { Query } from './query.ts';
import type { Scored } from './score.ts';

/** Evidence that goes along with an answer, at most. */
const MOST = 5;

/** Bytes of all evidence together. */
const MOST_BYTES = 7_500;

/** Characters of a text that goes along whole. */
const MOST_TEXT = 1_500;

/** How near the best one another has to come to go along. */
const NEAR = 0.72;

/** Whether a question has a word of the one that an editor asked. */
const sharesWords = ({ units }: Query, { asked }: Entry): boolean =>
  units.some(({ ways }) => ways.some(({ term }) => term.startsWith('w:') && asked.includes(term)));

/** An entry as evidence, with its sentences that answer. */
export const evidenceFrom = (
  query: Query,
  { entry, score }: Pick<Scored, 'entry' | 'score'>,
  library: Library,
): Evidence => {
  const { source, curated } = entry;
  const sentences = pickSentences(query, entry, library);
  const text = entry.text.length > MOST_TEXT ? sentences.join(' ') : entry.text;
  const lead = curated && !sharesWords(query, entry) ? { lead: source.title } : {};
  return { source, text, sentences, curated, score: Math.round(score * 1_000) / 1_000, ...lead };
};

/** What an answer may rest on: the best entry and those that come near it, small enough to travel through a workflow. */
export const evidenceOf = (query: Query, scored: readonly Scored[], library: Library): Evidence[] => {
  const best = scored[0]?.score ?? 0;
  const found: Evidence[] = [];
  let bytes = 0;
  for (const each of scored.slice(0, MOST)) {
    if (found.length > 0 && each.score < best * NEAR) break;
    const evidence = evidenceFrom(query, each, library);
    bytes += Buffer.byteLength(JSON.stringify(evidence));
    if (found.length > 0 && bytes > MOST_BYTES) break;
    found.push(evidence);
  }
  return found;
};
