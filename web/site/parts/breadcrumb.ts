import type { Context } from '../context.ts';
import { type Html, html, NOTHING } from '../html.ts';
import type { Link } from '../view.ts';

export type Crumb = Link;

/** The way from the start page to a page, without the page itself: a title's own pages hang below it. */
export const crumbsTo = ({ frame, words }: Context, ...between: readonly (Link | undefined)[]): Crumb[] => {
  const home = { label: words.home, url: frame.site.home };
  return [home, ...between.filter((link) => link !== undefined && link.url !== home.url)] as Crumb[];
};

export const breadcrumb = ({ words }: Context, crumbs: readonly Crumb[]): Html =>
  crumbs.length === 0
    ? NOTHING
    : html`<nav class="crumbs" aria-label="${words.breadcrumb}"><ol>${crumbs.map(({ label, url }) => html`<li><a href="${url}">${label}</a></li>`)}</ol></nav>`;
