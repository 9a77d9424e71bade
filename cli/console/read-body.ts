import type { IncomingMessage } from 'node:http';

/** Reads a body as text; undefined where it is longer than `limit` bytes, of which no more is kept then. */
export const readBody = async (request: IncomingMessage, limit: number): Promise<string | undefined> => {
  const parts: Buffer[] = [];
  let length = 0;
  // Read to its end even where it is too long: whoever is cut off while sending sees no answer.
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length <= limit) parts.push(part);
    else parts.length = 0;
  }
  return length > limit ? undefined : Buffer.concat(parts).toString();
};
