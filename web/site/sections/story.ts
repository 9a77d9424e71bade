import type { Context } from '../context.ts';
import { type Html, html } from '../html.ts';
import { renderMarkdown } from '../markdown.ts';
import type { Rating, TitleView } from '../view.ts';

/** What the title is about, beside its fact sheet and its ratings. */
export const story = (view: TitleView, { words }: Context): Html => {
  const { heading, lead, body } = view.story;
  const rows = sheet(view, words);
  return html`<section class="band story" id="story" aria-labelledby="story-h"><div class="wrap">
<div class="telling"><h2 id="story-h">${heading ?? words.story}</h2>
${
  lead &&
  html`<p class="lead">${lead}</p>
`
}${
  body &&
  html`<div class="prose">${renderMarkdown(body, 2)}</div>
`
}</div>
<div class="beside">${
    rows.length > 0 &&
    html`<dl class="sheet" aria-label="${words.facts}">${rows.map(({ term, detail }) => html`<div><dt>${term}</dt><dd>${detail}</dd></div>`)}</dl>
`
  }${
    view.ratings.length > 0 &&
    html`<h3 class="vh">${words.ratings}</h3><ul class="ratings">${view.ratings.map(rating)}</ul>
`
  }</div></div></section>`;
};

type Row = { term: string; detail: string };

/** The editor's rows, then what is known besides, unless a row says it already. */
const sheet = ({ sheet: rows, genres, studio, platforms }: TitleView, words: Context['words']): Row[] => {
  const known: Row[] = [
    { term: words.genres, detail: genres.join(', ') },
    { term: words.studio, detail: studio ?? '' },
    { term: words.platforms, detail: platforms.join(', ') },
  ];
  const said = new Set(rows.map(({ term }) => term.toLowerCase()));
  return [...rows, ...known.filter(({ term, detail }) => detail && !said.has(term.toLowerCase()))];
};

const rating = ({ system, value, territories, advice }: Rating): Html =>
  html`<li><strong>${value}</strong><span>${system}, ${territories}${advice && html`<br>${advice}`}</span></li>`;
