import { dayIn } from '../language/days.ts';
import { fold } from '../language/fold.ts';
import type { Library } from '../library.ts';
import type { Entry } from './entry.ts';
import { isMystery } from './mysteries.ts';
import type { Query } from './query.ts';

/** Questions for what whoever has not seen it must not know yet, over folded text. */
const SPOILER = new RegExp(
  [
    String.raw`\bwho(?:'?s| is| was| are)?\s(?:the\s)?(?:real |actual |true )?(?:killer|murderer|culprit|villain|bad guys?|baddie|traitor|guilty|responsible for|behind (?:it all|all (?:this|that|of it)|the (?:murders?|killings?|crimes?|disappearances?|attacks?)))`,
    String.raw`\bwho\s(?:did it|dunn?it|dies|lives|survives|gets killed|killed|betray\w*)\b|\bwhodun+it\b`,
    String.raw`\b(?:do|does|did|will|is|has)\s(?:\p{L}+\s){1,3}(?:die|dies|dead|survive|survives|get killed|gets killed|make it (?:out|to the end)|betray\w*|the (?:killer|murderer|culprit|traitor|bad guy|villain))\b`,
    String.raw`\bhow (?:does |will |do )?(?:it|things|everything|this|the (?:show|series|story|film|movie|game|season)) (?:all )?ends?\b|\b(?:the|its) ending\b|\bplot twists?\b|\bthe twist\b|\bhappens (?:at|in) the (?:very )?end\b|\b(?:in|at|by) the (?:very )?end\W*$|\bfinal (?:scene|shot|reveal)\b|\bspoil (?:it|the)\b|\bthe big (?:secret|reveal)\b`,
    String.raw`\bquien(?:es)?\s(?:es|son|sera)\s(?:el|la|los|las)?\s?(?:verdader[oa] )?(?:asesin[oa]s?|culpables?|mal[oa]s?|traidor\w*|villan[oa]s?|responsables? de)\b`,
    String.raw`\bquien(?:es)?\s(?:esta\s|estan\s)?(?:muer\w+|mata\w*|sobreviv\w+|traicion\w*|lo hizo|se carga)\b`,
    String.raw`\b(?:se )?(?:muere|muere[ns]?|morira\w*|sobrevive\w*|sobrevivira\w*|matan a|mata a)\b|\bcomo (?:acaba|termina|se resuelve)\b|\b(?:el|su) desenlace\b|\bgiro final\b|\bal final\W*$|\bque pasa al final\b|\bacaba bien\b|\btermina bien\b|\bultima escena\b`,
  ].join('|'),
  'u',
);

/** Concepts that make it a question about when or how something is shown, which is told of sealed episodes too. */
const SHOWN = [
  'release',
  'date',
  'at-once',
  'length',
  'download',
  'captions',
  'dubbing',
  'description',
  'rating',
  'flashing',
  'calendar',
  'season',
];

/** Words for the last one, over folded text. */
const LAST =
  /\b(?:finale|(?:last|final|closing) (?:episode|chapter|part|one)|(?:ultimo|final) (?:episodio|capitulo)|(?:episodio|capitulo) final|desenlace)\b/;

const isShown = ({ concepts, kinds }: Query): boolean =>
  kinds.has('when') || kinds.has('how-long') || SHOWN.some((concept) => concepts.has(concept));

/** What is sealed of an episode: what it is called, what happens in it. */
const wantsStory = ({ concepts, kinds, topics }: Query): boolean =>
  !kinds.has('when') && (topics.has('episode-story') || (concepts.has('title') && !concepts.has('release')));

/** Whether a question wants to know what is sealed: what a sealed episode holds, or how it all ends. */
export const asksSealed = (query: Query, { sealed, mysteries }: Library): boolean => {
  const folded = fold(query.text);
  if (SPOILER.test(folded) && !query.kinds.has('when')) return true;
  if (isMystery(query, mysteries)) return true;
  if (sealed.size === 0 || (isShown(query) && !wantsStory(query))) return false;
  if (query.concepts.has('sealed') && query.kinds.has('why')) return false;
  return query.episodes.some((episode) => sealed.has(episode)) || LAST.test(folded);
};

/** What says that it is sealed: a curated answer about it before the notice in the list of episodes. */
export const sealedNotice = (query: Query, { entries, sealed }: Library): Entry | undefined => {
  if (sealed.size === 0) return undefined;
  const curated = entries.find(({ topics, curated }) => curated && topics.has('sealed'));
  if (curated) return curated;
  const notices = entries.filter(({ part }) => part === 'sealed');
  return notices.find(({ episodes }) => episodes.some((episode) => query.episodes.includes(episode))) ?? notices[0];
};

/** The day on which what a question asks for opens, in words. */
export const opensOn = (query: Query, library: Library, notice: Entry): string | undefined => {
  const own = library.entries.find(
    ({ part, episodes }) => part === 'sealed' && episodes.some((episode) => query.episodes.includes(episode)),
  );
  return dayIn((own ?? notice).text, library.locale);
};
