import type { Content, Context } from '../context.ts';
import { attributes, html } from '../html.ts';
import { crumbsTo } from '../parts/breadcrumb.ts';
import { icon } from '../parts/icon.ts';
import { masthead } from '../parts/masthead.ts';
import type { SearchView } from '../view.ts';

/** Search: the form is there for everybody, the finding is the script's. Without it the site's own lists are offered. */
export const searchPage = ({ index }: SearchView, context: Context): Content => {
  const { frame, words } = context;
  const { found, nothing, failed, again, kinds, searchOffers } = words;
  const told = JSON.stringify({ found, nothing, failed, again, kinds });
  const links = frame.site.links.map(({ label, url }) => html`<li><a href="${url}">${label}</a></li>`);
  const form = html`<search><form action="${frame.path}" method="get"><label for="q">${words.searchLabel}</label>
<div class="ask-for"><input id="q" name="q" type="search" autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby="hint"><button type="submit">${icon('search')}<span class="vh">${words.search}</span></button></div>
<p id="hint">${words.searchHint}</p></form></search>`;
  const crumbs = crumbsTo(context);
  return {
    main: html`${masthead(context, { heading: words.search, crumbs, below: form })}
<div class="wrap results"${attributes({ 'data-index': index, 'data-locale': frame.locale, 'data-words': told })}>
<p class="status" role="status"></p>
<ol></ol>
<div class="offers"><p class="without">${words.searchWithout}</p><p class="with">${searchOffers}</p><ul>${links}</ul></div>
</div>`,
    crumbs,
    linkedData: [],
    unlisted: true,
  };
};
