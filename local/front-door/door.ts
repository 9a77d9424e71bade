import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { refuseUnknown } from '../apigateway/websocket/refuse.ts';
import type { Cloud, FrontDoorRequest, FrontDoorResponse, Service } from '../aws/service.ts';
import type { Clock } from '../clock.ts';
import type { Identities } from '../iam/identities.ts';
import { answer } from './answer.ts';

export type FrontDoorOptions = {
  port: number;
  /** Address to listen on; only this machine reaches the default, 127.0.0.1. */
  host?: string;
  clock: Clock;
  cloud: Cloud;
  services: readonly Service[];
  identities: Identities;
  accountId: string;
  region: string;
  /** Asked for requests that carry neither signature nor target, such as a user pool's key set; undefined lets them fail. */
  unsigned?: (request: FrontDoorRequest) => Promise<FrontDoorResponse | undefined>;
  /** False while services cannot answer yet: clients are told to try again, as AWS tells them. Default: always true. */
  ready?: () => boolean;
  /** Takes requests that are for an API's own address and no AWS service's; false where it takes one not. */
  api?: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** Takes a WebSocket's upgrade; false where nothing here takes it. */
  upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean;
  /** Told of each error that is no answer of AWS: a fault of the runtime itself. */
  onFault?: (error: unknown) => void;
};

export type FrontDoor = {
  port: number;
  url: string;
  /** Answers a request that came to another port. */
  take(request: IncomingMessage, response: ServerResponse): void;
  close(): Promise<void>;
};

/** Opens one endpoint for every service. */
export const startFrontDoor = async (options: FrontDoorOptions): Promise<FrontDoor> => {
  const shouldUpgradeCallback = ({ headers }: IncomingMessage): boolean =>
    headers.upgrade?.toLowerCase() === 'websocket';
  const server = createServer({ shouldUpgradeCallback }, (request, response) => {
    if (!options.api?.(request, response)) void serve(request, response, options);
  });
  server.on('upgrade', (request, socket, head) => {
    if (!options.upgrade?.(request, socket, head)) refuseUnknown(socket);
  });
  // Uploads and long polls take as long as they take.
  server.requestTimeout = 0;
  server.keepAliveTimeout = 30_000;
  const host = options.host ?? '127.0.0.1';
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`,
    take: (request, response) => void serve(request, response, options),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
};

const serve = async (request: IncomingMessage, response: ServerResponse, options: FrontDoorOptions): Promise<void> => {
  try {
    const { status, headers, body } = await answer(request, options);
    // Clients set their own clock by this header, so it must come from ours.
    response.setHeader('date', new Date(options.clock.now()).toUTCString());
    for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
    response.statusCode = status;
    if (request.method === 'HEAD' || status === 304) {
      response.end();
    } else {
      const bytes = typeof body === 'string' ? Buffer.from(body) : body;
      if (status !== 204) response.setHeader('content-length', bytes?.length ?? 0);
      response.end(bytes);
    }
    // What the client still sends of a refused upload is read and dropped, so that it gets to see the answer.
    if (!request.complete) request.resume();
  } catch (error) {
    // Such as a header that HTTP cannot carry.
    options.onFault?.(error);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    response.writeHead(500, { 'content-length': 0 }).end();
  }
};
