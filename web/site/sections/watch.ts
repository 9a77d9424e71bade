import type { Context } from '../context.ts';
import { type Html, html, NOTHING } from '../html.ts';
import { screen, videoFacts } from '../parts/video.ts';
import { pictureBox } from '../picture.ts';
import type { TitleView } from '../view.ts';

/** The trailer in its frame, and beside it every further clip. */
export const watch = ({ trailers }: TitleView, context: Context): Html => {
  const [first, ...more] = trailers;
  if (!first) return NOTHING;
  const clips = more.map(
    (clip) =>
      html`<li><a href="${clip.path}">${clip.poster && pictureBox(clip.poster, { shape: 'wide', sizes: '9rem', decorative: true })}<span><strong>${clip.title}</strong><small>${videoFacts(clip, context)}</small></span></a></li>`,
  );
  return html`<section class="band watch" id="watch" aria-labelledby="watch-h"><div class="wrap">
<h2 id="watch-h">${context.words.watch}</h2>
${screen(first, context, { path: first.path, sizes: '(min-width: 60rem) 60vw, 100vw' })}
${
  clips.length > 0 &&
  html`<ul class="clips">${clips}</ul>
`
}</div></section>`;
};
