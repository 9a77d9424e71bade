import type { Context } from '../context.ts';
import { type Html, html, NOTHING } from '../html.ts';
import { icon } from '../parts/icon.ts';
import { teaser } from '../parts/teaser.ts';
import type { Link, Teaser } from '../view.ts';

/** The latest news, the newest large. */
export const news = (items: readonly Teaser[], index: Link | undefined, context: Context): Html => {
  const { words } = context;
  if (items.length === 0) return NOTHING;
  return html`<section class="band latest" id="news" aria-labelledby="news-h"><div class="wrap">
<h2 id="news-h">${words.news}</h2>
<div class="teasers">${items.map((item, at) => teaser(item, context, 3, at === 0 ? '(min-width: 60rem) 48rem, 92vw' : undefined))}</div>
${
  index &&
  html`<p class="further"><a href="${index.url}">${words.newsMore}${icon('forward')}</a></p>
`
}</div></section>`;
};
