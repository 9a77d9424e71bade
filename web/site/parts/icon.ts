import { type Html, html, trusted } from '../html.ts';

const SHAPES = {
  play: '<path d="M5 3.2v9.6a.5.5 0 0 0 .8.4l7-4.8a.5.5 0 0 0 0-.8l-7-4.8a.5.5 0 0 0-.8.4z" fill="currentColor" stroke="none"/>',
  calendar:
    '<rect x="2.2" y="3.2" width="11.6" height="10.4" rx="2"/><path d="M2.2 6.6h11.6M5.3 1.8v2.6M10.7 1.8v2.6M8 8.5v3.4M6.3 10.2h3.4"/>',
  lock: '<rect x="3" y="7" width="10" height="6.8" rx="1.8" fill="currentColor" stroke="none"/><path d="M5.2 7V5a2.8 2.8 0 0 1 5.6 0v2"/>',
  plus: '<path d="M8 2.8v10.4M2.8 8h10.4"/>',
  close: '<path d="m3.5 3.5 9 9M12.5 3.5l-9 9"/>',
  search: '<circle cx="7" cy="7" r="4.4"/><path d="m10.4 10.4 3.4 3.4"/>',
  menu: '<path d="M2.2 5h11.6M2.2 11h11.6"/>',
  back: '<path d="M13 8H3M7 4 3 8l4 4"/>',
  forward: '<path d="M3 8h10M9 4l4 4-4 4"/>',
  download: '<path d="M8 2.4v7.4M4.8 6.8 8 10l3.2-3.2M2.8 13.4h10.4"/>',
  feed: '<path d="M3 12.8a.4.4 0 1 0 .01 0M3 8.2A4.8 4.8 0 0 1 7.8 13M3 3.6A9.4 9.4 0 0 1 12.4 13"/>',
  globe: '<circle cx="8" cy="8" r="5.8"/><path d="M2.2 8h11.6M8 2.2c3.6 3.6 3.6 8 0 11.6-3.6-3.6-3.6-8 0-11.6"/>',
  chat: '<path d="M3.6 2.8h8.8A1.6 1.6 0 0 1 14 4.4v5.2a1.6 1.6 0 0 1-1.6 1.6H7.6L4.4 14v-2.8h-.8A1.6 1.6 0 0 1 2 9.6V4.4a1.6 1.6 0 0 1 1.6-1.6z"/>',
  send: '<path d="M8 13.2V3M3.8 7 8 2.8 12.2 7"/>',
  more: '<path d="M3 8h.01M8 8h.01M13 8h.01" stroke-width="2.2"/>',
} as const;

export type IconName = keyof typeof SHAPES;

const drawn = new Map(Object.entries(SHAPES).map(([name, shape]) => [name, trusted(shape)]));

/** A drawing of 16 px beside a word that says the same; a screen reader passes over it. */
export const icon = (name: IconName): Html =>
  html`<svg class="icon icon-${name}" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${drawn.get(name)}</svg>`;
