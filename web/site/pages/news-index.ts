import type { Content, Context } from '../context.ts';
import { html, type Value } from '../html.ts';
import { crumbsTo } from '../parts/breadcrumb.ts';
import { icon } from '../parts/icon.ts';
import { masthead } from '../parts/masthead.ts';
import { teaser } from '../parts/teaser.ts';
import type { NewsIndexView } from '../view.ts';

/** All news, newest first, some to a page. */
export const newsIndexPage = (view: NewsIndexView, context: Context): Content => {
  const { words, frame } = context;
  const crumbs = crumbsTo(context);
  const meta = view.of > 1 ? html`<span>${words.newsPage(String(view.number), String(view.of))}</span>` : undefined;
  const items = view.items.map((item, at) =>
    teaser(item, context, 2, at === 0 ? '(min-width: 60rem) 48rem, 92vw' : undefined),
  );
  return {
    main: html`${masthead(context, { heading: words.news, crumbs, meta })}
<div class="wrap listing">${
      items.length > 0 ? html`<div class="teasers">${items}</div>` : html`<p class="empty">${words.noNews}</p>`
    }
${pager(view, context)}</div>`,
    crumbs,
    linkedData: [{ '@type': 'CollectionPage', name: frame.title, inLanguage: frame.locale }],
  };
};

const pager = ({ newer, older, number, of }: NewsIndexView, { words }: Context): Value =>
  (newer || older) &&
  html`<nav class="pager" aria-label="${words.newsPage(String(number), String(of))}">${
    newer && html`<a rel="prev" href="${newer}">${icon('back')}${words.newer}</a>`
  }${older && html`<a rel="next" href="${older}">${words.older}${icon('forward')}</a>`}</nav>`;
