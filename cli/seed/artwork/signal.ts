import { jpeg } from './develop.ts';
import { BRASS, EPISODE, EPISODE_LOOK } from './interior.ts';
import { darkTower } from './lighthouse.ts';
import { numbers, repeat } from './random.ts';
import { crests, reflection } from './sea.ts';
import { stars } from './sky.ts';
import { soft } from './soft.ts';
import { drawing, glow, linear, polygon } from './svg.ts';
import { stretched, texture } from './texture.ts';

const [CANVAS, LOOK] = [EPISODE, EPISODE_LOOK];

/** Somebody on the gallery works the shutter of a signal lamp; across the water another light answers. */
export const drawSignal = async (): Promise<Buffer> => {
  const random = numbers(3);
  const [lx, ly] = [470, 330];
  const definitions = [
    linear('sky', [
      [0, '#03070d'],
      [0.5, '#0b2430'],
      [1, '#29505a'],
    ]),
    linear('sea', [
      [0, '#183a42'],
      [1, '#040d12'],
    ]),
    BRASS,
    glow('near', '#ffe0a0', 1, 2.3),
    glow('warm', '#f0a348', 0.5, 1.8),
    glow('far', '#ffd48a', 1, 2.4),
    linear(
      'ray',
      [
        [0, '#ffeab8', 0.85],
        [0.3, '#ffd68c', 0.34],
        [1, '#ffd68c', 0.04],
      ],
      `gradientUnits="userSpaceOnUse" x1="${lx}" y1="0" x2="1290" y2="0"`,
    ),
    linear('iron', [
      [0, '#28363b'],
      [1, '#070c0f'],
    ]),
  ].join('');
  const clouds = await texture({
    seed: 93,
    cells: [4, 7],
    colour: [120, 156, 164],
    low: 0.44,
    high: 0.85,
    opacity: 0.26,
  });
  const mist = await texture({
    seed: 94,
    cells: [5, 3],
    colour: [140, 174, 174],
    low: 0.36,
    high: 0.8,
    opacity: 0.5,
    feathered: true,
  });
  const ray = await soft(
    CANVAS,
    4,
    definitions,
    `<path d="${polygon([
      [lx, ly - 8],
      [1300, 196],
      [1300, 404],
      [lx, ly + 10],
    ])}" fill="url(#ray)"/><path d="${polygon([
      [lx, ly - 4],
      [1300, 262],
      [1300, 350],
      [lx, ly + 5],
    ])}" fill="url(#ray)"/>`,
  );
  const water = { width: 1280, horizon: 452, bottom: 720 };
  const posts = repeat(
    12,
    (index) =>
      `<path d="M${-20 + index * 62} 476V632" stroke="#05090b" stroke-width="9"/><path d="M${-17 + index * 62} 480V630" stroke="#f0b265" stroke-opacity=".3" stroke-width="1.600"/>`,
  );
  const figure =
    '<path d="M120 640C122 560 126 470 142 408C148 372 168 352 196 344C188 326 184 300 196 284C210 266 244 266 254 288C258 298 258 306 256 312C262 318 264 322 258 326C258 336 254 344 246 346C258 352 268 362 276 376L356 356L362 384L288 412C292 470 300 560 304 640z" fill="#070c0f"/><path d="M190 292C196 262 250 256 262 288L278 298C250 290 214 292 184 306z" fill="#0b1216"/><path d="M256 312C262 318 264 322 258 326C258 336 254 344 246 346C258 352 268 362 276 376L354 358M262 288L276 297M288 412C292 470 298 540 302 600" fill="none" stroke="#ffca80" stroke-opacity=".85" stroke-width="2.600"/>';
  const shapes = `<rect width="1280" height="720" fill="url(#sky)"/>${stars(random, 220, 1280, 400)}${stretched(clouds, 0, 0, 1280, 450)}${[610, 700, 800, 1140, 1220].map((x, index) => darkTower({ x, base: 450, height: [44, 56, 70, 92, 60][index] ?? 50 }, '#123038', '#244850')).join('')}${darkTower({ x: 980, base: 450, height: 84 }, '#0c232b', '#ffe0a0')}<path d="M520 454Q700 436 860 446Q1000 430 1120 442Q1220 434 1290 440V456H520z" fill="#0e2a32"/>${stretched(mist, 0, 380, 1280, 110)}
<rect y="452" width="1280" height="268" fill="url(#sea)"/>${crests(random, 300, water, '#4d8088', 0.3)}${crests(random, 200, water, '#01060a', 0.5)}${ray}<circle cx="980" cy="366" r="80" fill="url(#far)"/><circle cx="980" cy="366" r="6" fill="#fffaf0"/>${reflection(random, 60, 980, { width: 70, horizon: 458, bottom: 620 }, '#ffd48a', 0.6)}
<circle cx="${lx}" cy="${ly}" r="420" fill="url(#warm)"/><path d="M-10 632H740Q770 640 760 660H-10z" fill="url(#iron)"/><path d="M-10 660H760L700 730H-10z" fill="#04080a"/>${posts}<path d="M-10 472H730" stroke="#05090b" stroke-width="15"/><path d="M-10 467H730" stroke="#f0b265" stroke-opacity=".45" stroke-width="2.400"/><path d="M-10 552H710" stroke="#05090b" stroke-width="7"/>
${figure}<path d="M410 470L420 392H450L462 470z" fill="#080e11"/><path d="M352 292H448L470 278V384L448 370H352Q336 332 352 292z" fill="url(#brass)"/><path d="M352 292H448L470 278V384L448 370H352Q336 332 352 292z" fill="#04070a" fill-opacity=".5"/><path d="M462 284v94M466 290h8M466 308h8M466 326h8M466 344h8M466 362h8" stroke="#1a120a" stroke-width="5"/><ellipse cx="${lx + 2}" cy="${ly + 1}" rx="10" ry="46" fill="#fff6dc"/><circle cx="${lx}" cy="${ly}" r="170" fill="url(#near)"/>`;
  return jpeg(drawing(CANVAS, definitions, shapes), LOOK);
};
