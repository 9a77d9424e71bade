import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { requestOf } from '../apigateway/incoming.ts';
import type { ApiRequest } from '../apigateway/request.ts';
import { refuseUnknown } from '../apigateway/websocket/refuse.ts';
import type { OriginAnswer } from './s3-origin.ts';

/** Largest request that the port reads, in bytes: what an HTTP API takes, and a little to see that it is more. */
const LARGEST_REQUEST = 10 * 2 ** 20 + 1;

export type SiteServer = { port: number; url: string; close(): Promise<void> };

export type SiteOptions = {
  port: number;
  /** Address to listen on; only this machine reaches the default, 127.0.0.1. */
  host?: string;
  answer: Answer;
  /** Takes requests that are for an AWS service; false where it takes one not. */
  service?: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** Takes a WebSocket's upgrade; false where nothing here takes it. */
  upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean;
  /** Told of faults of the runtime itself. */
  onFault?: (error: unknown) => void;
};

type Answer = (request: ApiRequest) => Promise<OriginAnswer> | OriginAnswer;

/** Opens the port that stands for the public internet. */
export const startSiteServer = async ({ port, host = '127.0.0.1', ...options }: SiteOptions): Promise<SiteServer> => {
  const { answer, upgrade, onFault = () => {} } = options;
  const server = createServer({ shouldUpgradeCallback: isWebSocket }, (request, response) => {
    if (!options.service?.(request, response)) void serveWith(request, response, answer, onFault);
  });
  server.on('upgrade', (request, socket, head) => {
    if (!upgrade?.(request, socket, head)) refuseUnknown(socket);
  });
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

/** Whether a request asks for a WebSocket; one that offers another protocol, such as `h2c`, is answered as it is. */
const isWebSocket = ({ headers }: IncomingMessage): boolean => headers.upgrade?.toLowerCase() === 'websocket';

/** Answers one HTTP request of the public internet. */
export const serveWith = async (
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  onFault: (error: unknown) => void,
): Promise<void> => {
  try {
    const { status, headers, cookies = [], body } = await answer(requestOf(request, await read(request)));
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (cookies.length > 0) response.setHeader('set-cookie', cookies);
    response.statusCode = status;
    if (status === 204 || status === 304) response.end();
    else {
      response.setHeader('content-length', body.length);
      response.end(request.method === 'HEAD' ? undefined : body);
    }
  } catch (error) {
    // A client that hung up while it was read is no fault.
    if (request.destroyed && !request.complete) return;
    onFault(error);
    for (const name of response.getHeaderNames()) if (!response.headersSent) response.removeHeader(name);
    if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
    response.end(`The embedded runtime failed: ${error instanceof Error ? error.message : error}\n`);
  }
};

const read = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= LARGEST_REQUEST) chunks.push(chunk);
  }
  // Of a body that is larger, as much is kept as shows that it is.
  return size > LARGEST_REQUEST ? Buffer.alloc(LARGEST_REQUEST) : Buffer.concat(chunks);
};
