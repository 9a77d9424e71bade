const OPENING =
  /^(?:\s|<\?[^>]*\?>|<!--(?:(?!-->)[\s\S])*-->|<!DOCTYPE[^[>]*(?:\[[\s\S]*?\]\s*)?>)*<(?:[\w-]+:)?svg[\s/>]/i;

/** How much of the file may stand before its root element, in bytes. */
const PROLOGUE = 64 * 1024;

/** True where the first element of the text is `svg`; says nothing about whether the drawing is sound. */
export const looksLikeSvg = (bytes: Uint8Array): boolean => {
  const opening = decode(bytes.subarray(0, PROLOGUE));
  return opening !== undefined && OPENING.test(opening);
};

/** The text of the bytes by their byte order mark, UTF-8 without one; undefined where it cannot be a drawing. */
export const decode = (bytes: Uint8Array): string | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const first = bytes.subarray(start, start + 256).find((byte) => byte > 0x20);
  return first === 0x3c ? new TextDecoder().decode(bytes.subarray(start)) : undefined;
};
