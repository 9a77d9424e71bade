import type { Context } from '../context.ts';
import { classes, type Html, html, NOTHING } from '../html.ts';
import { icon } from '../parts/icon.ts';
import { pictureBox } from '../picture.ts';
import { dayText, durationText, machineTime } from '../time.ts';
import type { Day, Episode, Moment, TitleView } from '../view.ts';

/** Every episode. A sealed one says only when it opens. */
export const episodes = ({ episodes: all }: TitleView, context: Context): Html => {
  const { words } = context;
  if (all.length === 0) return NOTHING;
  const pictured = all.some(({ sealed, still }) => !sealed && still);
  return html`<section class="band episodes" id="episodes" aria-labelledby="episodes-h"><div class="wrap">
<h2 id="episodes-h">${words.episodes}</h2>
<ol class="${classes(pictured && 'pictured')}">${all.map((episode) => (episode.sealed ? sealed(episode, context) : open(episode, context)))}</ol>
</div></section>`;
};

const numbered = ({ number }: Episode, { words }: Context): Html =>
  html`<span class="number"><span class="vh">${words.episode(String(number))}</span><span aria-hidden="true">${number}</span></span>`;

const open = (episode: Episode, context: Context): Html => {
  const { frame, words } = context;
  const { title, summary, duration, opens, still } = episode;
  return html`<li>${numbered(episode, context)}${
    still && pictureBox(still, { shape: 'wide', sizes: '(min-width: 60rem) 13rem, 30vw', decorative: true })
  }<div class="what"><h3>${title ?? words.episode(String(episode.number))}</h3>${summary && html`<p>${summary}</p>`}</div>
<p class="length">${duration !== undefined && html`<span>${durationText(duration, frame.locale)}</span>`}${opens && html`<span>${onDay(words.opensOn, opens, frame.locale)}</span>`}</p></li>`;
};

const sealed = (episode: Episode, context: Context): Html => {
  const { frame, words } = context;
  const { opens } = episode;
  return html`<li class="sealed">${numbered(episode, context)}<p>${icon('lock')}<span>${
    opens ? onDay(words.sealed, opens, frame.locale) : words.sealedUndated
  }</span></p></li>`;
};

/** A sentence with the day in it, marked as a time. */
const onDay = (sentence: (day: string) => string, when: Moment | Day, locale: string): Html => {
  const [before, after] = sentence('\u0000').split('\u0000');
  return html`${before}<time datetime="${machineTime(when)}">${dayText(when, locale, 'short')}</time>${after}`;
};
