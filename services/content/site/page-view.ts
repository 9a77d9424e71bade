import type { Picture } from '@marquee/site/picture.ts';
import type { PageView } from '@marquee/site/view.ts';
import { wordsOf } from '@marquee/site/words.ts';
import type { DataOf } from '../model/item.ts';
import { NEWS_ON_A_PAGE, type Wanted } from './expected.ts';
import type { Look } from './look.ts';
import { indexPaths } from './paths.ts';
import { faqView, galleryView, newsView, personView, pressKitView, trailerView } from './views/others.ts';
import { present, teaser, teasers } from './views/parts.ts';
import { titleView } from './views/title.ts';
import type { LiveData } from './world.ts';

/** What a page shows, with what its head says of it. `colours` are those of the title that it belongs to. */
export type Shown = {
  view: PageView;
  title: string;
  description: string;
  shared?: Picture;
  colours?: readonly string[];
};

/** The item of a page is not public. Terminal. */
export class NotPublicError extends Error {
  override name = 'NotPublicError';
}

/** Makes out what one page shows. Throws `NotPublicError`. */
export const pageView = async (look: Look, wanted: Wanted): Promise<Shown> =>
  wanted.kind === 'item' ? itemView(look, wanted) : indexView(look, wanted);

const itemView = async (look: Look, { itemId }: Wanted): Promise<Shown> => {
  const found = await look.item<keyof DataOf>(itemId);
  if (!found) throw new NotPublicError(`The item ${itemId} is not public.`);
  const name = look.text(found.item.names) ?? '';
  const shared = await sharedPicture(look, found);
  const colours = await coloursOf(look, found);
  const shown = (view: PageView, description: string | undefined, title = name): Shown => {
    return {
      view,
      title,
      description: description || `${name} · ${look.text(look.world.navigation.siteName)}`,
      shared,
      colours,
    };
  };
  const { type } = found.item;
  if (type === 'title') {
    const view = await titleView(look, found as LiveData<'title'>);
    return shown(view, view.logline);
  }
  if (type === 'news') {
    const view = await newsView(look, found as LiveData<'news'>);
    return shown(view, view.summary);
  }
  if (type === 'person') {
    const view = await personView(look, found as LiveData<'person'>);
    return shown(view, [view.name, view.profession].filter(Boolean).join(', '));
  }
  if (type === 'trailer') {
    const view = await trailerView(look, found as LiveData<'trailer'>);
    return shown(view, view.video.description);
  }
  if (type === 'gallery') {
    const view = await galleryView(look, found as LiveData<'gallery'>);
    return shown(view, view.description);
  }
  if (type === 'press-kit') return shown(await pressKitView(look, found as LiveData<'press-kit'>), undefined);
  throw new NotPublicError(`The item ${itemId} is a ${type}, which has no page of its own.`);
};

type WithPictures = Partial<Pick<DataOf['title'], 'keyArt' | 'poster'>> & {
  picture?: DataOf['news']['picture'];
  portrait?: DataOf['person']['portrait'];
  pictures?: DataOf['gallery']['pictures'];
};

/** What a shared link shows: the item's own picture, else its title's. */
const sharedPicture = async (look: Look, { data, item }: LiveData<keyof DataOf>): Promise<Picture | undefined> => {
  const { keyArt, picture, portrait, poster, pictures } = data as WithPictures;
  const own = await look.asset(keyArt ?? picture ?? poster ?? portrait ?? pictures?.[0]?.picture);
  if (own || item.type === 'title') return own;
  return look.art(item.about ?? look.world.navigation.home?.ref);
};

/** A page takes the colours of the key art of its title. */
const coloursOf = async (
  look: Look,
  { data, item }: LiveData<keyof DataOf>,
): Promise<readonly string[] | undefined> => {
  if (item.type === 'title') return (await look.asset((data as WithPictures).keyArt))?.colours;
  return titleColours(look, item.about);
};

const titleColours = async (look: Look, about?: string): Promise<readonly string[] | undefined> =>
  (await look.art(about ?? look.world.navigation.home?.ref))?.colours;

const indexView = async (look: Look, { kind, number = 1 }: Wanted): Promise<Shown> => {
  const words = wordsOf(look.locale);
  const paths = indexPaths(look.locale, look.world.defaultLocale);
  const site = look.text(look.world.navigation.siteName) ?? '';
  const colours = await titleColours(look);
  const shown = (view: PageView, title: string): Shown => ({ view, title, description: `${title} · ${site}`, colours });
  if (kind === 'faq') return shown(await faqView(look, words.faq), words.faq);
  if (kind === 'search') return shown({ page: 'search', index: paths.searchIndex }, words.search);
  if (kind === 'home') return shown(await homeView(look), site);
  if (kind === 'not-found') return shown({ page: 'not-found' }, words.notFound);
  if (kind === 'gone') return shown({ page: 'gone' }, words.gone);
  const all = look.list('news');
  const of = Math.max(1, Math.ceil(all.length / NEWS_ON_A_PAGE));
  const items = await teasers(look, all.slice((number - 1) * NEWS_ON_A_PAGE, number * NEWS_ON_A_PAGE));
  const older = number < of ? paths.news(number + 1) : undefined;
  const newer = number > 1 ? paths.news(number - 1) : undefined;
  return shown({ page: 'news-index', items, older, newer, number, of }, words.news);
};

const homeView = async (look: Look): Promise<Extract<PageView, { page: 'home' }>> => {
  const titles = await Promise.all(
    look.list('title').map(async (id) => {
      const path = look.path(id);
      const found = await look.item<'title'>(id);
      if (!path || !found) return undefined;
      const { data, item } = found;
      const logline = look.text(data.logline) ?? '';
      const picture = await look.asset(data.poster ?? data.keyArt);
      return { path, title: look.text(data.name) ?? '', summary: logline, logline, published: item.dated, picture };
    }),
  );
  const news = await Promise.all(
    look
      .list('news')
      .slice(0, 3)
      .map((id) => teaser(look, id)),
  );
  return { page: 'home', titles: present(titles), news: present(news) };
};
