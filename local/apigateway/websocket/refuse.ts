import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

/** Answers an upgrade with a plain HTTP answer, and so refuses the connection. */
export const refuse = (socket: Duplex, status: number, body: object, headers: Record<string, string> = {}): void => {
  const text = JSON.stringify(body);
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(text)}`,
    'connection: close',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  endWith(socket, `${lines.join('\r\n')}\r\n\r\n${text}`);
};

/** Says the last word: a client that keeps its half of the connection open must not keep the server from closing. */
const endWith = (socket: Duplex, text: string): void => {
  socket.once('finish', () => socket.destroy());
  socket.end(text);
};

/** Answers an upgrade that nothing takes. */
export const refuseUnknown = (socket: Duplex): void => refuse(socket, 404, { message: 'Not Found' });

/** What API Gateway says to the client of a WebSocket API when something is wrong. */
export const complaint = (message: string, connectionId: string, requestId: string): object => ({
  ...{ message, connectionId, requestId },
});
