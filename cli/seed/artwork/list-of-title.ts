import type { Artwork } from './artwork.ts';
import { drawChart } from './chart.ts';
import { drawEmblem } from './emblem.ts';
import { drawKeyArt } from './key-art.ts';
import { drawLensRoom } from './lens-room.ts';
import { drawPoster } from './poster.ts';
import { drawPress } from './press.ts';
import { drawReliefBoat } from './relief-boat.ts';
import { drawStair } from './stair.ts';

/** Key art, poster, emblem, the four stills and the picture for the press. */
export const titleArtwork: readonly Artwork[] = [
  {
    fileName: 'nine-lamps-out-key-art.jpg',
    contentType: 'image/jpeg',
    focalPoint: { x: 74, y: 29 },
    alt: {
      en: 'A single lighthouse throws its beam across a night sea while eight towers stand dark along the coast.',
      es: 'Un único faro lanza su haz sobre el mar nocturno mientras ocho torres permanecen a oscuras a lo largo de la costa.',
    },
    draw: drawKeyArt,
  },
  {
    fileName: 'nine-lamps-out-poster.webp',
    contentType: 'image/webp',
    focalPoint: { x: 50, y: 30 },
    alt: {
      en: 'Somebody stands in a rowing boat with a lantern, on the path of light from the only lit lighthouse between eight dark ones.',
      es: 'Alguien está de pie en un bote de remos con un farol, sobre la estela de luz del único faro encendido entre ocho apagados.',
    },
    draw: drawPoster,
  },
  {
    fileName: 'nine-lamps-out-emblem.png',
    contentType: 'image/png',
    focalPoint: { x: 50, y: 28 },
    alt: {
      en: 'Nine lighthouse lanterns in a ring round a tower; only the topmost is lit.',
      es: 'Nueve linternas de faro en círculo alrededor de una torre; solo la de arriba está encendida.',
    },
    draw: drawEmblem,
  },
  {
    fileName: 'nine-lamps-out-still-lens-room.jpg',
    contentType: 'image/jpeg',
    focalPoint: { x: 59, y: 48 },
    alt: {
      en: 'In the lens room at Carrow Rock the keeper polishes the great glowing lens with a cloth.',
      es: 'En la cámara de la linterna de Carrow Rock, la farera limpia con un paño la gran lente resplandeciente.',
    },
    draw: drawLensRoom,
  },
  {
    fileName: 'nine-lamps-out-still-relief-boat.jpg',
    contentType: 'image/jpeg',
    focalPoint: { x: 50, y: 58 },
    alt: {
      en: 'The relief boat crosses a calm sea at dusk with a lantern in her bow, an unlit lighthouse behind her.',
      es: 'La barca de relevo cruza un mar en calma al anochecer con un farol en la proa y un faro apagado al fondo.',
    },
    draw: drawReliefBoat,
  },
  {
    fileName: 'nine-lamps-out-still-two-hundred-and-six-steps.jpg',
    contentType: 'image/jpeg',
    focalPoint: { x: 58, y: 60 },
    alt: {
      en: 'A spiral stair seen from above winds down to a warm light, and somebody climbs it with a lantern.',
      es: 'Una escalera de caracol vista desde arriba desciende hacia una luz cálida, y alguien la sube con un farol.',
    },
    draw: drawStair,
  },
  {
    fileName: 'nine-lamps-out-still-chart-of-the-nine-lights.jpg',
    contentType: 'image/jpeg',
    focalPoint: { x: 63, y: 50 },
    alt: {
      en: 'A sea chart by lamplight with eight lights along the coast crossed out and a course drawn to the ninth.',
      es: 'Una carta náutica a la luz de una lámpara, con ocho luces de la costa tachadas y un rumbo trazado hacia la novena.',
    },
    draw: drawChart,
  },
  {
    fileName: 'nine-lamps-out-press.jpg',
    contentType: 'image/jpeg',
    focalPoint: { x: 46, y: 45 },
    alt: {
      en: 'The keeper stands with her back to us at the rail of the gallery and looks out over a coast without lights.',
      es: 'La farera, de espaldas, está junto a la barandilla del balcón y mira hacia una costa sin luces.',
    },
    draw: drawPress,
  },
];
