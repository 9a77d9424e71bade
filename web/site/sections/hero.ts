import type { Context } from '../context.ts';
import { classes, type Html, html } from '../html.ts';
import { icon } from '../parts/icon.ts';
import { pictureBox } from '../picture.ts';
import { shadeOf } from '../shade.ts';
import type { Episode, TitleView } from '../view.ts';
import { filled } from '../words.ts';

/** What fills the first screen: key art, the title, its line, and the ways in. */
export const hero = (view: TitleView, context: Context): Html => {
  const { frame, words } = context;
  const { name, logline, facts, keyArt } = view;
  const art =
    keyArt && pictureBox(keyArt, { shape: 'frame', sizes: '100vw', eager: true, upright: UPRIGHT, class: 'art' });
  const dated = view.releases.some(({ opens }) => opens);
  return html`<section class="${classes('hero', keyArt ? `shade-${shadeOf(keyArt.thumbhash)}` : 'hero-bare')}" aria-labelledby="title">${art}
<div class="pitch"><div class="wrap">
${lamps(view.episodes)}<h1 id="title" class="${fit(name)}">${name}</h1>
<p class="logline">${logline}</p>
${
  facts.length > 0 &&
  html`<ul class="facts">${facts.map((fact) => html`<li>${fact}</li>`)}</ul>
`
}<p class="cta">${wayIn(view, context)}${
    dated && html`<a class="go go-quiet" href="${frame.path}calendar.ics">${icon('calendar')}${words.calendar}</a>`
  }</p>
</div></div></section>`;
};

/** On a phone held upright the portrait fills the height, so it is wider than the screen. */
const UPRIGHT = { shape: 'portrait', sizes: '145vw' } as const;

/** The trailer, else a place where the title can be had: in the country where most read the page's language, where there is one. */
const wayIn = ({ trailers, releases }: TitleView, { frame, words }: Context): Html | undefined => {
  if (trailers.some(({ sources }) => sources.length > 0)) {
    return html`<a class="go" href="#watch">${icon('play')}${words.play}</a>`;
  }
  const { region = '' } = new Intl.Locale(frame.locale).maximize();
  const near = releases.filter(({ territories }) => territories.includes(region));
  const link = [...near, ...releases].flatMap(({ links }) => links)[0];
  if (!link) return undefined;
  const label = filled(words.links[link.kind], { label: link.label });
  return html`<a class="go" href="${link.url}" rel="noopener">${label}${icon('forward')}</a>`;
};

/** A lamp an episode, lit for those that are open. The list of episodes says the same in words. */
const lamps = (episodes: readonly Episode[]): Html | false =>
  episodes.length > 1 &&
  episodes.length <= 13 &&
  html`<p class="lamps" aria-hidden="true">${episodes.map(({ sealed }) => html`<i class="${classes(!sealed && 'lit')}"></i>`)}</p>
`;

/** The size a title is set in follows from its longest word, which must fit a line, and from its length. */
const fit = (name: string): string => {
  const longest = Math.max(...name.split(/[\s-]+/).map((word) => [...word].length));
  const length = [...name].length;
  const size = length <= 18 ? 1 : length <= 30 ? 2 : length <= 48 ? 3 : 4;
  return `word-${Math.min(24, Math.max(4, longest))} long-${size}`;
};
