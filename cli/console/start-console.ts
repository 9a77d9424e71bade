import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { STYLE_OF_PRESS } from '@marquee/ui/policy.ts';
import type { Connection } from '../connection.ts';
import { type Answer, failed, json, NO_SESSION, text } from './answer.ts';
import { answerCall, failureOf } from './calls.ts';
import { createGuard } from './guard.ts';
import { createPages } from './pages.ts';
import { readBody } from './read-body.ts';
import { createWorker, type RoleName } from './worker.ts';

export type ConsoleOptions = {
  /** Where the calls go; asked once, when the first is made. */
  connect: () => Promise<Connection>;
  role: RoleName;
  /** On 127.0.0.1; 0 takes a free one. */
  port: number;
  /** Whether a free port does where `port` is taken. */
  orFreePort?: boolean;
  /** Answers the folder of the pages; called once, when the first is asked for. */
  build: () => Promise<string>;
};

export type Console = {
  url: string;
  /** Opens the console, once. */
  link: string;
  /** Builds the pages before they are asked for. */
  warm(): Promise<void>;
  close(): Promise<void>;
};

/** Largest body of a request, in bytes: a message of SQS, or an input of Step Functions, with room to spare. */
const LARGEST = 2 ** 20;

const HOST = '127.0.0.1';

const SECURITY = {
  'content-security-policy': [
    ...[
      "default-src 'none'",
      "script-src 'self'",
      "worker-src 'self'",
      `style-src 'self' ${STYLE_OF_PRESS}`,
      "font-src 'self'",
    ],
    ...["img-src 'self' data:", "connect-src 'self'", "base-uri 'none'", "form-action 'none'"],
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

/**
 * Serves the operators' console on this machine alone: its pages, and the listed calls of AWS in one role, for the one browser
 * that brings the link's token first. Nothing of AWS is loaded and nothing built before that. Throws where the port is taken.
 */
export const startConsole = async ({ connect, role, port, orFreePort, build }: ConsoleOptions): Promise<Console> => {
  const pages = createPages(build);
  const worker = createWorker(connect, role);

  const server = createServer();
  await listen(server, port, orFreePort === true);
  const { port: open } = server.address() as AddressInfo;
  const guard = createGuard(open);

  const answer = async (request: IncomingMessage, signal: AbortSignal): Promise<Answer> => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    if (!guard.isHost(request)) return text(403, `This console answers at http://${HOST}:${open} only.`);
    if (path === '/session' || path.startsWith('/aws/')) return answerPage(request, path, signal);
    if (request.method !== 'GET' && request.method !== 'HEAD') return text(405, 'Pages are read.');
    return pages.answer(path, /\bbr\b/.test(String(request.headers['accept-encoding'] ?? '')));
  };

  /** Answers what the page asks beside files. */
  const answerPage = async (request: IncomingMessage, path: string, signal: AbortSignal): Promise<Answer> => {
    if (!guard.isOwn(request)) return failed(403, 'NotThisPage', 'The console answers its own page only.');
    const opens = path === '/session' && request.method === 'POST';
    if (!opens && !guard.hasSession(request)) return NO_SESSION;
    if (path === '/session' && request.method === 'GET') return worker.session().then(found, failureOf);
    if (request.method !== 'POST') return failed(405, 'NotACall', 'Calls are posted.');
    const body = await readBody(request, LARGEST);
    if (body === undefined) return failed(413, 'TooLarge', `A call has at most ${LARGEST} bytes.`);
    return opens ? openSession(body) : answerCall(path, body, worker.clients, signal);
  };

  const openSession = (body: string): Answer => {
    const cookie = guard.open(tokenOf(body));
    return cookie === undefined ? NO_SESSION : { status: 204, headers: { 'set-cookie': cookie } };
  };

  server.on('request', (request, response) => {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    void answer(request, gone.signal)
      .catch((error: Error) => text(500, `The console failed: ${error.message}`))
      .then((answered) => send(request, response, answered));
  });

  const url = `http://${HOST}:${open}`;
  return {
    url,
    // A fragment is sent to nobody and stands in no log.
    link: `${url}/#${guard.token}`,
    warm: pages.warm,
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await worker.close();
    },
  };
};

const found = (value: unknown): Answer => json(200, value);

const tokenOf = (body: string): unknown => {
  try {
    return (JSON.parse(body) as { token?: unknown } | null)?.token;
  } catch {
    return undefined;
  }
};

const send = ({ method }: IncomingMessage, response: ServerResponse, { status, headers, body = '' }: Answer): void => {
  response.writeHead(status, { ...SECURITY, ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(method === 'HEAD' ? undefined : body);
};

/** Listens on this machine alone. Throws where the port is taken and no other will do. */
const listen = async (server: Server, port: number, orFreePort: boolean): Promise<void> => {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, HOST, () => {
        server.off('error', reject);
        resolve();
      });
    });
  } catch (error) {
    if (!orFreePort || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    await listen(server, 0, false);
  }
};
