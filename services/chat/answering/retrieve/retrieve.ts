import type { Library } from '../library.ts';
import type { Screened } from '../screen/screen.ts';
import type { Asked, Understood } from '../understood.ts';
import type { Entry } from './entry.ts';
import { evidenceFrom, evidenceOf } from './evidence.ts';
import { type Query, readQuery } from './query.ts';
import { type Found, isListed, rank } from './rank.ts';
import type { Scored } from './score.ts';
import { asksSealed, opensOn, sealedNotice } from './sealed.ts';
import { eitherOf, isNear, suffices } from './verdict.ts';

type Tried = { question: string; query: Query; scored: readonly Found[] };

/** Topics whose answer is another one in each country. */
const OF_COUNTRIES = ['when-out', 'where-to-watch', 'rating'];

/** How much the fan's own country weighs where the question names none. */
const HOME_WEIGHT = 0.4;

/** Related questions that are offered where nothing answers. */
const MOST_RELATED = 2;

/** How much a curated question has to share to be related. */
const RELATED = 0.3;

const holdsIn =
  (territory: string | undefined) =>
  ({ curated, territories, part }: Entry): boolean =>
    part !== 'sealed' && (!curated || !territories || territory === undefined || territories.includes(territory));

/** A question that depends on the country, asked for the fan's own. */
const atHome = (query: Query, territory: string | undefined, { territories }: Library): Query => {
  if (territory === undefined || query.places.length > 0 || !territories.has(territory)) return query;
  if (!OF_COUNTRIES.some((topic) => (query.topics.get(topic) ?? 0) >= 1)) return query;
  const ways = [{ term: `p:${territory}`, fit: 1 }];
  return {
    ...query,
    places: [{ codes: [territory], from: 0, to: 0 }],
    units: [...query.units, { text: territory, ways, weight: HOME_WEIGHT, role: 'place' }],
  };
};

const sealedAnswer = ({ question, query }: Tried, library: Library): Understood => {
  const { locale } = library;
  const notice = sealedNotice(query, library);
  if (!notice) return { outcome: 'unknown', locale, question, evidence: [] };
  const evidence = [evidenceFrom(query, { entry: notice, score: 1 }, library)];
  return { outcome: 'sealed', locale, question, evidence, opens: opensOn(query, library, notice) };
};

const answer = ({ question, query, scored }: Tried, library: Library): Understood => {
  const { locale } = library;
  const either = eitherOf(query, scored);
  const options = either.map(({ entry }) => ({ label: entry.source.title, question: entry.source.title }));
  if (either.length > 1) {
    return { outcome: 'clarify', locale, question, evidence: evidenceOf(query, either, library), options };
  }
  return { outcome: 'answer', locale, question, evidence: evidenceOf(query, scored, library) };
};

const relatedTo = (scored: readonly Scored[]): { label: string; question: string }[] =>
  scored
    .filter(({ entry, confidence }) => entry.curated && confidence >= RELATED)
    .slice(0, MOST_RELATED)
    .map(({ entry }) => ({ label: entry.source.title, question: entry.source.title }));

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
    const query = atHome(readQuery(question, library), territory, library);
    const each = { question, query, scored: rank(query, library, holdsIn(territory)) };
    if (!screened.other && !isListed(each.scored[0]) && asksSealed(query, library)) return sealedAnswer(each, library);
    if (suffices(each.scored[0], query, screened)) return answer(each, library);
    tried.push(each);
  }
  const [first] = tried;
  const question = first?.question ?? '';
  const elsewhere = screened.elsewhere || screened.other || !tried.some(isNear);
  if (elsewhere) return { outcome: 'out-of-scope', locale, question, evidence: [] };
  const options = relatedTo(first?.scored ?? []);
  return { outcome: 'unknown', locale, question, evidence: [], ...(options.length > 0 ? { options } : {}) };
};
