import type { Context } from '../context.ts';
import { attributes, type Html, html } from '../html.ts';
import { pictureBox } from '../picture.ts';
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
 * A film in its frame: the browser's own player with captions over the poster, and a press that starts it. The press is a
 * link to the film's page until the script takes it over; without a film the poster stands alone and says so.
 */
export const screen = (video: Video, context: Context, { path, sizes }: { path?: string; sizes: string }): Html => {
  const { words } = context;
  const poster =
    video.poster && pictureBox(video.poster, { shape: 'wide', sizes, decorative: true, eager: path === undefined });
  const said = html`<strong>${video.title}</strong><small>${video.sources.length > 0 ? videoFacts(video, context) : words.notHere}</small>`;
  if (video.sources.length === 0) {
    return html`<div class="screen">${poster}<p class="said">${said}</p></div>`;
  }
  const pressed = html`<span class="disc">${icon('play')}</span><span class="${path ? 'said' : 'vh'}"><span class="vh">${words.press} </span>${said}</span>`;
  const press = path
    ? html`<a class="press" href="${path}">${pressed}</a>`
    : html`<button class="press" type="button" hidden>${pressed}</button>`;
  return html`<div class="screen" data-player>${poster}<video controls preload="none" playsinline aria-label="${video.title}">
${video.sources.map(
  ({ url, contentType }) => html`<source src="${url}" type="${contentType}">
`,
)}${video.captions.map(
  ({
    url,
    locale,
    label,
  }) => html`<track kind="captions" src="${url}" srclang="${locale}" label="${label}"${attributes({ default: locale === context.frame.locale })}>
`,
)}</video>${press}</div>`;
};
