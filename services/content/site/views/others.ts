import type { FaqView, GalleryView, NewsView, PersonView, PressKitView, TrailerView } from '@marquee/site/view.ts';
import type { Look } from '../look.ts';
import type { LiveData } from '../world.ts';
import { figure, linkTo, present, questions, teasers } from './parts.ts';
import { video } from './video.ts';

const MOST_MORE = 3;

/** A news article, and others that were written last about the same. */
export const newsView = async (look: Look, { itemId, item, data }: LiveData<'news'>): Promise<NewsView> => {
  const { text } = look;
  const others = look.list('news', data.about?.ref).filter((id) => id !== itemId);
  return {
    page: 'news',
    headline: text(data.headline) ?? '',
    summary: text(data.summary) ?? '',
    body: text(data.body) ?? '',
    byline: data.byline,
    picture:
      data.picture && (await figure(look, { picture: data.picture, caption: data.caption, credit: data.credit })),
    about: linkTo(look, data.about?.ref),
    published: item.dated,
    modified: item.modified,
    more: await teasers(look, others.slice(0, MOST_MORE)),
  };
};

/** A person, and what they did in each title. */
export const personView = async (look: Look, { itemId, data }: LiveData<'person'>): Promise<PersonView> => {
  const { text } = look;
  const credits = await Promise.all(
    look.list('title').map(async (id) => {
      const title = await look.item<'title'>(id);
      const path = look.path(id);
      const roles = (title?.data.credits ?? [])
        .filter(({ person }) => person.ref === itemId)
        .map(({ role }) => text(role));
      if (!title || !path || roles.length === 0) return undefined;
      return {
        title: text(title.data.name) ?? '',
        path,
        roles: present(roles),
        picture: await look.asset(title.data.poster ?? title.data.keyArt),
      };
    }),
  );
  return {
    page: 'person',
    name: text(data.name) ?? '',
    profession: text(data.profession),
    biography: text(data.biography),
    portrait: data.portrait && (await figure(look, { picture: data.portrait, credit: data.credit })),
    credits: present(credits),
    links: (data.links ?? []).map(({ label, url }) => ({ label: text(label) ?? url, url })),
  };
};

/** A trailer's own page, and the other films of its title. */
export const trailerView = async (look: Look, { itemId, item, data }: LiveData<'trailer'>): Promise<TrailerView> => {
  const others = look.list('trailer', data.about?.ref).filter((id) => id !== itemId);
  const more = await Promise.all(
    others.slice(0, MOST_MORE).map(async (id) => {
      const link = linkTo(look, id);
      const other = await look.item<'trailer'>(id);
      return link && other && { ...link, picture: await look.asset(other.data.poster) };
    }),
  );
  return {
    page: 'trailer',
    video: await video(look, data),
    about: linkTo(look, data.about?.ref),
    published: item.dated,
    more: present(more),
  };
};

/** Every picture of a gallery. */
export const galleryView = async (look: Look, { data }: LiveData<'gallery'>): Promise<GalleryView> => ({
  page: 'gallery',
  name: look.text(data.name) ?? '',
  description: look.text(data.description),
  figures: present(await Promise.all((data.pictures ?? []).map((each) => figure(look, each)))),
  about: linkTo(look, data.about?.ref),
});

/** All questions of the site, under the headings that they are sorted by. */
export const faqView = async (look: Look, name: string): Promise<FaqView> => {
  const all = await questions(look, look.list('faq'));
  const groups = Map.groupBy(all, ({ group }) => group);
  return {
    page: 'faq',
    name,
    about: linkTo(look, look.world.navigation.home?.ref),
    groups: [...groups].map(([heading, members]) => ({
      heading,
      questions: members.map(({ id, question, answer }) => ({ id, question, answer })),
    })),
  };
};

/** What the press may use: words to copy, files to load, people to ask. */
export const pressKitView = async (look: Look, { data }: LiveData<'press-kit'>): Promise<PressKitView> => {
  const { text } = look;
  const downloads = await Promise.all(
    (data.pictures ?? []).map(async (each) => {
      const shown = await figure(look, each);
      if (!shown) return undefined;
      const plain = shown.picture.files.filter(({ name }) => /^frame-\d+\.(jpg|png)$/.test(name));
      const largest = plain.toSorted((one, other) => other.width - one.width)[0];
      const files = largest
        ? [{ url: largest.path, label: `${largest.width} × ${largest.height}`, bytes: largest.bytes ?? 0 }]
        : [];
      return { figure: shown, files };
    }),
  );
  return {
    page: 'press-kit',
    name: text(data.name) ?? '',
    introduction: text(data.introduction),
    facts: (data.facts ?? []).map(({ term, detail }) => ({ term: text(term) ?? '', detail: text(detail) ?? '' })),
    downloads: present(downloads),
    contacts: (data.contacts ?? []).map(({ name, email, role }) => ({ name, email, role: text(role) })),
    about: linkTo(look, data.about?.ref),
  };
};
