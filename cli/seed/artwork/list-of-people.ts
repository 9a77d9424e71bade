import type { Artwork } from './artwork.ts';
import { boatman } from './cast-boatman.ts';
import { harbourmaster } from './cast-harbourmaster.ts';
import { inspector } from './cast-inspector.ts';
import { keeper } from './cast-keeper.ts';
import { signalman } from './cast-signalman.ts';
import { wren } from './cast-wren.ts';
import { director } from './crew-director.ts';
import { writer } from './crew-writer.ts';
import { drawPortrait, type Person } from './portrait.ts';

const portrait = (name: string, person: Person, en: string, es: string): Artwork => ({
  fileName: `nine-lamps-out-${name}.jpg`,
  contentType: 'image/jpeg',
  focalPoint: { x: 49, y: 40 },
  alt: { en, es },
  draw: () => drawPortrait(person),
});

/** The cast, by the actor's name, and two of the crew. */
export const peopleArtwork: readonly Artwork[] = [
  portrait(
    'cast-inessa-varrowby',
    keeper,
    'Inessa Varrowby as Edda Marrow: a woman with pinned-up greying hair and a thick blue jumper, lit by a lamp from the left.',
    'Inessa Varrowby como Edda Marrow: una mujer de pelo canoso recogido y grueso jersey azul, iluminada por una lámpara desde la izquierda.',
  ),
  portrait(
    'cast-tobiah-kellsund',
    signalman,
    'Tobiah Kellsund as Signalman Aske: a young man with a trimmed beard in a dark pea coat, a slatted signal light behind him.',
    'Tobiah Kellsund como el señalero Aske: un hombre joven de barba recortada con chaquetón marino oscuro y una luz de señales detrás.',
  ),
  portrait(
    'cast-marit-osei-lundqvist',
    inspector,
    'Marit Osei-Lundqvist as Inspector Brandt: a woman in a cloche hat and a trench coat with its collar up, lit from the right.',
    'Marit Osei-Lundqvist como la inspectora Brandt: una mujer con sombrero cloche y gabardina de cuello alzado, iluminada desde la derecha.',
  ),
  portrait(
    'cast-danylo-prewitt-sato',
    boatman,
    'Danylo Prewitt-Sato as the relief boatman: an old man with a full white beard, a red knitted cap and yellow oilskins.',
    'Danylo Prewitt-Sato como el barquero de relevo: un hombre mayor de barba blanca con gorro rojo de punto e impermeable amarillo.',
  ),
  portrait(
    'cast-saoirse-nakagreen',
    wren,
    'Saoirse Nakagreen as Wren: a young woman with freckles, long red hair and a pale knitted scarf.',
    'Saoirse Nakagreen como Wren: una joven con pecas, larga melena pelirroja y bufanda clara de punto.',
  ),
  portrait(
    'cast-corvin-hale-adeyo',
    harbourmaster,
    'Corvin Hale-Adeyo as Harbour Master Loe: a bald old man with a white moustache, round spectacles and a three-piece suit.',
    'Corvin Hale-Adeyo como el capitán de puerto Loe: un anciano calvo de bigote blanco, gafas redondas y traje con chaleco.',
  ),
  portrait(
    'crew-ilse-vantongeren-roe',
    writer,
    'Ilse Vantongeren-Roe, who created the series: a woman with a silver bob, heavy spectacles and a black roll-neck before her shelves.',
    'Ilse Vantongeren-Roe, creadora de la serie: una mujer de media melena plateada, gafas gruesas y jersey negro ante sus estanterías.',
  ),
  portrait(
    'crew-tam-okorafeld',
    director,
    'Tam Okorafeld, who directed the series, with long braids and headphones round the neck, lit by a monitor.',
    'Tam Okorafeld, responsable de la dirección de la serie, con largas trenzas y auriculares al cuello, ante la luz de un monitor.',
  ),
];
