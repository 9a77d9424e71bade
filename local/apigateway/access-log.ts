import type { ApiResponse } from './answer.ts';
import type { ApiRequest } from './event.ts';

type Access = { request: ApiRequest; response: ApiResponse; requestId: string; started: number; routeKey: string };

/** Fills an access log format such as `$context.requestId $context.status`; a variable that is not known becomes `-`. */
export const accessLogLine = (format: string, { request, response, requestId, started, routeKey }: Access): string => {
  const values: Record<string, string> = {
    requestId,
    routeKey,
    'identity.sourceIp': request.sourceIp,
    'identity.userAgent': request.headers['user-agent'] ?? '-',
    requestTime: new Date(started).toISOString(),
    requestTimeEpoch: String(started),
    httpMethod: request.method,
    path: request.path,
    protocol: 'HTTP/1.1',
    status: String(response.status),
    responseLength: String(response.body.length),
  };
  return format.replace(/\$context\.([\w.]+)/g, (_, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? '-') : '-',
  );
};
