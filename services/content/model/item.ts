import * as z from 'zod';
import { Faq } from './faq.ts';
import { Gallery } from './gallery.ts';
import { Navigation } from './navigation.ts';
import { News } from './news.ts';
import { Person } from './person.ts';
import { PressKit } from './press-kit.ts';
import type { Localised } from './text.ts';
import { Title } from './title.ts';
import { Trailer } from './trailer.ts';

type Description = {
  schema: z.ZodObject;
  /** The field that names an item; a language in which it is empty has no page of the item. */
  name: string;
  /** What may be empty in a draft and not in public. */
  required: readonly string[];
  /** What the address of its page begins with; none has no page of its own. */
  section?: string;
  /** "the news article". */
  words: string;
};

/** Everything that can be written, by type. */
export const TYPES = {
  title: {
    schema: Title,
    name: 'name',
    required: ['kind', 'name', 'logline', 'keyArt'],
    section: 'titles',
    words: 'title',
  },
  news: {
    schema: News,
    name: 'headline',
    required: ['headline', 'summary', 'body'],
    section: 'news',
    words: 'news article',
  },
  person: { schema: Person, name: 'name', required: ['name'], section: 'people', words: 'person' },
  trailer: { schema: Trailer, name: 'name', required: ['name', 'poster'], section: 'trailers', words: 'trailer' },
  gallery: { schema: Gallery, name: 'name', required: ['name', 'pictures'], section: 'galleries', words: 'gallery' },
  faq: { schema: Faq, name: 'question', required: ['question', 'answer'], words: 'question' },
  'press-kit': { schema: PressKit, name: 'name', required: ['name', 'about'], section: 'press', words: 'press kit' },
  navigation: { schema: Navigation, name: 'siteName', required: ['siteName', 'locales'], words: 'navigation' },
} as const satisfies Readonly<Record<string, Description>>;

export type ContentType = keyof typeof TYPES;
export const CONTENT_TYPES = Object.keys(TYPES) as ContentType[];
export const ContentTypeName = z.enum(CONTENT_TYPES, `expected one of ${CONTENT_TYPES.join(', ')}`);

/** An item's data by its type. */
export type DataOf = {
  title: Title;
  news: News;
  person: Person;
  trailer: Trailer;
  gallery: Gallery;
  faq: Faq;
  'press-kit': PressKit;
  navigation: Navigation;
};
export type Data = DataOf[ContentType];

export const descriptionOf = (type: ContentType): Description => TYPES[type];

/** The text that names an item, by language. */
export const namesOf = (type: ContentType, data: object): Localised =>
  ((data as Record<string, unknown>)[descriptionOf(type).name] as Localised | undefined) ?? {};

/** The title that an item is about. */
export const aboutOf = (data: object): string | undefined => (data as { about?: { ref?: string } }).about?.ref;
