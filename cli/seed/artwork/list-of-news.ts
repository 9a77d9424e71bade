import type { Artwork } from './artwork.ts';
import { drawHarbour } from './harbour.ts';
import { drawModel } from './model.ts';
import { drawScore } from './score.ts';

/** Pictures for the news about the making of the series. */
export const newsArtwork: readonly Artwork[] = [
  {
    fileName: 'nine-lamps-out-news-harbour.jpg',
    contentType: 'image/jpeg',
    focalPoint: { x: 66, y: 42 },
    alt: {
      en: 'Two people talk under the only lamp on a quay at night, with fishing boats at their moorings.',
      es: 'Dos personas conversan de noche bajo la única farola de un muelle, entre barcos de pesca amarrados.',
    },
    draw: drawHarbour,
  },
  {
    fileName: 'nine-lamps-out-news-score.jpg',
    contentType: 'image/jpeg',
    focalPoint: { x: 46, y: 48 },
    alt: {
      en: 'A handwritten score lies on a lit music stand with a baton and a microphone, the orchestra’s empty stands behind.',
      es: 'Una partitura manuscrita en un atril iluminado, con una batuta y un micrófono; detrás, los atriles vacíos de la orquesta.',
    },
    draw: drawScore,
  },
  {
    fileName: 'nine-lamps-out-news-model.jpg',
    contentType: 'image/jpeg',
    focalPoint: { x: 50, y: 36 },
    alt: {
      en: 'A model of the lighthouse stands lit on a workshop bench among brushes and tools.',
      es: 'Una maqueta del faro, encendida, sobre el banco de un taller entre pinceles y herramientas.',
    },
    draw: drawModel,
  },
];
