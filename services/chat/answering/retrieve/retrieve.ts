import type { Library } from '../library.ts';
import type { Screened } from '../screen/screen.ts';
import type { Asked, Evidence, Understood } from '../understood.ts';
import type { Entry } from './entry.ts';
import { pickSentences } from './pick.ts';
import { type Query, readQuery } from './query.ts';
import { rank, type Scored } from './score.ts';
import { asksSealed, opensOn, sealedNotice } from './sealed.ts';

/** Evidence that goes along with an answer, at most. */
const MOST_EVIDENCE = 5;

/** Bytes of all evidence together. */
const MOST_BYTES = 7_500;

/** How sure it has to be that an entry answers. */
const SURE = 0.57;

/** How sure where the question has words of what no launch is asked. */
const SURE_ELSEWHERE = 0.75;

/** How telling what a question and an entry share has to be. */
const LEAST_SHARED = 0.25;

/** Whether a question has a word of the one that an editor asked. */
const sharesWords = ({ units }: Query, { asked }: Entry): boolean =>
  units.some(({ ways }) => ways.some(({ term }) => term.startsWith('w:') && asked.includes(term)));

const evidenceOf = (query: Query, scored: readonly Scored[], library: Library): Evidence[] => {
  const best = scored[0]?.score ?? 0;
  const found: Evidence[] = [];
  let bytes = 0;
  for (const { entry, score } of scored) {
    if (found.length === MOST_EVIDENCE || (found.length > 0 && score < best * 0.72)) break;
    const { source, curated } = entry;
    const sentences = pickSentences(query, entry, library);
    const text = entry.text.length > 1_500 ? sentences.join(' ') : entry.text;
    bytes += Buffer.byteLength(JSON.stringify({ source, text, sentences }));
    if (bytes > MOST_BYTES && found.length > 0) break;
    const lead = curated && !sharesWords(query, entry) ? source.title : undefined;
    found.push({ source, text, sentences, curated, score, ...(lead ? { lead } : {}) });
  }
  return found;
};

const holdsIn =
  (territory: string | undefined) =>
  ({ curated, territories, part }: Entry): boolean =>
    part !== 'sealed' && (!curated || !territories || territory === undefined || territories.includes(territory));

/** What is asked about countries themselves, too. */
const TOLD_OF_PLACES = new Set(['plot', 'setting', 'true-story', 'pictures']);

/** A question about a country that is not about what opens there is about the country. */
const isAbroad = ({ places, topics, anchored, figures, units }: Query): boolean => {
  if (places.length === 0 || anchored || figures.length > 0) return false;
  if (topics.size > 0) return [...topics.keys()].every((topic) => TOLD_OF_PLACES.has(topic));
  return units.some(({ role }) => role === 'word' || role === 'number');
};

const suffices = (
  best: Scored | undefined,
  { elsewhere, other, private: intimate }: Screened & { as: 'question' },
  query: Query,
): boolean => {
  const { figures, anchored } = query;
  if (best === undefined || other || (intimate && figures.length > 0)) return false;
  if (elsewhere && !anchored && figures.length === 0) return false;
  return (
    best.confidence >= (elsewhere ? SURE_ELSEWHERE : SURE) &&
    best.shared >= LEAST_SHARED &&
    !isAbroad(query)
  );
};

type Tried = { question: string; query: Query; scored: readonly Scored[] };

const sealedAnswer = ({ question, query }: Tried, library: Library): Understood => {
  const notice = sealedNotice(query, library);
  if (!notice) return { outcome: 'unknown', locale: library.locale, question, evidence: [] };
  const { source, text, curated, sentences } = notice;
  const evidence = [{ source, text, sentences: sentences.map((sentence) => sentence.text), curated, score: 1 }];
  return { outcome: 'sealed', locale: library.locale, question, evidence, opens: opensOn(query, library, notice) };
};

/** Finds what answers a question, in the first of its readings that is answered or sealed. */
export const retrieve = (
  readings: readonly string[],
  screened: Screened & { as: 'question' },
  { territory }: Asked,
  library: Library,
): Understood => {
  const { locale } = library;
  const tried: Tried[] = [];
  for (const question of readings) {
    const query = readQuery(question, library);
    const scored = rank(query, library, holdsIn(territory));
    const each = { question, query, scored };
    if (!screened.other && asksSealed(query, library)) return sealedAnswer(each, library);
    if (suffices(scored[0], screened, query))
      return { outcome: 'answer', locale, question, evidence: evidenceOf(query, scored, library) };
    tried.push(each);
  }
  const question = tried[0]?.question ?? '';
  const near = tried.some(
    ({ query, scored }) => query.anchored || query.topics.size > 0 || (scored[0]?.confidence ?? 0) > 0.3,
  );
  const outcome = near && !screened.elsewhere && !screened.other ? 'unknown' : 'out-of-scope';
  return { outcome, locale, question, evidence: [] };
};
