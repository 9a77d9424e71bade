import type { Artwork } from './artwork.ts';
import { trailerCaptions } from './trailer-captions.ts';
import { drawTrailerFilm } from './trailer-film.ts';

/** The trailer itself, and its captions. */
export const filmArtwork: readonly Artwork[] = [
  {
    fileName: 'nine-lamps-out-trailer.en.vtt',
    contentType: 'text/vtt',
    draw: async () => trailerCaptions('en'),
  },
  {
    fileName: 'nine-lamps-out-trailer.es.vtt',
    contentType: 'text/vtt',
    draw: async () => trailerCaptions('es'),
  },
  {
    fileName: 'nine-lamps-out-trailer.webm',
    contentType: 'video/webm',
    alt: {
      en: 'Eight lamps along a night coast go out one by one, then the ninth; far out a light answers, and the title appears.',
      es: 'Ocho luces de una costa nocturna se apagan una a una y después la novena; a lo lejos otra responde y aparece el título.',
    },
    draw: drawTrailerFilm,
  },
];
