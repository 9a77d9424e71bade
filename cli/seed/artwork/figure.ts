import { n } from './svg.ts';

/** Somebody in a long coat, upright with a lantern in the right hand, on 0, 0; `height` tall, with light on the rim. */
export const standing = (height: number, colour: string, rim: string): string => {
  const scale = n(height / 300);
  return `<g transform="scale(${scale})"><path d="${COAT}" fill="${colour}"/><path d="${HAT}" fill="${colour}"/><path d="M18 -236C40 -226 50 -200 54 -160L62 -122" fill="none" stroke="${colour}" stroke-width="17" stroke-linecap="round"/><path d="M-12 -240C-32 -232 -40 -200 -44 -150" fill="none" stroke="${colour}" stroke-width="18" stroke-linecap="round"/><path d="M62 -118v14M54 -104h16l4 30h-24z" fill="#ffd98e" stroke="${colour}" stroke-width="3"/><circle cx="62" cy="-88" r="9" fill="#fff6da"/><path d="M20 -240C34 -232 42 -214 46 -186M36 -150C40 -100 44 -60 46 -22M15 -284C17 -276 18 -268 14 -260" fill="none" stroke="${rim}" stroke-opacity=".8" stroke-width="3" stroke-linecap="round"/></g>`;
};

const COAT =
  'M-12 -252C-30 -246 -36 -224 -38 -196C-40 -150 -46 -90 -52 -26C-30 -16 -14 -14 -8 -14L-10 0H-2L2 -15C20 -14 36 -18 48 -26C44 -90 38 -150 36 -196C34 -226 28 -246 12 -252z';
const HAT =
  'M-17 -276C-18 -296 -8 -304 2 -304C12 -304 20 -296 18 -276C18 -262 12 -250 1 -249C-10 -250 -16 -262 -17 -276zM-24 -279C-12 -288 16 -288 26 -279C16 -275 -12 -275 -24 -279z';
