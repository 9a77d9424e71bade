import { passages } from '@marquee/site/markdown.ts';
import { dayText, durationText, fullText } from '@marquee/site/time.ts';
import type { Episode, Release, TitleView } from '@marquee/site/view.ts';
import { filled, wordsOf } from '@marquee/site/words.ts';
import type { Passage } from '../../chat/model/knowledge.ts';

const line = (heading: string | undefined, text: string | undefined, more: Partial<Passage> = {}): Passage[] =>
  text ? [{ heading, text, ...more }] : [];

/** What the page of a title says, in the order in which it is read, in the words in which the page says it. */
export const titlePassages = (view: TitleView, locale: string): Passage[] => {
  const words = wordsOf(locale);
  return [
    ...line(undefined, view.logline),
    ...line(undefined, view.facts.join('\n')),
    ...line(view.story.heading, view.story.lead),
    ...passages(view.story.body),
    ...view.sheet.flatMap(({ term, detail }) => line(term, detail)),
    ...line(words.genres, view.genres.join(', ')),
    ...line(words.platforms, view.platforms.join(', ')),
    ...view.cast.flatMap(({ name, role }) => line(name, `${name}: ${role}`, { part: 'cast' })),
    ...view.crew.flatMap(({ role, people }) =>
      line(role, `${role}: ${people.map(({ name }) => name).join(', ')}`, { part: 'crew' }),
    ),
    ...view.episodes.flatMap((episode) => episodePassage(episode, locale)),
    ...view.releases.flatMap((release) => releasePassage(release, locale)),
    ...view.ratings.flatMap(({ system, value, territories, advice }) =>
      line(system, [territories && `${territories}: ${value} (${system})`, advice].filter(Boolean).join('. '), {
        part: 'rating',
      }),
    ),
  ];
};

const episodePassage = ({ number, title, summary, duration, opens, sealed }: Episode, locale: string): Passage[] => {
  const words = wordsOf(locale);
  const name = words.episode(String(number));
  if (sealed) return line(name, opens ? words.sealed(dayText(opens, locale)) : words.sealedUndated, { part: 'sealed' });
  const lasts = duration === undefined ? undefined : durationText(duration, locale);
  return line(title ? `${name}: ${title}` : name, [summary, lasts].filter(Boolean).join('\n'), { part: 'episode' });
};

const releasePassage = ({ territories, name, opens, announcedOn, links }: Release, locale: string): Passage[] => {
  const words = wordsOf(locale);
  const undated = announcedOn ? words.announced(dayText(announcedOn, locale)) : words.noDate;
  const lines = [
    `${name}: ${opens ? fullText(opens, locale) : undated}`,
    ...links.map(({ kind, label }) => filled(words.links[kind], { label })),
  ];
  return line(name, lines.join('\n'), { part: 'release', territories });
};
