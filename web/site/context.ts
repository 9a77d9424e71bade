import type { Html } from './html.ts';
import type { LinkedData } from './linked-data/node.ts';
import type { Crumb } from './parts/breadcrumb.ts';
import type { Frame } from './view.ts';
import type { Words } from './words/en.ts';

/** What every template gets beside its view. */
export type Context = { frame: Frame; words: Words };

/** What a page template makes; the document is put around it. */
export type Content = {
  main: Html;
  linkedData: readonly LinkedData[];
  /** The way from the start page to here, without this page. */
  crumbs?: readonly Crumb[];
  /** `article`, `profile`, `video.other` and so on (https://ogp.me). */
  kind?: string;
  /** For search engines to leave out. */
  unlisted?: boolean;
  /** Colour of the browser around the page, where the page knows it better than its frame. */
  themeColour?: string;
};
