/** Largest frame, in bytes. @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html */
export const LARGEST_FRAME = 32 * 1024;

/** Largest message, in bytes, in as many frames as it takes. */
export const LARGEST_MESSAGE = 128 * 1024;

/** Longest header of a frame that a client sends: two bytes, eight of length, four of mask. */
const LONGEST_HEADER = 14;

/**
 * Reads along with a client's bytes and tells whether a frame in them is larger than API Gateway takes; `ws` limits messages
 * alone. Holds no more than a frame's header.
 */
export const createFrameWatch = () => {
  const header = Buffer.alloc(LONGEST_HEADER);
  let held = 0;
  let skip = 0;

  /** Bytes that the header has in all, as far as is known from those held. */
  const wanted = (): number => {
    if (held < 2) return 2;
    const length = (header[1] ?? 0) & 0x7f;
    const masked = ((header[1] ?? 0) & 0x80) === 0 ? 0 : 4;
    return 2 + (length === 126 ? 2 : length === 127 ? 8 : 0) + masked;
  };

  const payload = (): number => {
    const length = (header[1] ?? 0) & 0x7f;
    if (length === 126) return header.readUInt16BE(2);
    return length === 127 ? Number(header.readBigUInt64BE(2)) : length;
  };

  /** Whether `chunk`, the next bytes, begins or goes on with a frame that is too large. */
  return (chunk: Buffer): boolean => {
    let at = 0;
    while (at < chunk.length) {
      if (skip > 0) {
        const passed = Math.min(skip, chunk.length - at);
        skip -= passed;
        at += passed;
        continue;
      }
      header[held++] = chunk[at++] ?? 0;
      if (held < 2 || held < wanted()) continue;
      skip = payload();
      held = 0;
      if (skip > LARGEST_FRAME) return true;
    }
    return false;
  };
};
