import type { Context } from '../context.ts';
import { classes, type Html, html, type Value } from '../html.ts';
import { breadcrumb, type Crumb } from './breadcrumb.ts';

export type Masthead = {
  heading: string;
  crumbs?: readonly Crumb[];
  /** A line under the heading. */
  lead?: Value;
  /** Small words under it, each in an element of its own: a date, a name. */
  meta?: Html;
  /** What stands in the dark band below the words, such as a player. */
  below?: Value;
  /** Long headings are set smaller. */
  long?: boolean;
  /** Something of the page reaches up into the band. */
  reached?: boolean;
};

/** The dark band in which every page but a title's begins: where it belongs, its heading, its line. */
export const masthead = (
  context: Context,
  { heading, crumbs = [], lead, meta, below, long, reached }: Masthead,
): Html =>
  html`<div class="${classes('masthead', long && 'masthead-long', reached && 'masthead-reached')}"><div class="wrap">
${breadcrumb(context, crumbs)}<h1>${heading}</h1>
${
  lead &&
  html`<p class="lead">${lead}</p>
`
}${
  meta &&
  html`<p class="meta">${meta}</p>
`
}${below}</div></div>`;
