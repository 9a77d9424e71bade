import type { Context } from '../context.ts';
import { type Html, html, NOTHING } from '../html.ts';
import { icon } from '../parts/icon.ts';
import { pictureBox } from '../picture.ts';
import type { Person, TitleView } from '../view.ts';

/** The closing card: the poster, and who made it, set as on a poster. */
export const credits = ({ poster, crew, name, studio, pressKit }: TitleView, { words }: Context): Html => {
  if (crew.length === 0 && !poster) return NOTHING;
  const lines = crew.map(
    ({ role, people }) =>
      html`<div><dt>${role}</dt> ${people.map((person) => html`<dd>${named(person)}</dd> `)}</div> `,
  );
  return html`<section class="credits" id="credits" aria-labelledby="credits-h"><div class="wrap">
<h2 id="credits-h" class="vh">${words.credits}</h2>
${poster && pictureBox(poster, { shape: 'portrait', sizes: '(min-width: 60rem) 17rem, 50vw' })}
<div class="billing"><p class="billed">${studio && html`<span>${studio}</span>`}<strong>${name}</strong></p>
${
  lines.length > 0 &&
  html`<dl>${lines}</dl>
`
}${
  pressKit &&
  html`<p class="further"><a href="${pressKit.url}">${words.pressKit}${icon('forward')}</a></p>
`
}</div></div></section>`;
};

const named = ({ name, path }: Person): Html => (path ? html`<a href="${path}">${name}</a>` : html`${name}`);
