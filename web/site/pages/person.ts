import type { Content, Context } from '../context.ts';
import { type Html, html } from '../html.ts';
import { imageOf } from '../linked-data/node.ts';
import { plainText, renderMarkdown } from '../markdown.ts';
import { crumbsTo } from '../parts/breadcrumb.ts';
import { masthead } from '../parts/masthead.ts';
import { caption } from '../parts/still.ts';
import { pictureBox } from '../picture.ts';
import { absolute } from '../url.ts';
import type { PersonView } from '../view.ts';

/** Somebody who made or plays in a title. */
export const personPage = (view: PersonView, context: Context): Content => {
  const { words, frame } = context;
  const crumbs = crumbsTo(context);
  const { portrait } = view;
  return {
    main: html`${masthead(context, { heading: view.name, crumbs, lead: view.profession, reached: portrait !== undefined })}
<div class="wrap person">${
      portrait &&
      html`<figure class="reaching">${pictureBox(portrait.picture, { shape: 'portrait', sizes: '(min-width: 60rem) 24rem, 70vw', eager: true })}${caption(portrait, words)}</figure>
`
    }<div class="life"><div class="prose">${renderMarkdown(view.biography, 1)}</div>
${credits(view, context)}
${
  view.links.length > 0 &&
  html`<h2>${words.elsewhere}</h2><ul class="elsewhere">${view.links.map(({ label, url }) => html`<li><a href="${url}" rel="noopener">${label}</a></li>`)}</ul>`
}</div></div>`,
    crumbs,
    linkedData: [
      {
        '@type': 'Person',
        name: view.name,
        jobTitle: view.profession,
        description: plainText(view.biography).split('\n')[0] || undefined,
        image: imageOf(portrait?.picture, frame.origin),
        url: absolute(frame.origin, frame.path),
        sameAs: view.links.map(({ url }) => absolute(frame.origin, url)),
      },
    ],
    kind: 'profile',
  };
};

const credits = ({ credits: done }: PersonView, { words }: Context): Html | false =>
  done.length > 0 &&
  html`<h2>${words.known}</h2><ul class="credited">${done.map(
    ({ title, path, roles, picture }) =>
      html`<li>${picture && pictureBox(picture, { shape: 'wide', sizes: '12rem', decorative: true })}<p><a href="${path}">${title}</a><span>${roles.join(', ')}</span></p></li>`,
  )}</ul>`;
