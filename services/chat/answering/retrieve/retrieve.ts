import { dayIn } from '../language/days.ts';
import type { Library } from '../library.ts';
import type { Screened } from '../screen/screen.ts';
import type { Asked, Evidence, Understood } from '../understood.ts';
import type { Entry } from './entry.ts';
import { pickSentences } from './pick.ts';
import { type Query, readQuery } from './query.ts';
import { rank, type Scored } from './score.ts';

/** Evidence that goes along with an answer, at most. */
const MOST_EVIDENCE = 5;

/** Bytes of all evidence together. */
const MOST_BYTES = 8_000;

/** How much of a question an entry has to say. */
const COVERED = 0.55;

const evidenceOf = (query: Query, scored: readonly Scored[], library: Library): Evidence[] => {
  const best = scored[0]?.score ?? 0;
  const found: Evidence[] = [];
  let bytes = 0;
  for (const { entry, score } of scored) {
    if (found.length === MOST_EVIDENCE || (found.length > 0 && score < best * 0.72)) break;
    const { source, curated } = entry;
    const sentences = pickSentences(query, entry, library);
    const text = entry.text.length > 2_000 ? sentences.join(' ') : entry.text;
    bytes += Buffer.byteLength(JSON.stringify({ source, text, sentences }));
    if (bytes > MOST_BYTES && found.length > 0) break;
    found.push({ source, text, sentences, curated, score });
  }
  return found;
};

const holdsIn =
  (territory: string | undefined) =>
  ({ curated, territories }: Entry): boolean =>
    !curated || !territories || territory === undefined || territories.includes(territory);

/** Finds what answers a question, in the first of its readings that is answered. */
export const retrieve = (
  readings: readonly string[],
  screened: Screened & { as: 'question' },
  { territory }: Asked,
  library: Library,
): Understood => {
  const { locale } = library;
  const tried = readings.map((question) => {
    const query = readQuery(question, library);
    return { question, query, scored: rank(query, library, holdsIn(territory)) };
  });
  const answered = tried.find(({ query, scored }) => suffices(query, scored[0], screened));
  const [first] = tried;
  const question = answered?.question ?? first?.question ?? '';
  if (answered) {
    return { outcome: 'answer', locale, question, evidence: evidenceOf(answered.query, answered.scored, library) };
  }
  const anchored = tried.some(
    ({ query, scored }) => query.anchored || query.topics.size > 0 || (scored[0]?.coverage ?? 0) > 0.3,
  );
  const outcome = anchored && !screened.elsewhere && !screened.other ? 'unknown' : 'out-of-scope';
  return { outcome, locale, question, evidence: [] };
};

const suffices = (
  _query: Query,
  best: Scored | undefined,
  { elsewhere, other }: Screened & { as: 'question' },
): boolean => best !== undefined && !other && best.coverage >= (elsewhere ? 0.8 : COVERED) && best.shared >= 0.3;
void dayIn;
