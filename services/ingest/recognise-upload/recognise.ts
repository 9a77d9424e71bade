import { fileTypeFromBuffer } from 'file-type';
import { IMAGE_TYPES_IN_WORDS, type ImageType, isImageType, type RefusalReason } from '../asset.ts';
import { checkSvg } from './check-svg.ts';
import { looksLikeSvg } from './looks-like-svg.ts';

const refuse = (code: string, message: string, remedy: string): { refused: RefusalReason } => ({
  refused: { code, message, remedy },
});

/** Largest drawing, in bytes: its text is held in memory several times over. */
const MAX_DRAWING_BYTES = 10 * 1024 * 1024;

const CHOOSE = `Choose a ${IMAGE_TYPES_IN_WORDS} image.`;

/** The image type that the bytes have, or why they are refused. */
export const recognise = async (
  bytes: Uint8Array,
  declaredType: string,
): Promise<{ contentType: ImageType } | { refused: RefusalReason }> => {
  if (bytes.byteLength === 0) return refuse('empty-file', 'The file is empty.', 'Choose the file again and upload it.');
  const type = looksLikeSvg(bytes) ? 'image/svg+xml' : (await fileTypeFromBuffer(bytes))?.mime;
  if (type === undefined) {
    return refuse('not-an-image', 'The file is not an image, whatever its name says.', CHOOSE);
  }
  if (/^image\/hei[cf](-sequence)?$/.test(type)) {
    const message = 'The file is a HEIC/HEIF image, which is not supported.';
    return refuse('heic-not-supported', message, `Export it as ${IMAGE_TYPES_IN_WORDS}.`);
  }
  if (type === 'image/apng') {
    const message = 'The file is an animated PNG, which is not supported.';
    return refuse('apng-not-supported', message, 'Export the animation as WebP or GIF.');
  }
  if (/^(video|audio)\//.test(type)) {
    return refuse('media-not-supported', `The file is ${type}; video and audio cannot be taken yet.`, CHOOSE);
  }
  if (!isImageType(type)) return refuse('unsupported-type', `The file is ${type}, which cannot be taken.`, CHOOSE);
  if (type !== declaredType) {
    const message = `The file was announced as ${declaredType} but is ${type}.`;
    return refuse('type-mismatch', message, `Give the file the right ending and upload it as ${type}.`);
  }
  if (type === 'image/svg+xml' && bytes.byteLength > MAX_DRAWING_BYTES) {
    return refuse('svg-too-large', 'The SVG has more than 10 MiB.', 'Simplify the drawing, or upload it as PNG.');
  }
  const unsafe = type === 'image/svg+xml' ? checkSvg(bytes) : undefined;
  if (unsafe) return refuse(unsafe.code, unsafe.message, 'Export the drawing as plain SVG, without active content.');
  return { contentType: type };
};
