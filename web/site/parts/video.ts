import type { Context } from '../context.ts';
import { attributes, type Html, html } from '../html.ts';
import { type Picture, pictureBox, plainFile, renditions } from '../picture.ts';
import { durationText } from '../time.ts';
import type { Video } from '../view.ts';
import { icon } from './icon.ts';

/** "1 min 42 sec, captions in English and Spanish". */
export const videoFacts = (video: Video, { frame, words }: Context): string => {
  const languages = new Intl.ListFormat(frame.locale, { type: 'conjunction' }).format(
    video.captions.map(({ label }) => label),
  );
  const facts = [
    video.duration !== undefined && durationText(video.duration, frame.locale),
    languages && words.captions(languages),
  ];
  return facts.filter(Boolean).join(', ');
};

/**
 * A film in its frame. On a page that is about something else (`path` leads to the film's own) its poster lies over the player
 * and is a link to that page, until a script lets it start the film in its place. On its own page the browser's player is
 * there at once, with its poster and captions. Without a film the poster stands alone and says so.
 */
export const screen = (video: Video, context: Context, { path, sizes }: { path?: string; sizes: string }): Html => {
  const { words } = context;
  const { title, poster, sources, captions } = video;
  const said = html`<strong>${title}</strong><small>${sources.length > 0 ? videoFacts(video, context) : words.notHere}</small>`;
  const own = path === undefined;
  const picture = poster && pictureBox(poster, { shape: 'wide', sizes, decorative: true, eager: own });
  if (sources.length === 0) return html`<div class="screen">${picture}<p class="said">${said}</p></div>`;
  const tracks = captions.map(
    ({ url, locale, label }) =>
      html`<track kind="captions" src="${url}" srclang="${locale}" label="${label}"${attributes({ default: locale === context.frame.locale })}>
`,
  );
  const files = sources.map(
    ({ url, contentType }) => html`<source src="${url}" type="${contentType}">
`,
  );
  const known = attributes({ poster: own && poster && posterOf(poster), 'aria-label': title });
  const player = html`<video controls preload="none" playsinline${known}>
${files}${tracks}</video>`;
  const press = html`<span class="disc">${icon('play')}</span><span class="${own ? 'vh' : 'said'}"><span class="vh">${words.press} </span>${said}</span>`;
  return own
    ? html`<div class="screen" data-player>${player}<button class="press" type="button" hidden>${press}</button></div>`
    : html`<div class="screen" data-player>${player}${picture}<a class="press" href="${path}">${press}</a></div>`;
};

/** A player takes one file and has no list to choose from. */
const posterOf = (poster: Picture): string | undefined => {
  const files = renditions(poster, 'wide');
  const file =
    files.filter(({ contentType }) => contentType === 'image/webp').at(-1) ?? plainFile(poster, 'wide', 1280);
  return file?.path;
};
