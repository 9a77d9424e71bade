import type { Content, Context } from '../context.ts';
import { type Html, html } from '../html.ts';
import { imageOf } from '../linked-data/node.ts';
import { renderMarkdown } from '../markdown.ts';
import { crumbsTo } from '../parts/breadcrumb.ts';
import { masthead } from '../parts/masthead.ts';
import { caption } from '../parts/still.ts';
import { teaser } from '../parts/teaser.ts';
import { pictureBox } from '../picture.ts';
import { publishedText } from '../time.ts';
import { absolute } from '../url.ts';
import type { NewsView } from '../view.ts';

/** One piece of news. */
export const newsPage = (view: NewsView, context: Context): Content => {
  const { words, frame } = context;
  const crumbs = crumbsTo(context, view.about);
  return {
    main: html`<article>
${masthead(context, { heading: view.headline, crumbs, lead: view.summary, meta: dates(view, context), long: true, reached: view.picture !== undefined })}
<div class="wrap article">${
      view.picture &&
      html`<figure class="reaching">${pictureBox(view.picture.picture, { shape: 'wide', sizes: '(min-width: 84rem) 82rem, 100vw', eager: true })}${caption(view.picture, words)}</figure>
`
    }<div class="prose reading">${renderMarkdown(view.body, 1)}</div>
${view.about && html`<p class="further reading"><a href="${view.about.url}">${words.about(view.about.label)}</a></p>`}</div>
</article>
${more(view, context)}`,
    crumbs,
    linkedData: [
      {
        '@type': 'NewsArticle',
        headline: view.headline,
        description: view.summary,
        image: imageOf(view.picture?.picture, frame.origin),
        datePublished: view.published,
        dateModified: view.modified,
        author: view.byline
          ? { '@type': 'Person', name: view.byline }
          : { '@type': 'Organization', name: frame.site.name },
        publisher: { '@type': 'Organization', name: frame.site.name },
        mainEntityOfPage: absolute(frame.origin, frame.path),
        inLanguage: frame.locale,
      },
    ],
    kind: 'article',
  };
};

const dates = ({ published, modified, byline }: NewsView, { frame, words }: Context): Html => {
  const [first, last] = [publishedText(published, frame.locale), publishedText(modified, frame.locale)];
  return html`<time datetime="${published}">${first}</time>${byline && html`<span>${words.by(byline)}</span>`}${
    first !== last && html`<span>${words.updated(last)}</span>`
  }`;
};

const more = (view: NewsView, context: Context): Html | false =>
  view.more.length > 0 &&
  html`<section class="band latest" aria-labelledby="more-h"><div class="wrap"><h2 id="more-h">${context.words.moreNews}</h2>
<div class="teasers teasers-even">${view.more.map((item) => teaser(item, context, 3))}</div></div></section>`;
