import type { Context } from '../context.ts';
import { type Html, html, NOTHING } from '../html.ts';
import { icon } from '../parts/icon.ts';
import { lightbox, still } from '../parts/still.ts';
import type { TitleView } from '../view.ts';

/** Pictures of the title, edge to edge; each opens large. */
export const stills = ({ stills: figures, gallery }: TitleView, context: Context): Html => {
  const { words } = context;
  if (figures.length === 0) return NOTHING;
  return html`<section class="band stills" id="stills" aria-labelledby="stills-h"><div class="wrap">
<h2 id="stills-h">${words.stills}</h2>
<ul class="mosaic"${lightbox(words)}>${figures.map((figure) => html`<li>${still(figure, context, { shape: 'frame', sizes: '(min-width: 40rem) 56vw, 100vw' })}</li>`)}</ul>
${
  gallery &&
  html`<p class="further"><a href="${gallery.url}">${words.stillsMore}${icon('forward')}</a></p>
`
}</div></section>`;
};
