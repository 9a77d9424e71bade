import type { Context } from '../context.ts';
import { classes, type Html, html } from '../html.ts';
import { pictureBox } from '../picture.ts';
import { publishedText } from '../time.ts';
import type { Teaser } from '../view.ts';

/** One piece of news on another page: picture, day, headline, line. Its heading is of the level given. */
export const teaser = (
  { path, title, summary, published, picture }: Teaser,
  { frame }: Context,
  level: 2 | 3,
  sizes = '(min-width: 60rem) 28rem, 92vw',
): Html => {
  const link = html`<a href="${path}">${title}</a>`;
  return html`<article class="${classes('teaser', !picture && 'teaser-bare')}">${
    picture && pictureBox(picture, { shape: 'wide', sizes, decorative: true })
  }<div><time datetime="${published}">${publishedText(published, frame.locale)}</time>
${level === 2 ? html`<h2>${link}</h2>` : html`<h3>${link}</h3>`}
<p>${summary}</p></div></article>`;
};
