import type { Context } from '../context.ts';
import { type Html, html, NOTHING } from '../html.ts';
import { clockAndPlace, dayText, machineTime } from '../time.ts';
import type { Moment, Release, TitleView } from '../view.ts';
import { filled } from '../words.ts';

/** The release strip: the next moment with its countdown, then a line for each territory. */
export const when = ({ releases, next }: TitleView, context: Context): Html => {
  const { frame, words } = context;
  if (releases.length === 0) return NOTHING;
  return html`<section class="when" aria-labelledby="when-h"><div class="wrap">
<h2 id="when-h" class="vh">${words.releaseDates}</h2>
${
  next &&
  html`<div class="next"><p>${words.next}: ${next.release}</p>
<p class="big"><time datetime="${machineTime(next.opens)}">${dayText(next.opens, frame.locale, 'headline')}</time></p>
<p class="left" data-until="${machineTime(next.opens)}" data-left="${words.left}" data-open="${words.open}"></p></div>
`
}<ul class="territories">${releases.map((release) => territory(release, context))}</ul>
</div></section>`;
};

const territory = ({ name, opens, announcedOn, links }: Release, { frame, words }: Context): Html => {
  const { locale } = frame;
  const date = opens
    ? html`<time datetime="${machineTime(opens)}">${dayText(opens, locale, 'short')}${'at' in opens && html`<br>${clockAndPlace(opens, locale)}`}</time>${'at' in opens && here(opens, words.here)}`
    : html`<span>${announcedOn ? words.announced(dayText(announcedOn, locale, 'short')) : words.noDate}</span>`;
  const ways = links.map(
    ({ kind, label, url }) =>
      html`<li><a href="${url}" rel="noopener">${filled(words.links[kind], { label })}</a></li>`,
  );
  return html`<li><h3>${name}</h3>${date}${ways.length > 0 && html`<ul>${ways}</ul>`}</li>`;
};

/** Where a script says what the moment is on the reader's own clock, if that differs. Its line is kept free. */
const here = ({ at, zone }: Moment, words: string): Html =>
  html`<span class="here" data-at="${at}" data-zone="${zone}" data-here="${words}"></span>`;
