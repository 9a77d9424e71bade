import type { Context } from '../context.ts';
import { isoDuration, machineTime } from '../time.ts';
import { absolute } from '../url.ts';
import type { TitleView } from '../view.ts';
import { imageOf, type LinkedData, personNode } from './node.ts';
import { questionsNode } from './questions.ts';
import { videoNode } from './video.ts';

const TYPE = { film: 'Movie', series: 'TVSeries', game: 'VideoGame' } as const;

/** A film, series or game, with what is known of it; its questions are a page of their own to search engines. */
export const titleNodes = (view: TitleView, { frame }: Context): LinkedData[] => {
  const { origin, path } = frame;
  const opens = view.releases.flatMap(({ opens: when }) => (when ? [machineTime(when)] : [])).sort();
  const [first] = view.trailers;
  const node: LinkedData = {
    '@type': TYPE[view.kind],
    '@id': `${absolute(origin, path)}#title`,
    name: view.name,
    description: view.logline,
    url: absolute(origin, path),
    inLanguage: frame.locale,
    genre: view.genres,
    image: imageOf(view.poster ?? view.keyArt, origin),
    datePublished: opens[0],
    contentRating: view.ratings.map(({ system, value }) => `${system} ${value}`),
    productionCompany: view.kind !== 'game' && view.studio ? { '@type': 'Organization', name: view.studio } : undefined,
    publisher: view.kind === 'game' && view.studio ? { '@type': 'Organization', name: view.studio } : undefined,
    actor: view.cast.map((person) => personNode(person, origin)),
    trailer: first && videoNode(first, view.published, origin, absolute(origin, first.path)),
    ...ofKind(view),
  };
  return [node, ...questionsNode(view.questions)];
};

const ofKind = (view: TitleView): Record<string, unknown> => {
  if (view.kind === 'game') return { gamePlatform: view.platforms };
  if (view.kind === 'film') return {};
  return {
    numberOfEpisodes: view.episodes.length || undefined,
    episode: view.episodes
      .filter(({ sealed, title }) => !sealed && title)
      .map(({ number, title, summary, duration, opens }) => ({
        '@type': 'TVEpisode',
        episodeNumber: number,
        name: title,
        description: summary,
        duration: duration === undefined ? undefined : isoDuration(duration),
        datePublished: opens && machineTime(opens),
      })),
  };
};
