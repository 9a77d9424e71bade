import type { Content, Context } from '../context.ts';
import { attributes, type Html, html } from '../html.ts';
import { renderMarkdown } from '../markdown.ts';
import { crumbsTo } from '../parts/breadcrumb.ts';
import { icon } from '../parts/icon.ts';
import { masthead } from '../parts/masthead.ts';
import { caption } from '../parts/still.ts';
import { pictureBox } from '../picture.ts';
import { bytesText } from '../time.ts';
import type { PressKitView } from '../view.ts';

/** What a journalist needs: facts to copy, pictures to take, people to ask. */
export const pressKitPage = (view: PressKitView, context: Context): Content => {
  const crumbs = crumbsTo(context, view.about);
  return {
    main: html`${masthead(context, { heading: view.name, crumbs })}
<div class="wrap kit">${view.introduction && html`<div class="prose">${renderMarkdown(view.introduction, 1)}</div>`}
${facts(view, context)}
${contacts(view, context)}
${downloads(view, context)}</div>`,
    crumbs,
    linkedData: [],
  };
};

const facts = ({ facts: rows }: PressKitView, { words }: Context): Html | false =>
  rows.length > 0 &&
  html`<section class="quote" aria-labelledby="facts-h"><h2 id="facts-h">${words.factsToCopy}</h2>
<dl class="sheet"${attributes({ 'data-copied': words.copied, 'data-failed': words.copyFailed })}>${rows.map(
    ({ term, detail }, at) =>
      html`<div><dt>${term}</dt><dd><span id="fact-${at}">${detail}</span><button type="button" class="copy" data-copy="fact-${at}" aria-label="${words.copyNamed(term)}" hidden>${words.copy}</button></dd></div>`,
  )}</dl><p class="vh" role="status" data-copy-status></p></section>`;

const contacts = ({ contacts: people }: PressKitView, { words }: Context): Html | false =>
  people.length > 0 &&
  html`<section class="contacts" aria-labelledby="contacts-h"><h2 id="contacts-h">${words.contacts}</h2>
<ul>${people.map(({ name, email, role }) => html`<li><strong>${name}</strong>${role && html`<span>${role}</span>`}<a href="mailto:${email}">${email}</a></li>`)}</ul></section>`;

const downloads = ({ downloads: pictures }: PressKitView, { frame, words }: Context): Html | false =>
  pictures.length > 0 &&
  html`<section class="downloads" aria-labelledby="downloads-h"><h2 id="downloads-h">${words.downloads}</h2>
<ul>${pictures.map(
    ({ figure, files }) =>
      html`<li><figure>${pictureBox(figure.picture, { shape: 'frame', sizes: '(min-width: 60rem) 25rem, 92vw' })}${caption(figure, words)}</figure><ul class="files">${files.map(
        ({ url, label, bytes }) =>
          html`<li><a href="${url}" download>${icon('download')}<span><span class="vh">${words.downloadNamed(figure.caption ?? figure.picture.alternative)}: </span>${words.download(label, bytesText(bytes, frame.locale))}</span></a></li>`,
      )}</ul></li>`,
  )}</ul></section>`;
