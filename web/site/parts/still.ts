import type { Context } from '../context.ts';
import { type Attributes, attributes, type Html, html } from '../html.ts';
import { type Placing, pictureBox, plainFile } from '../picture.ts';
import type { Figure } from '../view.ts';
import type { Words } from '../words/en.ts';

/** The words that the script needs to show a list of pictures large, on the list itself. */
export const lightbox = ({ close, previous, following, count }: Words): Attributes =>
  attributes({ 'data-lightbox': JSON.stringify({ close, previous, following, count }) });

/** A picture that opens large: in a dialog by the script, as a file without it. Its caption shows under the pointer. */
export const still = (figure: Figure, { words }: Context, placing: Pick<Placing, 'shape' | 'sizes'>): Html => {
  const { picture } = figure;
  const large = plainFile(picture, 'frame', 2560);
  const said = words.enlarge(figure.caption ?? picture.alternative);
  const box = pictureBox(picture, { ...placing, decorative: true });
  const link = large
    ? html`<a href="${large.path}" data-alternative="${picture.alternative}"><span class="vh">${said}</span>${box}</a>`
    : pictureBox(picture, placing);
  return html`<figure>${link}${caption(figure, words)}</figure>`;
};

export const caption = ({ caption: text, credit }: Figure, words: Words): Html | undefined =>
  text || credit
    ? html`<figcaption>${text && html`<span>${text}</span>`}${credit && html`<small>${words.photo(credit)}</small>`}</figcaption>`
    : undefined;
