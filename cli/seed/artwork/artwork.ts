import { clipArtwork } from './list-of-clips.ts';
import { newsArtwork } from './list-of-news.ts';
import { peopleArtwork } from './list-of-people.ts';
import { titleArtwork } from './list-of-title.ts';

/** A picture of the demo title; `draw` makes the file's bytes, the same at every run. */
export type Artwork = {
  fileName: string;
  contentType: 'image/jpeg' | 'image/webp' | 'image/png';
  /** In percent of width and height: what crops keep. */
  focalPoint: { x: number; y: number };
  /** What is to be seen, in one sentence. */
  alt: { en: string; es: string };
  draw: () => Promise<Buffer>;
};

/** All artwork of the demo title *Nine Lamps Out*, undrawn, with what a visitor sees first in front. */
export const demoArtwork = (): Artwork[] => [...titleArtwork, ...peopleArtwork, ...clipArtwork, ...newsArtwork];
