import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ApiRequest } from '../apigateway/event.ts';
import type { OriginAnswer } from './s3-origin.ts';

/** Largest request that the port reads, in bytes: what an HTTP API takes, and a little to see that it is more. */
const LARGEST_REQUEST = 10 * 2 ** 20 + 1;

export type SiteServer = { port: number; url: string; close(): Promise<void> };

/** Opens the port that stands for the public internet. */
export const startSiteServer = async (
  port: number,
  answer: (request: ApiRequest) => Promise<OriginAnswer>,
  host = '127.0.0.1',
): Promise<SiteServer> => {
  const server = createServer((request, response) => void serve(request, response, answer));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: open } = server.address() as AddressInfo;
  return {
    port: open,
    url: `http://localhost:${open}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const serve = async (
  request: IncomingMessage,
  response: ServerResponse,
  answer: (request: ApiRequest) => Promise<OriginAnswer>,
): Promise<void> => {
  try {
    const { status, headers, cookies = [], body } = await answer(await read(request));
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (cookies.length > 0) response.setHeader('set-cookie', cookies);
    response.statusCode = status;
    if (status === 204 || status === 304) response.end();
    else {
      response.setHeader('content-length', body.length);
      response.end(request.method === 'HEAD' ? undefined : body);
    }
  } catch (error) {
    if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
    response.end(`The embedded runtime failed: ${error instanceof Error ? error.message : error}\n`);
  }
};

const read = async (request: IncomingMessage): Promise<ApiRequest> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= LARGEST_REQUEST) chunks.push(chunk);
  }
  const target = request.url ?? '/';
  const mark = target.indexOf('?');
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined && name !== 'cookie') headers[name] = Array.isArray(value) ? value.join(',') : value;
  }
  return {
    method: request.method ?? 'GET',
    path: mark < 0 ? target : target.slice(0, mark),
    query: mark < 0 ? '' : target.slice(mark + 1),
    headers,
    cookies: request.headers.cookie?.split(/;\s*/) ?? [],
    body: Buffer.concat(chunks),
    sourceIp: request.socket.remoteAddress?.replace(/^::ffff:/, '') ?? '127.0.0.1',
  };
};
