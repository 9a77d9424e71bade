import { jpeg } from './develop.ts';
import { between, numbers, type Random, repeat } from './random.ts';
import { crests, reflection } from './sea.ts';
import { stars } from './sky.ts';
import { drawing, glow, linear, n, points, polygon } from './svg.ts';
import { stretched, texture } from './texture.ts';

const CANVAS = { width: 1600, height: 900 };
const LOOK = { ...CANVAS, vignette: 0.45, bloom: 0.35 };

/** A row of narrow houses on the quay; a few windows are lit. */
const houses = (random: Random, base: number): string => {
  const shapes: string[] = [];
  for (let x = -30; x < 1640; ) {
    const [width, height] = [between(random, 76, 132), between(random, 110, 210)];
    const top = base - height;
    const colour = ['#0c2029', '#0e252e', '#0a1b23', '#11262c'][Math.floor(random() * 4)];
    shapes.push(
      `<path d="M${n(x)} ${base}V${n(top)}L${n(x + width / 2)} ${n(top - between(random, 36, 60))}L${n(x + width)} ${n(top)}V${base}z" fill="${colour}"/><path d="M${n(x + width * 0.7)} ${n(top - 14)}v-34h13v40z" fill="${colour}"/>`,
    );
    for (let row = 0; row < 3; row += 1)
      for (let column = 0; column < 3; column += 1) {
        const lit = random() < 0.13;
        const [wx, wy] = [x + width * (0.16 + column * 0.26), top + 18 + row * 44];
        if (wy < base - 26)
          shapes.push(
            `<path d="M${n(wx)} ${n(wy)}h15v22h-15z" fill="${lit ? '#f5b65c' : '#050f14'}"/><path d="M${n(wx + 7.5)} ${n(wy)}v22M${n(wx)} ${n(wy + 10)}h15" stroke="${colour}" stroke-width="1.600"/>`,
          );
      }
    x += width + between(random, -2, 5);
  }
  return shapes.join('');
};

const trawler = (x: number, y: number, scale: number, colour: string): string =>
  `<g transform="translate(${x} ${y}) scale(${scale})"><path d="M-150 -40C-110 -26 70 -24 140 -44L122 4H-126z" fill="${colour}"/><path d="M-150 -40C-110 -26 70 -24 140 -44" fill="none" stroke="#d9a560" stroke-opacity=".4" stroke-width="3"/><path d="M40 -38v-54h58v50zM34 -94h70v8h-70z" fill="${colour}"/><path d="M50 -80h15v16h-15zM74 -80h15v16h-15z" fill="#0a1a20"/><path d="M-34 -36V-250M-34 -230L110 -44M-34 -230L-146 -42M-34 -180L40 -90M-90 -36V-110" fill="none" stroke="${colour}" stroke-width="5"/><circle cx="-112" cy="-24" r="9" fill="none" stroke="${colour}" stroke-width="6"/></g>`;

/** The harbour at night: one lamp is lit on the quay, the boats stay in. */
export const drawHarbour = async (): Promise<Buffer> => {
  const random = numbers(81);
  const definitions = [
    linear('sky', [
      [0, '#040911'],
      [0.6, '#0d2a36'],
      [1, '#27494f'],
    ]),
    linear('sea', [
      [0, '#12323a'],
      [1, '#040c11'],
    ]),
    glow('lamp', '#ffca78', 0.9, 2.3),
    glow('warm', '#e59a45', 0.5, 1.7),
    linear('quay', [
      [0, '#1a2a2e'],
      [1, '#060d10'],
    ]),
  ].join('');
  const clouds = await texture({
    seed: 82,
    cells: [4, 7],
    colour: [110, 146, 154],
    low: 0.42,
    high: 0.85,
    opacity: 0.3,
  });
  const mist = await texture({
    seed: 83,
    cells: [5, 3],
    colour: [140, 168, 166],
    low: 0.36,
    high: 0.8,
    opacity: 0.42,
    feathered: true,
  });
  const hills = polygon(points('-10,400 200,300 420,340 640,250 900,330 1160,280 1400,350 1610,300 1610,560 -10,560'));
  const water = { width: 1600, horizon: 560, bottom: 900 };
  const windows = [160, 420, 700, 1260, 1480].map((x) =>
    reflection(random, 24, x, { width: 60, horizon: 566, bottom: 700 }, '#f5b65c', 0.5),
  );
  const post =
    '<path d="M996 540V300h10v240zM986 540h30v12h-30z" fill="#04090b"/><path d="M1001 300Q1001 276 1034 276" fill="none" stroke="#04090b" stroke-width="8"/><path d="M1018 276h34l-6 34h-22z" fill="#ffe7b4"/><path d="M1014 276h42l-21 -20z" fill="#04090b"/>';
  const shapes = `<rect width="1600" height="900" fill="url(#sky)"/>${stars(random, 240, 1600, 360)}${stretched(clouds, 0, 0, 1600, 500)}<path d="${hills}" fill="#0e2a33"/>${stretched(mist, -100, 280, 1800, 160)}${houses(random, 540)}<circle cx="1035" cy="296" r="520" fill="url(#warm)"/>
<path d="M-10 538H1610V580H-10z" fill="url(#quay)"/>${repeat(30, (index) => `<path d="M${index * 56 - 10} 552v28" stroke="#000" stroke-opacity=".4" stroke-width="2"/>`)}<rect y="576" width="1600" height="330" fill="url(#sea)"/>${windows.join('')}${reflection(random, 420, 1035, { ...water, width: 420 }, '#ffcf84', 0.7)}${crests(random, 260, water, '#4d7c82', 0.28)}${crests(random, 220, water, '#010609', 0.5)}
${trawler(360, 640, 1, '#081a21')}${trawler(740, 610, 0.72, '#0b2028')}${post}<g fill="#050b0e"><path d="M1092 540c-2 -36 0 -66 10 -78c-4 -14 2 -24 12 -24c11 0 15 11 11 24c12 12 14 42 12 78z"/><path d="M1150 540c-2 -32 0 -58 9 -68c-4 -13 2 -22 11 -22c10 0 14 10 10 22c11 11 12 36 10 68z"/></g><path d="M1093 530c-1 -30 1 -56 9 -67M1151 530c-1 -26 1 -48 9 -58" stroke="#ffcb80" stroke-opacity=".8" stroke-width="2.400" fill="none"/><circle cx="1035" cy="294" r="150" fill="url(#lamp)"/><circle cx="1035" cy="294" r="8" fill="#fffaf0"/>${trawler(1320, 770, 1.5, '#04090c')}${stretched(mist, -200, 520, 2000, 120)}`;
  return jpeg(drawing(CANVAS, definitions, shapes), LOOK);
};
