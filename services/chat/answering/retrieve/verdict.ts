import type { Screened } from '../screen/screen.ts';
import type { Query } from './query.ts';
import type { Scored } from './score.ts';

/** How sure it has to be that an entry answers. */
const SURE = 0.58;

/** How sure where the question has words of what no launch is asked. */
const SURE_ELSEWHERE = 0.75;

/** How telling what a question and an entry share has to be. */
const LEAST_SHARED = 0.25;

/** How near two curated answers have to be for a question of few words to mean either. */
const EITHER = 0.97;

/** Words of a question that may mean several things. */
const FEW = 2;

/** What is asked about countries themselves, too. */
const TOLD_OF_PLACES = new Set(['plot', 'setting', 'true-story', 'pictures']);

/** A question about a country that is not about what opens there is about the country. */
const isAbroad = ({ places, topics, anchored, figures, units }: Query): boolean => {
  if (places.length === 0 || anchored || figures.length > 0) return false;
  if (topics.size > 0) return [...topics.keys()].every((topic) => TOLD_OF_PLACES.has(topic));
  return units.some(({ role }) => role === 'word' || role === 'number');
};

type Question = Screened & { as: 'question' };

/** Whether the best entry is an answer, or only something that is said in the same words. */
export const suffices = (
  best: Scored | undefined,
  query: Query,
  { elsewhere, other, private: intimate }: Question,
): boolean => {
  const { figures, anchored } = query;
  if (best === undefined || other || (intimate && figures.length > 0)) return false;
  if (elsewhere && !anchored && figures.length === 0) return false;
  const sure = elsewhere ? SURE_ELSEWHERE : SURE;
  return best.confidence >= sure && best.shared >= LEAST_SHARED && !isAbroad(query);
};

/** The curated answers that a question of a word or two may mean; none where one of them is plainly meant. */
export const eitherOf = ({ analysis, topics }: Query, scored: readonly Scored[]): readonly Scored[] => {
  const [best] = scored;
  if (!best?.entry.curated || analysis.tokens.length > FEW || topics.size > 0) return [];
  const near = scored.filter(({ entry, score }) => entry.curated && score >= best.score * EITHER);
  return near.length > 1 ? near.slice(0, 3) : [];
};

/** Whether a question is about the title at all, though nothing answers it. */
export const isNear = ({ query, scored }: { query: Query; scored: readonly Scored[] }): boolean =>
  query.anchored || query.figures.length > 0 || query.topics.size > 0 || (scored[0]?.confidence ?? 0) > 0.4;
