import type { IncomingMessage } from 'node:http';

/** Reads a request's body whole, or answers `too-large` as soon as it exceeds `limit` bytes; what follows is discarded. */
export const readBody = (request: IncomingMessage, limit: number): Promise<Buffer | 'too-large'> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let length = 0;
    request.on('data', (part: Buffer) => {
      length += part.length;
      if (length > limit) {
        parts.length = 0;
        resolve('too-large');
        return;
      }
      parts.push(part);
    });
    request.on('end', () => resolve(parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts)));
    request.on('error', reject);
    request.on('aborted', () => reject(new Error('the client went away')));
  });
