import { clipArtwork } from './list-of-clips.ts';
import { filmArtwork } from './list-of-films.ts';
import { newsArtwork } from './list-of-news.ts';
import { peopleArtwork } from './list-of-people.ts';
import { titleArtwork } from './list-of-title.ts';

/** A file of the demo title's library; `draw` makes its bytes, the same at every run. */
export type Artwork = {
  fileName: string;
  contentType: 'image/jpeg' | 'image/webp' | 'image/png' | 'video/webm' | 'text/vtt';
  /** In percent of width and height: what crops of a picture keep. */
  focalPoint?: { x: number; y: number };
  /** What is to be seen, in one sentence; captions have none. */
  alt?: { en: string; es: string };
  draw: () => Promise<Buffer>;
};

/** All artwork of the demo title *Nine Lamps Out*, undrawn, with what a visitor sees first in front; the film, which takes longest, is last. */
export const demoArtwork = (): Artwork[] => [
  ...titleArtwork,
  ...peopleArtwork,
  ...clipArtwork,
  ...newsArtwork,
  ...filmArtwork,
];
