import { jpeg } from './develop.ts';
import { darkTower } from './lighthouse.ts';
import { between, numbers, repeat } from './random.ts';
import { crests } from './sea.ts';
import { soft } from './soft.ts';
import { drawing, glow, linear, n, points } from './svg.ts';
import { stretched, texture } from './texture.ts';

const CANVAS = { width: 1200, height: 800 };

/** The keeper from behind, at the rail: pinned-up hair, a long oilskin, one hand on the iron. */
const keeper =
  '<path d="M420 820C424 720 430 600 440 520C444 470 462 438 500 424C516 418 524 410 524 396C506 388 494 366 496 338C498 304 520 286 548 286C578 286 600 306 600 340C600 366 590 388 572 396C572 410 580 418 596 424C634 438 654 470 660 522C672 600 680 720 684 820z" fill="url(#coat)"/><path d="M496 344C490 300 516 274 548 274C582 274 608 300 600 346C596 372 580 388 560 390H536C514 388 500 370 496 344z" fill="url(#hair)"/><path d="M506 368Q512 336 530 324M520 384Q524 356 536 342M544 389Q544 366 546 350M572 386Q570 360 562 344M592 364Q586 336 570 322M510 306Q528 292 540 298M588 306Q574 290 558 298" fill="none" stroke="#c98f4c" stroke-opacity=".32" stroke-width="2"/><ellipse cx="549" cy="322" rx="34" ry="31" fill="#1a1411"/><path d="M518 318A32 29 0 0 1 560 293M524 332Q520 306 550 304Q574 306 572 328Q562 344 544 338Q534 326 548 320" fill="none" stroke="#d59a52" stroke-opacity=".6" stroke-width="2.200"/><path d="M640 470C672 520 700 560 730 580L716 606C676 590 640 560 624 530z" fill="#12181a"/><path d="M716 574C736 568 752 574 756 588C752 604 728 610 714 604z" fill="#6d452f"/><path d="M500 424C520 440 576 440 596 424L604 446C576 462 520 462 492 446z" fill="#0a0f11"/><path d="M548 450C546 560 544 700 540 820" stroke="#000" stroke-opacity=".5" stroke-width="4" fill="none"/>';

const rims =
  '<path d="M440 520C444 470 462 438 500 424M436 560C430 640 426 720 424 800M497 330C500 300 520 276 540 274M496 344C496 366 506 386 522 394" fill="none" stroke="#ffcf8c" stroke-width="4" stroke-linecap="round"/><path d="M656 500C668 600 678 720 682 800M599 330C598 352 592 372 582 384" fill="none" stroke="#6ea3ac" stroke-opacity=".7" stroke-width="3" stroke-linecap="round"/>';

/** The keeper of the ninth light looks out over a coast that has gone dark; only what is near is in focus. */
export const drawPress = async (): Promise<Buffer> => {
  const random = numbers(2400);
  const definitions = [
    linear('sky', [
      [0, '#050b12'],
      [0.4, '#10303b'],
      [0.62, '#456c6c'],
      [1, '#456c6c'],
    ]),
    linear('sea', [
      [0, '#20474e'],
      [1, '#05121a'],
    ]),
    linear(
      'coat',
      [
        [0, '#8a6234'],
        [0.18, '#2c2a24'],
        [0.6, '#11181b'],
        [1, '#1b2c32'],
      ],
      'x1="0" y1="0" x2="1" y2="0"',
    ),
    linear(
      'hair',
      [
        [0, '#8d6a44'],
        [0.3, '#2c211a'],
        [1, '#100d0c'],
      ],
      'x1="0" y1="0" x2="1" y2="0"',
    ),
    linear('rail', [
      [0, '#e9b56c'],
      [0.2, '#4c4234'],
      [1, '#0a0e10'],
    ]),
    linear(
      'post',
      [
        [0, '#d9a560'],
        [0.35, '#2c2a25'],
        [1, '#080b0d'],
      ],
      'x1="0" y1="0" x2="1" y2="0"',
    ),
    glow('lamp', '#ffcf86', 0.95, 1.9),
    glow('flood', '#f0a348', 0.55, 1.5),
  ].join('');
  const clouds = await texture({
    seed: 111,
    cells: [4, 7],
    colour: [150, 176, 172],
    low: 0.42,
    high: 0.85,
    opacity: 0.34,
  });
  const mist = await texture({
    seed: 112,
    cells: [4, 3],
    colour: [170, 196, 188],
    low: 0.34,
    high: 0.8,
    opacity: 0.55,
    feathered: true,
  });
  const far = points('734,60 800,76 868,92 944,110 1026,132 1112,158 300,70 380,54').map(([x = 0, height = 0]) =>
    darkTower({ x, base: 474, height }, '#16343c', '#2c5058'),
  );
  const behind = await soft(
    CANVAS,
    2.6,
    definitions,
    `<rect width="1200" height="800" fill="url(#sky)"/>${stretched(clouds, 0, 0, 1200, 470)}${far.join('')}<path d="M-10 476Q160 452 330 464Q500 474 640 472Q760 452 900 458Q1060 436 1210 444V482H-10z" fill="#16343c"/>${stretched(mist, 0, 400, 1200, 110)}<rect y="476" width="1200" height="330" fill="url(#sea)"/>${crests(random, 220, { width: 1200, horizon: 476, bottom: 800 }, '#8fb4b2', 0.3)}`,
  );
  const drops = repeat(
    44,
    () =>
      `<circle cx="${n(between(random, 0, 1200))}" cy="${n(between(random, 0, 800))}" r="${n(between(random, 3, 17))}" fill="#ffd594" fill-opacity="${n(between(random, 0.03, 0.16))}" stroke="#ffe2b0" stroke-opacity=".14" stroke-width="1.500"/>`,
  );
  const posts = repeat(11, (index) => `<path d="M${-20 + index * 122} 590h13v220h-13z" fill="url(#post)"/>`);
  const rail = `<path d="M-10 576Q600 560 1210 576v22Q600 582 -10 598z" fill="url(#rail)"/><path d="M-10 690Q600 678 1210 690v11Q600 689 -10 701z" fill="url(#rail)"/>`;
  const astragals = await soft(
    CANVAS,
    12,
    definitions,
    '<circle cx="-40" cy="240" r="360" fill="url(#lamp)"/><g stroke="#0a0806" stroke-opacity=".8" stroke-width="22"><path d="M30 -10L130 810M170 -10L40 810"/></g>',
  );
  const shapes = `${behind}<circle cx="-40" cy="260" r="900" fill="url(#flood)"/>${astragals}${posts}${rail}${keeper}${rims}${drops}<circle cx="-60" cy="240" r="520" fill="url(#flood)" fill-opacity=".5"/>`;
  return jpeg(drawing(CANVAS, definitions, shapes), {
    width: 2400,
    height: 1600,
    vignette: 0.5,
    bloom: 0.3,
    grain: 3.4,
  });
};
