import type { Picture } from '@marquee/site/picture.ts';
import { blank, dunes, keyArt, portrait, poster, scene } from './artwork.ts';
import { draw } from './pictures.ts';

const SCENE = { frame: [640, 1280], wide: [640, 1280] };
const COLOURS = ['#0b1a24', '#12303b', '#3d5a55', '#ffd687'];

/** The pictures of the fixtures, drawn once. */
export const drawPictures = async () => {
  const still = (kind: number, alternative: string, colours = COLOURS): Promise<Picture> =>
    draw(scene(kind), { shapes: SCENE, alternative, colours });
  const people: Picture[] = [];
  for (const [index, alternative] of [
    'Edda at the window',
    'Askew with a lamp',
    'Brandt in the rain',
    'The boatman',
  ].entries()) {
    people.push(
      await draw(portrait(index), { shapes: { frame: [320], portrait: [320, 640] }, alternative, colours: COLOURS }),
    );
  }
  return {
    keyArt: await draw(keyArt(), {
      shapes: { frame: [640, 960, 1280, 1920], wide: [640, 1280], portrait: [320, 640] },
      alternative: 'A lighthouse at night, its beam over black water; eight more along the coast are dark',
      colours: COLOURS,
      focalPoint: { x: 73, y: 40 },
    }),
    poster: await draw(poster(), {
      shapes: { frame: [320, 640], portrait: [320, 640] },
      alternative: 'The poster: one tower, one light, nine small lamps below it',
      colours: COLOURS,
    }),
    lens: await still(0, 'A keeper before the glowing lens'),
    boat: await still(1, 'A small boat on a grey sea'),
    stair: await still(2, 'A spiral stair from above'),
    chart: await still(3, 'A sea chart, nine marks joined by a dotted line'),
    storm: await still(4, 'Lightning behind a dark tower'),
    dunes: await draw(dunes(), {
      shapes: { frame: [640, 1280, 1920], wide: [640, 1280], portrait: [640] },
      alternative: 'Red dunes under two suns',
      colours: ['#a53a3a', '#5e1d2c', '#f3a15c', '#35101f'],
      focalPoint: { x: 68, y: 40 },
    }),
    blank: await draw(blank(), { shapes: { frame: [1280] }, alternative: 'White', colours: ['#ffffff'] }),
    people,
  };
};

export type Pictures = Awaited<ReturnType<typeof drawPictures>>;
