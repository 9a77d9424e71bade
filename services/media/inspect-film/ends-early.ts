/** An outermost part of a file: where it begins and ends in bytes, as its own header says. */
type Part = { start: number; end: number };

/** True where the outermost parts of an MP4 or WebM file, as they are announced, need more bytes than there are. */
export const endsEarly = (bytes: Uint8Array, contentType: string): boolean => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const next = contentType === 'video/webm' ? element : box;
  for (let at = 0; at < view.byteLength; ) {
    const part = next(view, at);
    if (!part || part.end > view.byteLength || part.end <= at) return true;
    at = part.end;
  }
  return false;
};

/** A box of ISO/IEC 14496-12, 4.2: a size of 0 reaches to the end of the file, one of 1 stands in 64 bits behind the type. */
const box = (view: DataView, start: number): Part | undefined => {
  if (start + 8 > view.byteLength) return undefined;
  const size = view.getUint32(start);
  if (size === 0) return { start, end: view.byteLength };
  if (size > 1) return { start, end: start + size };
  return start + 16 > view.byteLength ? undefined : { start, end: start + Number(view.getBigUint64(start + 8)) };
};

/** An element of RFC 8794, 5 and 6: id and size have as many bytes as leading zeros say; a size of ones alone is unknown. */
const element = (view: DataView, start: number): Part | undefined => {
  const idLength = lengthAt(view, start);
  const sizeAt = start + idLength;
  const sizeLength = lengthAt(view, sizeAt);
  if (idLength > 4 || sizeLength > 8 || sizeAt + sizeLength > view.byteLength) return undefined;
  let size = view.getUint8(sizeAt) & (0xff >> sizeLength);
  let unknown = size === 0xff >> sizeLength;
  for (let index = 1; index < sizeLength; index += 1) {
    const byte = view.getUint8(sizeAt + index);
    size = size * 256 + byte;
    unknown &&= byte === 0xff;
  }
  return { start, end: unknown ? view.byteLength : sizeAt + sizeLength + size };
};

const lengthAt = (view: DataView, at: number): number =>
  at < view.byteLength ? Math.clz32(view.getUint8(at)) - 24 + 1 : 9;
