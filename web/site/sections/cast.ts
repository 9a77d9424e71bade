import type { Context } from '../context.ts';
import { type Html, html, NOTHING } from '../html.ts';
import { pictureBox } from '../picture.ts';
import type { Person, TitleView } from '../view.ts';

/** Who plays whom. */
export const cast = ({ cast: people }: TitleView, { words }: Context): Html => {
  if (people.length === 0) return NOTHING;
  return html`<section class="band cast" id="cast" aria-labelledby="cast-h"><div class="wrap">
<h2 id="cast-h">${words.cast}</h2>
<ul>${people.map((person) => html`<li>${face(person)}<strong>${named(person)}</strong><span>${person.role}</span></li>`)}</ul>
</div></section>`;
};

const named = ({ name, path }: Person): Html => (path ? html`<a href="${path}">${name}</a>` : html`${name}`);

/** The portrait, else the initials. */
const face = ({ name, portrait }: Person): Html =>
  portrait
    ? pictureBox(portrait, { shape: 'portrait', sizes: '(min-width: 60rem) 17rem, 44vw', decorative: true })
    : html`<span class="pic pic-portrait initials" aria-hidden="true">${initials(name)}</span>`;

const initials = (name: string): string => {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 && words.at(-1)].map((word) => (word ? [...word][0] : '')).join('');
};
