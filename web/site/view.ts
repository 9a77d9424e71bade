// What each page shows, in one language: text is resolved, references are followed, assets are manifests. Templates decide
// nothing about content and know nothing of where it comes from.
import type { Picture } from './picture.ts';

/** Markdown as an editor wrote it; templates render it with `markdown.ts` and never as HTML of its own. */
export type Markdown = string;

/** A link within the site, or to a page of somebody else where `url` has a scheme. */
export type Link = { label: string; url: string };

/** A picture with its words. */
export type Figure = { picture: Picture; caption?: string; credit?: string };

/** A moment, in UTC (`2026-12-04T20:00:00Z`), and how its place tells it: `zone` is an IANA name, `place` reads "London". */
export type Moment = { at: string; zone: string; place: string };

/** A day without an hour: `2026-12-04`. */
export type Day = { day: string };

/** Where and when a title opens. Without a date it says that none is announced; `announcedOn` says when it will be. */
export type Release = {
  /** ISO 3166 codes, and their names in the page's language in one line. */
  territories: readonly string[];
  name: string;
  opens?: Moment | Day;
  announcedOn?: Day;
  /** Where it can be seen, played or bought there. */
  links: readonly (Link & { kind: 'stream' | 'cinema' | 'buy' | 'play' | 'wishlist' })[];
};

export type Rating = { system: string; value: string; territories: string; advice?: string };

export type Video = {
  title: string;
  poster?: Picture;
  /** In order of preference; empty where the film itself is not there yet, and then its poster alone is shown. */
  sources: readonly { url: string; contentType: string }[];
  captions: readonly { url: string; locale: string; label: string }[];
  /** Seconds. */
  duration?: number;
  description?: string;
  transcript?: Markdown;
};

export type Person = { name: string; role: string; path?: string; portrait?: Picture };

export type Episode = {
  number: number;
  title?: string;
  summary?: string;
  /** Seconds. */
  duration?: number;
  /** A sealed episode says only this: when it opens. */
  opens?: Moment | Day;
  sealed: boolean;
  still?: Picture;
};

export type Question = { id: string; question: string; answer: Markdown };

export type Teaser = { path: string; title: string; summary: string; published: string; picture?: Picture };

/** What every page has around it. */
export type Frame = {
  /** `https://example.com`, without a slash at its end. */
  origin: string;
  locale: string;
  /** This page in every language that has it, this one included, as its own name for itself ("Español"). */
  alternates: readonly { locale: string; label: string; path: string }[];
  /** The language for those who read none of the others. */
  defaultLocale: string;
  /** `/es/news/primera-luz/`; always with a slash at both ends. */
  path: string;
  title: string;
  description: string;
  /** The picture that a shared link shows: 1200 px wide or more where there is one. */
  shared?: Picture;
  site: {
    name: string;
    home: string;
    /** What the bar at the top leads to. */
    links: readonly Link[];
    /** What stands at the foot. */
    footer: readonly Link[];
    /** "© 2026 Copper Lane Pictures." */
    legal?: string;
  };
  /** Addresses of the files that `static.ts` describes, and of the page's own colours. */
  files: { stylesheet: string; theme?: string; fonts: Readonly<Record<string, string>>; script: string; icon?: string };
  /** The scrim of the page's theme (`themeOf(colours).palette.scrim`), for the browser's own frame. A title's page finds its own. */
  themeColour?: string;
  /** Addresses that are the same for every page of the language. */
  feeds: { rss: string; json: string };
  search: string;
  /** A preview says so at its top, and when its link ends. Search engines are told to stay away. */
  preview?: { until: string };
};

export type TitleView = {
  page: 'title';
  kind: 'film' | 'series' | 'game';
  name: string;
  logline: string;
  /** "Six-part mystery", "From Friday 4 December". */
  facts: readonly string[];
  keyArt?: Picture;
  poster?: Picture;
  story: { heading?: string; lead?: string; body?: Markdown };
  /** The fact sheet: "Created by", "Languages". */
  sheet: readonly { term: string; detail: string }[];
  releases: readonly Release[];
  /** The next moment to count down to. */
  next?: { release: string; opens: Moment };
  ratings: readonly Rating[];
  trailers: readonly (Video & { path: string })[];
  episodes: readonly Episode[];
  cast: readonly Person[];
  /** "Written by", and who. */
  crew: readonly { role: string; people: readonly Person[] }[];
  stills: readonly Figure[];
  gallery?: Link;
  questions: readonly Question[];
  faq?: Link;
  news: readonly Teaser[];
  newsIndex?: Link;
  pressKit?: Link;
  genres: readonly string[];
  studio?: string;
  platforms: readonly string[];
  /** First publication and last change of the page, in UTC. */
  published: string;
  modified: string;
};

export type NewsView = {
  page: 'news';
  headline: string;
  summary: string;
  body: Markdown;
  byline?: string;
  picture?: Figure;
  about?: Link;
  published: string;
  modified: string;
  more: readonly Teaser[];
};

export type PersonView = {
  page: 'person';
  name: string;
  profession?: string;
  biography?: Markdown;
  portrait?: Figure;
  /** What the person did, title by title. */
  credits: readonly { title: string; path: string; roles: readonly string[]; picture?: Picture }[];
  links: readonly Link[];
};

export type TrailerView = {
  page: 'trailer';
  video: Video;
  about?: Link;
  published: string;
  more: readonly (Link & { picture?: Picture })[];
};
export type GalleryView = {
  page: 'gallery';
  name: string;
  description?: string;
  figures: readonly Figure[];
  about?: Link;
};
export type FaqView = {
  page: 'faq';
  name: string;
  about?: Link;
  groups: readonly { heading?: string; questions: readonly Question[] }[];
};

export type PressKitView = {
  page: 'press-kit';
  name: string;
  introduction?: Markdown;
  /** Short facts to copy. */
  facts: readonly { term: string; detail: string }[];
  /** Files to download: the largest of each picture. */
  downloads: readonly { figure: Figure; files: readonly { url: string; label: string; bytes: number }[] }[];
  contacts: readonly { name: string; email: string; role?: string }[];
  about?: Link;
};

export type NewsIndexView = {
  page: 'news-index';
  items: readonly Teaser[];
  older?: string;
  newer?: string;
  number: number;
  of: number;
};
/** The root of a language where no title is its home. */
export type HomeView = { page: 'home'; titles: readonly (Teaser & { logline: string })[]; news: readonly Teaser[] };
/** Its script reads `index`, a JSON file as `search.ts` describes it. */
export type SearchView = { page: 'search'; index: string };
export type NotFoundView = { page: 'not-found' | 'gone' };

export type PageView =
  | TitleView
  | NewsView
  | PersonView
  | TrailerView
  | GalleryView
  | FaqView
  | PressKitView
  | NewsIndexView
  | HomeView
  | SearchView
  | NotFoundView;

/** One page to be made. */
export type Page = { frame: Frame; view: PageView };
