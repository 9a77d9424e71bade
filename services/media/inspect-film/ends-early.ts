import type { Ranges } from './ranges.ts';

/** How many bytes an outermost part has, with its header; undefined where its own header does not say it within the file. */
type Length = (head: DataView, left: number) => number | undefined;

/** Bytes of the longest header. */
const HEADER = 16;

/** True where the outermost parts of an MP4 or WebM file, as they are announced, need more bytes than there are. */
export const endsEarly = async ({ size, read }: Ranges, contentType: string): Promise<boolean> => {
  const lengthOf: Length = contentType === 'video/webm' ? element : box;
  for (let at = 0; at < size; ) {
    const head = await read(at, Math.min(size, at + HEADER));
    const length = lengthOf(new DataView(head.buffer, head.byteOffset, head.byteLength), size - at);
    if (length === undefined || length > size - at || length <= 0) return true;
    at += length;
  }
  return false;
};

/** A box of ISO/IEC 14496-12, 4.2: a size of 0 reaches to the end of the file, one of 1 stands in 64 bits behind the type. */
const box: Length = (head, left) => {
  if (head.byteLength < 8) return undefined;
  const size = head.getUint32(0);
  if (size === 0) return left;
  if (size > 1) return size;
  return head.byteLength < 16 ? undefined : Number(head.getBigUint64(8));
};

/** An element of RFC 8794, 5 and 6: id and size have as many bytes as leading zeros say; a size of ones alone is unknown. */
const element: Length = (head, left) => {
  const sizeAt = lengthAt(head, 0);
  const sizeLength = lengthAt(head, sizeAt);
  if (sizeAt > 4 || sizeLength > 8 || sizeAt + sizeLength > head.byteLength) return undefined;
  let size = head.getUint8(sizeAt) & (0xff >> sizeLength);
  let unknown = size === 0xff >> sizeLength;
  for (let index = 1; index < sizeLength; index += 1) {
    const byte = head.getUint8(sizeAt + index);
    size = size * 256 + byte;
    unknown &&= byte === 0xff;
  }
  return unknown ? left : sizeAt + sizeLength + size;
};

const lengthAt = (head: DataView, at: number): number =>
  at < head.byteLength ? Math.clz32(head.getUint8(at)) - 24 + 1 : 9;
