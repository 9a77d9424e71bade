import * as z from 'zod';

/** What a film is served as; it is published as it was uploaded. */
export const filmName = (contentType: 'video/mp4' | 'video/webm'): string =>
  contentType === 'video/mp4' ? 'film.mp4' : 'film.webm';

/** The name of a rendition that is the original itself. */
export const UnchangedName = z.enum(['film.mp4', 'film.webm', 'captions.vtt']);
