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
const SURE = 0.52;

/** How sure where the question has words of what no launch is asked. */
const SURE_ELSEWHERE = 0.75;

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
    found.push({ source, text, sentences, curated, score });
  }
  return found;
};

const holdsIn =
  (territory: string | undefined) =>
  ({ curated, territories, part }: Entry): boolean =>
    part !== 'sealed' && (!curated || !territories || territory === undefined || territories.includes(territory));

const suffices = (
  best: Scored | undefined,
  { elsewhere, other, private: intimate }: Screened & { as: 'question' },
  { figures, anchored, topics }: Query,
): boolean => {
  if (best === undefined || other || (intimate && figures.length > 0)) return false;
  // Where it speaks of what no launch is about, it has to be plain that this one is meant.
  const plain = anchored || figures.length > 0 || [...topics.values()].some((strength) => strength >= 1);
  return best.confidence >= (elsewhere ? SURE_ELSEWHERE : SURE) && (!elsewhere || plain) && best.shared >= 0.3;
};

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
  const secret = tried.find(({ query }) => asksSealed(query, library));
  if (secret && !screened.other) {
    const notice = sealedNotice(secret.query, library);
    if (!notice) return { outcome: 'unknown', locale, question: secret.question, evidence: [] };
    const evidence = [
      {
        source: notice.source,
        text: notice.text,
        sentences: notice.sentences.map(({ text }) => text),
        curated: notice.curated,
        score: 1,
      },
    ];
    return {
      outcome: 'sealed',
      locale,
      question: secret.question,
      evidence,
      opens: opensOn(secret.query, library, notice),
    };
  }
  const answered = tried.find(({ query, scored }) => suffices(scored[0], screened, query));
  const [first] = tried;
  const question = answered?.question ?? first?.question ?? '';
  if (answered) {
    return { outcome: 'answer', locale, question, evidence: evidenceOf(answered.query, answered.scored, library) };
  }
  const near = tried.some(
    ({ query, scored }) => query.anchored || query.topics.size > 0 || (scored[0]?.confidence ?? 0) > 0.3,
  );
  const outcome = near && !screened.elsewhere && !screened.other ? 'unknown' : 'out-of-scope';
  return { outcome, locale, question, evidence: [] };
};
