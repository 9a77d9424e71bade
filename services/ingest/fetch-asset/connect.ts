import { lookup } from 'node:dns/promises';
import { request } from 'node:https';
import { isIP } from 'node:net';
import type { Answered } from './download.ts';

/** Every address that a name leads to from here; an address leads to itself. */
export const resolve = async (hostname: string): Promise<string[]> => {
  if (isIP(hostname)) return [hostname];
  return (await lookup(hostname, { all: true })).map(({ address }) => address);
};

/** Asks the server of a name at one address; the certificate has to be of the name. */
export const open = (url: URL, address: string, signal: AbortSignal): Promise<Answered> =>
  new Promise((succeed, fail) => {
    const asked = request(
      url,
      {
        signal,
        agent: false,
        lookup: (_, { all }, answer) =>
          all ? answer(null, [{ address, family: isIP(address) }]) : answer(null, address, isIP(address)),
        headers: { 'user-agent': 'Marquee', accept: '*/*', 'accept-encoding': 'identity' },
      },
      (answer) => {
        const { 'content-type': contentType, location } = answer.headers;
        const headers = { 'content-type': contentType, location };
        succeed({ status: answer.statusCode ?? 0, headers, body: answer, close: () => void answer.destroy() });
      },
    );
    asked.on('error', fail);
    asked.end();
  });
