import type { IncomingMessage } from 'node:http';

const KEY = /^[+/0-9A-Za-z]{22}==$/;

/** Why a request is no WebSocket handshake; undefined where it is one. */
export const handshakeFault = ({ method, headers }: IncomingMessage): string | undefined => {
  if (method !== 'GET') return 'The method of a WebSocket handshake is GET.';
  if (headers.upgrade?.toLowerCase() !== 'websocket') return 'The header Upgrade must be websocket.';
  if (!KEY.test(headers['sec-websocket-key'] ?? '')) return 'The header Sec-WebSocket-Key is missing or invalid.';
  if (headers['sec-websocket-version'] !== '13') return 'The header Sec-WebSocket-Version must be 13.';
  return undefined;
};

/** Headers that belong to the hop and are not part of the event. */
const OF_THE_HOP = ['connection', 'upgrade', 'host', 'content-length'];

/** A client's headers as the `$connect` event has them: those of the hop gone, the API's own and API Gateway's added. */
export const eventHeaders = (
  raw: readonly (readonly [string, string])[],
  { domainName, sourceIp, trace }: { domainName: string; sourceIp: string; trace: string },
): [string, string][] => {
  const given = raw.filter(([name]) => !OF_THE_HOP.includes(name.toLowerCase()));
  const before = given.find(([name]) => name.toLowerCase() === 'x-forwarded-for')?.[1];
  const traced = given.find(([name]) => name.toLowerCase() === 'x-amzn-trace-id')?.[1];
  const own = given.filter(([name]) => !/^x-(forwarded-(for|port|proto)|amzn-trace-id)$/i.test(name));
  return [
    ['Host', domainName],
    ...own.map(([name, value]): [string, string] => [name, value]),
    ['X-Amzn-Trace-Id', traced ?? trace],
    ['X-Forwarded-For', before ? `${before}, ${sourceIp}` : sourceIp],
    ['X-Forwarded-Port', '443'],
    ['X-Forwarded-Proto', 'https'],
  ];
};
