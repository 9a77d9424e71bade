import { fileTypeFromBuffer } from 'file-type';
import {
  CAPTIONS_TYPE,
  IMAGE_TYPES_IN_WORDS,
  isFilmType,
  isTakenType,
  MAX_CAPTIONS_BYTES,
  type RefusalReason,
  TAKEN_TYPES_IN_WORDS,
  type TakenType,
} from '../asset.ts';
import { checkCaptions } from './check-captions.ts';
import { checkSvg } from './check-svg.ts';
import { looksLikeSvg } from './looks-like-svg.ts';

const refuse = (code: string, message: string, remedy: string): { refused: RefusalReason } => ({
  refused: { code, message, remedy },
});

/** Largest drawing, in bytes: its text is held in memory several times over. */
const MAX_DRAWING_BYTES = 10 * 1024 * 1024;

const CHOOSE = `Choose ${TAKEN_TYPES_IN_WORDS}.`;
const EXPORT_FILM = 'Export the film as MP4 (H.264 with AAC) or as WebM.';

/** The type that the bytes have, or why they are refused. Whether an image or a film is sound is for others to say. */
export const recognise = async (
  bytes: Uint8Array,
  declaredType: string,
): Promise<{ contentType: TakenType } | { refused: RefusalReason }> => {
  if (bytes.byteLength === 0) return refuse('empty-file', 'The file is empty.', 'Choose the file again and upload it.');
  const type = looksLikeSvg(bytes) ? 'image/svg+xml' : (await fileTypeFromBuffer(bytes))?.mime;
  if (type === undefined) return unknown(declaredType);
  if (!isTakenType(type)) return notTaken(type);
  if (type !== declaredType) {
    const message = `The file was announced as ${declaredType} but is ${type}.`;
    return refuse('type-mismatch', message, `Give the file the right ending and upload it as ${type}.`);
  }
  if (type === 'image/svg+xml') return drawing(bytes) ?? { contentType: type };
  if (type === CAPTIONS_TYPE) return captions(bytes) ?? { contentType: type };
  return { contentType: type };
};

const unknown = (declaredType: string) => {
  if (declaredType === CAPTIONS_TYPE) {
    const message = 'The file does not begin with the line WEBVTT, as captions do.';
    return refuse('not-captions', message, 'Export the captions as WebVTT, encoded as UTF-8.');
  }
  if (isFilmType(declaredType))
    return refuse('not-a-film', 'The file is not a film, whatever its name says.', EXPORT_FILM);
  return refuse('not-an-image', 'The file is not an image, whatever its name says.', CHOOSE);
};

const notTaken = (type: string) => {
  if (/^image\/hei[cf](-sequence)?$/.test(type)) {
    const message = 'The file is a HEIC/HEIF image, which is not supported.';
    return refuse('heic-not-supported', message, `Export it as ${IMAGE_TYPES_IN_WORDS}.`);
  }
  if (type === 'image/apng') {
    const message = 'The file is an animated PNG, which is not supported.';
    return refuse('apng-not-supported', message, 'Export the animation as WebP or GIF.');
  }
  if (type.startsWith('video/'))
    return refuse('media-not-supported', `The file is ${type}, which not every browser plays.`, EXPORT_FILM);
  if (type.startsWith('audio/'))
    return refuse('media-not-supported', `The file is ${type}; sound without a film cannot be taken.`, CHOOSE);
  return refuse('unsupported-type', `The file is ${type}, which cannot be taken.`, CHOOSE);
};

const drawing = (bytes: Uint8Array) => {
  if (bytes.byteLength > MAX_DRAWING_BYTES)
    return refuse('svg-too-large', 'The SVG has more than 10 MiB.', 'Simplify the drawing, or upload it as PNG.');
  const unsafe = checkSvg(bytes);
  return unsafe && refuse(unsafe.code, unsafe.message, 'Export the drawing as plain SVG, without active content.');
};

const captions = (bytes: Uint8Array) => {
  if (bytes.byteLength > MAX_CAPTIONS_BYTES)
    return refuse('captions-too-large', 'The captions have more than 1 MiB.', 'Upload the captions of one film only.');
  const wrong = checkCaptions(bytes);
  return wrong && refuse(wrong.code, wrong.message, 'Export the captions anew as plain WebVTT, encoded as UTF-8.');
};
