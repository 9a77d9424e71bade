import { type Canvas, linear } from './svg.ts';

export const EPISODE: Canvas = { width: 1280, height: 720 };
export const EPISODE_LOOK = { ...EPISODE, vignette: 0.5, bloom: 0.3 };

/** For `url(#wood)`, and below for `url(#brass)`. */
export const WOOD = linear('wood', [
  [0, '#8a5527'],
  [0.4, '#4a2c17'],
  [1, '#140c08'],
]);
export const BRASS = linear(
  'brass',
  [
    [0, '#5a3712'],
    [0.3, '#f3cf86'],
    [0.55, '#a8732c'],
    [1, '#2c190a'],
  ],
  'x1="0" y1="0" x2="1" y2="0"',
);

/** An oil lamp with its chimney, standing on 0, 0, about 200 tall. */
export const oilLamp = `<path d="M-38 0h76l-8 -14h-60zM-9 -14h18v-26h-18zM-34 -40h68c6 -30 -10 -46 -24 -50h-20c-14 4 -30 20 -24 50z" fill="url(#brass)"/><path d="M-16 -92h32v-12h-32z" fill="#5d3a14"/><path d="M-18 -104C-38 -136 -30 -160 -14 -176V-214H14V-176C30 -160 38 -136 18 -104z" fill="#ffdc94" fill-opacity=".34" stroke="#ffe9bb" stroke-opacity=".6" stroke-width="2"/><path d="M0 -162C12 -142 14 -126 8 -112C4 -106 -4 -106 -8 -112C-14 -126 -12 -142 0 -162z" fill="#fff8e2"/>`;
