import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Body } from './site.ts';

/** What the distribution sends with every page. */
export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Serves files as the distribution does, on a port of its own; a path that is not there is the page `/404/`. */
export const serve = async (files: ReadonlyMap<string, Body>): Promise<{ origin: string; close: () => void }> => {
  const packed = new Map<string, Uint8Array>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const found = files.get(pathname);
    const { contentType, body } = found ?? files.get('/404/') ?? { contentType: 'text/plain', body: '' };
    response.statusCode = found ? 200 : 404;
    response.setHeader('content-type', contentType);
    response.setHeader('content-security-policy', POLICY);
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader(
      'cache-control',
      /html/.test(contentType) ? 'public, max-age=60' : 'public, max-age=31536000, immutable',
    );
    if (!/text|json|svg/.test(contentType) || !/\bbr\b/.test(request.headers['accept-encoding'] ?? '')) {
      response.end(body);
      return;
    }
    response.setHeader('content-encoding', 'br');
    const bytes = packed.get(pathname) ?? compressed(body);
    packed.set(pathname, bytes);
    response.end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => void server.close() };
};

/** Bytes as they travel: brotli of quality 9, about what a distribution does. */
export const compressed = (body: string | Uint8Array): Uint8Array =>
  brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
