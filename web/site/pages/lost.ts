import type { Content, Context } from '../context.ts';
import { html } from '../html.ts';
import { icon } from '../parts/icon.ts';
import type { NotFoundView } from '../view.ts';

/** What stands where there is no page, or none any more. */
export const lostPage = ({ page }: NotFoundView, { frame, words }: Context): Content => {
  const [heading, why] = page === 'gone' ? [words.gone, words.goneWhy] : [words.notFound, words.notFoundWhy];
  return {
    main: html`<div class="lost"><div class="wrap"><p class="lamps" aria-hidden="true"><i></i><i></i><i class="lit"></i><i></i><i></i></p>
<h1>${heading}</h1>
<p class="lead">${why}</p>
<p class="cta"><a class="go" href="${frame.site.home}">${words.homeWay}</a><a class="go go-quiet" href="${frame.search}">${icon('search')}${words.search}</a></p></div></div>`,
    linkedData: [],
    unlisted: true,
  };
};
