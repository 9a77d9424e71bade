import type { Artwork } from './artwork.ts';
import { drawCarrowClip } from './carrow-clip.ts';
import { drawLedger } from './ledger.ts';
import { drawLensClip } from './lens-clip.ts';
import { drawSignal } from './signal.ts';
import { drawTable } from './table.ts';
import { drawTrailerPoster } from './trailer-poster.ts';

/** What stands for films until they play: the trailer, two clips, three episodes. */
export const clipArtwork: readonly Artwork[] = [
  {
    fileName: 'nine-lamps-out-trailer-poster.jpg',
    contentType: 'image/jpeg',
    focalPoint: { x: 66, y: 44 },
    alt: {
      en: 'Lightning strikes behind a dark lighthouse in a storm as a great wave rears up before it.',
      es: 'Un rayo cae tras un faro a oscuras en plena tormenta mientras una ola enorme se alza ante él.',
    },
    draw: drawTrailerPoster,
  },
  {
    fileName: 'nine-lamps-out-clip-inside-the-lens-room.jpg',
    contentType: 'image/jpeg',
    focalPoint: { x: 38, y: 46 },
    alt: {
      en: 'A flame burns at the centre of a lighthouse lens, among rings of amber glass.',
      es: 'Una llama arde en el centro de la lente de un faro, entre anillos de cristal ámbar.',
    },
    draw: drawLensClip,
  },
  {
    fileName: 'nine-lamps-out-clip-carrow-rock.jpg',
    contentType: 'image/jpeg',
    focalPoint: { x: 54, y: 36 },
    alt: {
      en: 'Carrow Rock and its white tower with a red band at first light, seen over the bow of a boat.',
      es: 'Carrow Rock y su torre blanca con una franja roja al amanecer, vistas desde la proa de una barca.',
    },
    draw: drawCarrowClip,
  },
  {
    fileName: 'nine-lamps-out-episode-1.jpg',
    contentType: 'image/jpeg',
    focalPoint: { x: 56, y: 62 },
    alt: {
      en: 'A ledger lies open by an oil lamp: eight lamps are inked in, the ninth is blank.',
      es: 'Un libro de registro abierto junto a un quinqué: ocho lámparas están entintadas y la novena, en blanco.',
    },
    draw: drawLedger,
  },
  {
    fileName: 'nine-lamps-out-episode-2.jpg',
    contentType: 'image/jpeg',
    focalPoint: { x: 50, y: 58 },
    alt: {
      en: 'A table is laid for two under a lit lamp in an empty room, and a man in oilskins stands in the door.',
      es: 'Una mesa puesta para dos bajo una lámpara encendida en una sala vacía, y un hombre con impermeable en la puerta.',
    },
    draw: drawTable,
  },
  {
    fileName: 'nine-lamps-out-episode-3.jpg',
    contentType: 'image/jpeg',
    focalPoint: { x: 28, y: 48 },
    alt: {
      en: 'Somebody on a gallery sends a beam from a signal lamp across the water, and a light far off answers.',
      es: 'Alguien en un balcón envía el haz de una lámpara de señales sobre el agua, y una luz lejana responde.',
    },
    draw: drawSignal,
  },
];
