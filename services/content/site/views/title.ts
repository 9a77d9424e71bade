import type { Episode, Person, Release, TitleView } from '@marquee/site/view.ts';
import type { Title } from '../../model/title.ts';
import type { Look } from '../look.ts';
import { indexPaths } from '../paths.ts';
import type { LiveData } from '../world.ts';
import { beginning, figure, linkTo, opening, present, questions, teasers } from './parts.ts';
import { video } from './video.ts';

const MOST_QUESTIONS = 6;
const MOST_NEWS = 3;
const MOST_STILLS = 4;

/** The page of a title, with everything that is public about it. */
export const titleView = async (look: Look, { itemId, item, data }: LiveData<'title'>): Promise<TitleView> => {
  const { text } = look;
  const paths = indexPaths(look.locale, look.world.defaultLocale);
  const releases = releasesOf(look, data);
  const faq = look.list('faq', itemId);
  const news = look.list('news', itemId);
  const galleries = look.list('gallery', itemId);
  const [gallery] = galleries;
  const [pressKit] = look.list('press-kit', itemId);
  const { cast, crew } = await credits(look, data);
  return {
    page: 'title',
    kind: data.kind ?? 'film',
    name: text(data.name) ?? '',
    logline: text(data.logline) ?? '',
    facts: present((data.facts ?? []).map(text)),
    keyArt: await look.asset(data.keyArt),
    poster: await look.asset(data.poster),
    story: { heading: text(data.story?.heading), lead: text(data.story?.lead), body: text(data.story?.body) },
    sheet: (data.sheet ?? []).map(({ term, detail }) => ({ term: text(term) ?? '', detail: text(detail) ?? '' })),
    releases,
    next: nextOf(look, releases),
    ratings: (data.ratings ?? []).map(({ system, value, territories = [], advice }) => ({
      system,
      value,
      territories: countries(look, territories),
      advice: text(advice),
    })),
    trailers: present(
      await Promise.all(
        look.list('trailer', itemId).map(async (id) => {
          const found = await look.item<'trailer'>(id);
          const path = look.path(id);
          return found && path ? { ...(await video(look, found.data)), path } : undefined;
        }),
      ),
    ),
    episodes: await Promise.all((data.episodes ?? []).map((episode) => episodeOf(look, episode))),
    cast,
    crew,
    stills: await stillsOf(look, galleries),
    gallery: linkTo(look, gallery),
    questions: await questions(look, faq.slice(0, MOST_QUESTIONS)),
    faq: faq.length > 0 ? { label: '', url: paths.faq } : undefined,
    news: await teasers(look, news.slice(0, MOST_NEWS)),
    newsIndex: news.length > 0 ? { label: '', url: paths.news(1) } : undefined,
    pressKit: linkTo(look, pressKit),
    genres: present((data.genres ?? []).map(text)),
    studio: data.studio,
    platforms: data.platforms ?? [],
    published: item.published,
    modified: item.modified,
  };
};

const countries = ({ locale }: Look, territories: readonly string[]): string => {
  const names = new Intl.DisplayNames([locale, 'en'], { type: 'region' });
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(territories.map((code) => names.of(code) ?? code));
};

const releasesOf = (look: Look, { releases = [] }: Title): Release[] =>
  releases.map(({ territories, name, opens, announcedOn, links = [] }) => ({
    territories,
    name: look.text(name) ?? countries(look, territories),
    opens: opening(look, opens),
    announcedOn: announcedOn ? { day: announcedOn } : undefined,
    links: links.map(({ kind, label, url }) => ({ kind, label: look.text(label) ?? '', url })),
  }));

const nextOf = (look: Look, releases: readonly Release[]): TitleView['next'] => {
  const coming = releases.flatMap(({ name, opens }) =>
    opens && 'at' in opens && !look.past(beginning(opens)) ? [{ release: name, opens }] : [],
  );
  return coming.sort((one, other) => beginning(one.opens) - beginning(other.opens))[0];
};

const episodeOf = async (
  look: Look,
  { number, title, summary, duration, opens, still }: NonNullable<Title['episodes']>[number],
): Promise<Episode> => {
  const when = opening(look, opens);
  // What a sealed episode is about must not be in the page at all.
  if (when && !look.past(beginning(when))) return { number, opens: when, sealed: true };
  return {
    number,
    title: look.text(title),
    summary: look.text(summary),
    duration,
    opens: when,
    sealed: false,
    still: await look.asset(still),
  };
};

const credits = async (look: Look, { credits: all = [] }: Title): Promise<Pick<TitleView, 'cast' | 'crew'>> => {
  const found = present(
    await Promise.all(
      all.map(async ({ person: { ref }, group, role }) => {
        const person = await look.item<'person'>(ref);
        if (!person) return undefined;
        const portrait = group === 'cast' ? await look.asset(person.data.portrait) : undefined;
        const shown: Person = {
          name: look.text(person.data.name) ?? '',
          role: look.text(role) ?? '',
          path: look.path(ref),
          portrait,
        };
        return { group, shown };
      }),
    ),
  );
  const crew = Map.groupBy(
    found.filter(({ group }) => group === 'crew').map(({ shown }) => shown),
    ({ role }) => role,
  );
  return {
    cast: found.filter(({ group }) => group === 'cast').map(({ shown }) => shown),
    crew: [...crew].map(([role, people]) => ({ role, people })),
  };
};

const stillsOf = async (look: Look, galleries: readonly string[]): Promise<TitleView['stills']> => {
  const found = await look.item<'gallery'>(galleries[0]);
  return present(
    await Promise.all((found?.data.pictures ?? []).slice(0, MOST_STILLS).map((each) => figure(look, each))),
  );
};
