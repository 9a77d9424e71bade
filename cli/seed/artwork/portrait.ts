import { jpeg } from './develop.ts';
import { ear, type Face, faceShape, features, highlights, shadows } from './face.ts';
import { soft } from './soft.ts';
import { drawing, glow, linear, n } from './svg.ts';

export const CANVAS = { width: 500, height: 600 };

export type Person = {
  face: Face;
  /** Definitions for what is drawn around the face. */
  definitions?: string;
  backdrop: string;
  /** Shapes out of focus behind the person. */
  distance?: string;
  hairBehind?: string;
  clothes: string;
  hair?: string;
  /** Over everything: spectacles, a beard, freckles. */
  over?: string;
  /** Over the face, below the hair. */
  onFace?: string;
  ears?: boolean;
  /** The colour of the light from behind on the side away from the lamp. */
  rim: string;
  lamp: string;
  /** Whether the lamp stands to the right. */
  mirrored?: boolean;
};

const definitionsOf = ({ face: { skin, cheek }, lamp, definitions = '' }: Person): string =>
  [
    linear(
      'skin',
      [
        [0, skin.light],
        [0.34, skin.mid],
        [0.62, skin.shadow],
        [1, skin.deep],
      ],
      `gradientUnits="userSpaceOnUse" x1="${250 - cheek}" y1="230" x2="${250 + cheek}" y2="260"`,
    ),
    linear(
      'neck',
      [
        [0, skin.mid],
        [0.4, skin.shadow],
        [1, skin.deep],
      ],
      'gradientUnits="userSpaceOnUse" x1="190" y1="0" x2="310" y2="0"',
    ),
    glow('lamp', lamp, 0.5, 1.7),
    definitions,
  ].join('');

/** The throat, down to the pit between the collar bones. */
const throatOf = ({ face: { length, jaw } }: Person): string => {
  const [w, y] = [jaw * 0.74, 346 + length * 0.5];
  return `M${n(250 - w)} ${y}C${n(250 - w)} 430 ${n(244 - w)} 452 ${n(222 - w)} 474L250 600L${n(278 + w)} 474C${n(256 + w)} 452 ${n(250 + w)} 430 ${n(250 + w)} ${y}z`;
};

/** A portrait, lit from one side. */
export const drawPortrait = async (person: Person): Promise<Buffer> => {
  const {
    face,
    backdrop,
    distance = '',
    hairBehind = '',
    clothes,
    hair = '',
    over = '',
    onFace = '',
    ears = true,
    rim,
    mirrored = false,
  } = person;
  const { skin, length } = face;
  const definitions = definitionsOf(person);
  const shape = faceShape(face);
  const behind = await soft(CANVAS, 9, definitions, distance);
  const shade = await soft(CANVAS, 5, definitions, shadows(face));
  const shine = await soft(CANVAS, 5, definitions, highlights(face));
  const throat = await soft(
    CANVAS,
    6,
    definitions,
    `<path d="M150 360C190 ${418 + length} 300 ${424 + length} 350 350L350 470C310 ${452 + length} 230 ${446 + length} 196 ${412 + length}z" fill="${skin.deep}" fill-opacity=".95"/><path d="M262 380H360V560H262z" fill="${skin.deep}" fill-opacity=".6"/>`,
  );
  const edge = await soft(
    CANVAS,
    1.6,
    '',
    `<path d="${shape}" fill="none" stroke="${rim}" stroke-width="5" stroke-opacity=".9"/>`,
  );
  const fall = await soft(
    CANVAS,
    16,
    '',
    '<path d="M262 400L300 470L520 470V620H236z" fill="#000" fill-opacity=".55"/><path d="M186 470L120 620H60L150 478z" fill="#ffe2ae" fill-opacity=".12"/>',
  );
  const figure = `${hairBehind}<clipPath id="face"><path d="${shape}"/></clipPath><clipPath id="away"><path d="M276 100H420V470H262z"/></clipPath><clipPath id="throat"><path d="${throatOf(person)}"/></clipPath><clipPath id="clothes"><path d="M-100 430H600V700H-100z"/></clipPath>
<path d="${throatOf(person)}" fill="url(#neck)"/><g clip-path="url(#throat)">${throat}</g>${clothes}<g clip-path="url(#clothes)">${fall}</g>${ears ? ear(face) : ''}<path d="${shape}" fill="url(#skin)"/><g clip-path="url(#face)">${shade}${shine}</g>${features(face)}<g clip-path="url(#face)">${onFace}<g clip-path="url(#away)">${edge}</g></g>${hair}${over}`;
  const scene = `<rect width="500" height="600" fill="${backdrop}"/>${behind}<circle cx="40" cy="170" r="420" fill="url(#lamp)"/><g transform="translate(250 606) scale(1.2) translate(-250 -585)">${figure}</g><circle cx="-20" cy="190" r="460" fill="url(#lamp)" fill-opacity=".3"/>`;
  const turned = mirrored ? `<g transform="translate(500 0) scale(-1 1)">${scene}</g>` : scene;
  return jpeg(drawing(CANVAS, definitions, turned), {
    width: 1000,
    height: 1200,
    vignette: 0.42,
    bloom: 0.18,
    grain: 2.8,
  });
};
