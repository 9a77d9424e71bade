import { plainFile } from '../picture.ts';
import { isoDuration } from '../time.ts';
import { absolute } from '../url.ts';
import type { Video } from '../view.ts';
import type { LinkedData } from './node.ts';

/** A film that can be watched; nothing while it is not there, or without the picture that search engines ask for. */
export const videoNode = (video: Video, published: string, origin: string, url: string): LinkedData | undefined => {
  const [source] = video.sources;
  const thumbnail = video.poster && plainFile(video.poster, 'wide', 1280);
  if (!source || !thumbnail) return undefined;
  return {
    '@type': 'VideoObject',
    name: video.title,
    description: video.description ?? video.title,
    thumbnailUrl: absolute(origin, thumbnail.path),
    uploadDate: published,
    duration: video.duration === undefined ? undefined : isoDuration(video.duration),
    contentUrl: absolute(origin, source.url),
    url,
  };
};
