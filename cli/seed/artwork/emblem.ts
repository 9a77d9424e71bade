import sharp from 'sharp';
import { darkTower } from './lighthouse.ts';
import { repeat } from './random.ts';
import { drawing, glow, linear, n } from './svg.ts';

const CANVAS = { width: 1200, height: 1200 };

/** A lantern room: roof, panes, gallery; around 0, 0 and about 150 tall. */
export const lamp = (frame: string, panes: string): string =>
  `<path d="M-34 -30h68v72h-68z" fill="${panes}"/><path d="M-8 -78h16v14c26 6 44 20 48 36h-112c4 -16 22 -30 48 -36zM-56 44h112v14h-112zM-42 62h84l-8 18h-68z" fill="${frame}"/><path d="M-34 -30v72M34 -30v72M-12 -30v72M12 -30v72M-34 6h68" stroke="${frame}" stroke-width="6" fill="none"/>`;

/** Nine lamps in a ring, the uppermost lit, on a transparent ground. */
export const drawEmblem = async (): Promise<Buffer> => {
  const definitions = [
    glow('halo', '#f5b64e', 0.75, 2.2),
    linear('lit', [
      [0, '#fff6da'],
      [1, '#ffc75c'],
    ]),
    linear('out', [
      [0, '#8fa3a6'],
      [1, '#64787c'],
    ]),
  ].join('');
  const ring = repeat(9, (index) => {
    const angle = (index / 9) * 2 * Math.PI - Math.PI / 2;
    const place = `transform="translate(${n(600 + 420 * Math.cos(angle))} ${n(600 + 420 * Math.sin(angle))}) scale(${index ? 1.16 : 1.55})"`;
    return index ? `<g ${place}>${lamp('url(#out)', 'none')}</g>` : `<g ${place}>${lamp('#c98a2c', 'url(#lit)')}</g>`;
  });
  const middle = `<circle cx="600" cy="600" r="250" fill="none" stroke="url(#out)" stroke-width="7"/>${darkTower({ x: 600, base: 762, height: 300 }, '#71868a', 'none')}<path d="M392 740Q470 716 520 742Q560 762 600 762T690 744Q740 718 808 740A250 250 0 0 1 392 740z" fill="#71868a"/>`;
  const svg = drawing(
    CANVAS,
    definitions,
    `<circle cx="600" cy="180" r="180" fill="url(#halo)"/>${ring}${middle}`,
  ).replace('<svg ', '<svg width="1200" height="1200" ');
  return sharp(Buffer.from(svg)).png({ compressionLevel: 8 }).toBuffer();
};
