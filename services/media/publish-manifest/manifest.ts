import { type ContentRecord, renditionsOf } from '../content.ts';

/** What pages need to know of an image, a film or captions: what it is, and where each rendition is served from. */
export const manifestOf = (record: ContentRecord) => {
  const { content } = record;
  const renditions = renditionsOf(record);
  return {
    contentId: content.contentId,
    original: { contentType: content.contentType, bytes: content.bytes, sha256: content.contentHash },
    width: content.width,
    height: content.height,
    duration: content.duration ?? undefined,
    animated: content.frames > 1,
    focalPoint: content.focalPoint,
    thumbhash: content.thumbhash,
    colours: content.colours,
    renditions: renditions
      .filter(({ state }) => state === 'ready')
      .map(({ name, key, contentType, width, height, bytes }) => ({
        name,
        path: `/${key}`,
        contentType,
        width,
        height,
        bytes,
      })),
    failed: renditions.filter(({ state }) => state !== 'ready').map(({ name }) => name),
  };
};
