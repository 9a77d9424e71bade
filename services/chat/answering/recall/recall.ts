import { analyse } from '../language/analyse.ts';
import { fold } from '../language/fold.ts';
import type { Library } from '../library.ts';
import type { Figure } from '../retrieve/glossary.ts';
import { figuresIn } from '../retrieve/names.ts';
import { pickSentences } from '../retrieve/pick.ts';
import { type Query, readQuery } from '../retrieve/query.ts';
import { rank } from '../retrieve/rank.ts';
import type { Asked, RecentTurn } from '../understood.ts';
import { type Said, withOther } from './swap.ts';

/** Turns that somebody may still be meant from. */
const FAR = 3;

/** Words of a question that leans on the one before. */
const SHORT = 4;

const ABOUT_NOTHING = new Set(['small-talk', 'refused', 'person']);

const BEGINS =
  /^\W*(?:and|what about|how about|but|also|ok(?:ay)? and|or|then|so|same|y|e|pero|que tal|y que hay de|tambien|o|entonces|ya y|vale y|vale,? y|ok y|no,? i mean|i mean|me refiero a)\b/;

/** Words that point at what was said before, over folded text. */
const POINTS =
  /\b(?:that|those|that one|this one|the one|the other|the others|it all|them|others|another|first one|second one|next one|one|which one|eso|esa|ese|esos|esas|aquello|alli|ahi|el otro|la otra|los otros|las otras|otro|otra|ese dia|cual de|el anterior|la anterior|el siguiente|la siguiente|el primero|el segundo|la primera|la segunda|el mismo|la misma)\b/;

/** A place that was named before: "… there", "… allí". */
const THERE =
  /(?<!\b(?:is|are|was|were|will|be|isn't|aren't|if|and|or) )\bthere\b(?! (?:is|are|was|were|will|be|going|any|a|an|be)\b)|\b(?:alli|ahi|alla)\b/;

/** What is in it, where an episode was spoken of. */
const IN_IT =
  /\b(?:in it|about it|of it|is it (?:called|about)|it called|that one|in that|en el\W*$|en ese|de ese|ese|se llama|se titula|que pasa|trata|dura)(?!\p{L})/u;

const episodeNamed = ({ text, analysis: { tokens, spans } }: Query): string => {
  const word = spans.find(({ term }) => term === 'c:episode');
  const [from, to] = [Math.max(0, (word?.from ?? 0) - 1), word?.to ?? 0];
  return text.slice(tokens[from]?.from ?? 0, tokens[to]?.to ?? tokens[to - 1]?.to ?? text.length);
};

/** Somebody whom Spanish speaks of without a pronoun: verbs alone. */
const UNSAID =
  /\b(?:tenia|tiene|hizo|hace|ha hecho|ha salido|ha actuado|salia|era|fue|trabajaba|estudia|estudio|vive|nacio|gano|lleva|aprendio|escribio|dirigio|sabe)\b/;

const contentOf = ({ units }: Query): number => units.filter(({ role }) => role !== 'soft').length;

const saidIn = (turns: readonly RecentTurn[], library: Library): Said[] =>
  turns
    .filter(({ outcome }) => outcome === undefined || !ABOUT_NOTHING.has(outcome))
    .map((turn) => ({ turn, query: readQuery(turn.asked ?? turn.question, library) }))
    .reverse();

/** Whom the answer to an earlier question names first, found again as it was then. */
const figureAnswered = ({ query }: Said, library: Library): Figure | undefined => {
  const [best] = rank(query, library, () => true);
  if (!best) return undefined;
  const named = pickSentences(query, best.entry, library).flatMap(
    (sentence) => figuresIn(analyse(sentence, library.language).tokens, library).figures,
  );
  return named.find(({ character }) => !character) ?? named[0];
};

/** Whom the last turns spoke of: named in a question, in what answers it, or in its answer. */
const lastFigure = (said: readonly Said[], library: Library): Figure | undefined => {
  for (const each of said.slice(0, FAR)) {
    const [named] = each.query.figures;
    if (named) return named;
    for (const { title, heading } of each.turn.sources ?? []) {
      const [found] = readQuery(`${title} ${heading ?? ''}`, library).figures;
      if (found) return found;
    }
    const answered = each.turn.outcome === 'answer' ? figureAnswered(each, library) : undefined;
    if (answered) return answered;
  }
  return undefined;
};

/** Whom a question means: the part where the story is asked about, else whoever plays it. */
const nameFor = (query: Query, { name, person, character }: Figure): string =>
  character && !query.concepts.has('cast') && !query.concepts.has('plot') ? `${person} (${name})` : name;

const pressed = (text: string, recent: readonly RecentTurn[]): string | undefined => {
  const wanted = fold(text);
  for (const { suggestions = [] } of [...recent].reverse()) {
    for (const each of suggestions) {
      if (each.do === 'ask' && (fold(each.label) === wanted || fold(each.question) === wanted)) return each.question;
    }
  }
  return undefined;
};

/**
 * What a question may mean in its conversation, the likeliest first: itself where it stands alone, else with what the turns before
 * were about.
 */
export const recall = ({ text, recent }: Asked, library: Library): string[] => {
  const chosen = pressed(text, recent);
  if (chosen !== undefined) return [chosen];
  const said = saidIn(recent, library);
  const [last] = said;
  if (!last) return [text];
  const { language } = library;
  const query = readQuery(text, library);
  const folded = fold(text);
  const pronoun = query.analysis.tokens.find(
    ({ form, folded: word }) => language.isPronoun(form) || language.isPronoun(word),
  );
  const figure = lastFigure(said, library);
  const unsaid = language.locale === 'es' && UNSAID.test(folded);
  const readings: string[] = [];
  if (figure && query.figures.length === 0 && (pronoun || unsaid)) {
    const name = nameFor(query, figure);
    readings.push(pronoun ? replaced(text, pronoun, name, language.locale) : `${text} (${name})`);
  }
  const place = THERE.test(folded) ? said.slice(0, FAR).find((each) => each.query.places.length > 0)?.query : undefined;
  if (place && query.places.length === 0) {
    const [named] = place.places;
    const { tokens } = place.analysis;
    const words = place.text.slice(tokens[named?.from ?? 0]?.from ?? 0, tokens[(named?.to ?? 1) - 1]?.to ?? 0);
    readings.push(`${text.replace(/[?¿!¡.\s]+$/u, '')} (${words})`);
  }
  const [, episode] =
    said[0]?.query.episodes.length === 1 && query.episodes.length === 0 && IN_IT.test(folded)
      ? ['', said[0].query]
      : [];
  if (episode) readings.push(`${text.replace(/[?¿!¡.\s]+$/u, '')} (${episodeNamed(episode)})`);
  const short = contentOf(query) <= 1 || query.analysis.tokens.length <= SHORT;
  const leans = BEGINS.test(folded) || short;
  const points = POINTS.test(folded);
  if (leans || points) readings.push(...withOther(query, last, library));
  const alone =
    query.topics.size > 0 && [...query.topics.values()].some((strength) => strength >= 1) && query.places.length === 0;
  // What asks a whole question of its own is tried as it is first.
  if (
    alone &&
    !points &&
    !place &&
    !episode &&
    query.episodes.length === 0 &&
    readings.length > 0 &&
    !(figure && (pronoun || unsaid))
  )
    return [text, ...readings];
  // Whoever is meant by a pronoun, it is not asked without them.
  const bare = pronoun && figure && readings.length > 0 ? [] : [text];
  return [...new Set([...readings, ...bare])];
};

const replaced = (
  text: string,
  { from, to, folded }: Query['analysis']['tokens'][number],
  name: string,
  locale: string,
): string => {
  const possessive = locale === 'en' ? /^(?:his|her|hers|their|theirs)$/.test(folded) : false;
  // "su jersey" becomes "su jersey (Inessa …)": Spanish puts the owner behind.
  if (locale !== 'en') return `${text} (${name})`;
  const own = possessive && /^\s+\p{L}/u.test(text.slice(to)) ? `${name}’s` : name;
  return text.slice(0, from) + own + text.slice(to);
};
