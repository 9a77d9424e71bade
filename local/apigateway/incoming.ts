import type { IncomingMessage } from 'node:http';
import type { ApiRequest } from './request.ts';

/** A request of the HTTP server with its body, as an API or a distribution gets it. */
export const requestOf = (incoming: IncomingMessage, body: Buffer): ApiRequest => {
  const target = incoming.url ?? '/';
  const mark = target.indexOf('?');
  const path = mark < 0 ? target : target.slice(0, mark);
  const query = mark < 0 ? '' : target.slice(mark + 1);
  const method = incoming.method ?? 'GET';
  const all: Record<string, string> = {};
  for (const [name, values] of Object.entries(incoming.headersDistinct)) all[name] = (values ?? []).join(',');
  const { cookie: _, ...headers } = all;
  return {
    ...{ method, path, query, headers, body },
    cookies: incoming.headers.cookie?.split(/;\s*/) ?? [],
    sourceIp: incoming.socket.remoteAddress?.replace(/^::ffff:/, '') ?? '127.0.0.1',
    rawHeaders: pairs(incoming.rawHeaders),
    wire: { method, rawPath: path, rawQuery: query, headers: all },
  };
};

const pairs = (raw: readonly string[]): [string, string][] =>
  raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ''] as [string, string]] : []));
