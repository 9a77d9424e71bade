import type { Content, Context } from '../context.ts';
import { html } from '../html.ts';
import { videoNode } from '../linked-data/video.ts';
import { renderMarkdown } from '../markdown.ts';
import { crumbsTo } from '../parts/breadcrumb.ts';
import { icon } from '../parts/icon.ts';
import { masthead } from '../parts/masthead.ts';
import { screen, videoFacts } from '../parts/video.ts';
import { pictureBox } from '../picture.ts';
import { publishedText } from '../time.ts';
import { absolute } from '../url.ts';
import type { TrailerView } from '../view.ts';

/** One film with its transcript, and what else there is to watch. */
export const trailerPage = (view: TrailerView, context: Context): Content => {
  const { words, frame } = context;
  const { video, about, more, published } = view;
  const crumbs = crumbsTo(context, about);
  const meta = html`<time datetime="${published}">${publishedText(published, frame.locale)}</time><span>${videoFacts(video, context)}</span>`;
  const others = more.map(
    ({ label, url, picture }) =>
      html`<li><a href="${url}">${picture && pictureBox(picture, { shape: 'wide', sizes: '(min-width: 60rem) 25rem, 92vw', decorative: true })}<strong>${label}</strong></a></li>`,
  );
  const below = screen(video, context, { sizes: '(min-width: 84rem) 82rem, 100vw' });
  const node = videoNode(video, published, frame.origin, absolute(frame.origin, frame.path));
  return {
    main: html`${masthead(context, { heading: video.title, crumbs, meta, below, long: true })}
<div class="wrap about-video"><div class="prose">${video.description && html`<p class="lead">${video.description}</p>`}</div>
${
  video.transcript &&
  html`<details class="transcript"><summary><h2>${words.transcript}</h2>${icon('plus')}</summary><div class="prose">${renderMarkdown(video.transcript, 2)}</div></details>
`
}${about && html`<p class="further"><a href="${about.url}">${words.about(about.label)}${icon('forward')}</a></p>`}</div>
${
  others.length > 0 &&
  html`<section class="band more" aria-labelledby="more-h"><div class="wrap"><h2 id="more-h">${words.more}</h2><ul class="reel">${others}</ul></div></section>`
}`,
    crumbs,
    linkedData: node ? [node] : [],
    kind: 'video.other',
  };
};
