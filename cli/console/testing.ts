import { type IncomingHttpHeaders, request } from 'node:http';
import type { Session } from './session.ts';
import type { Console } from './start-console.ts';

export type Got = { status: number; headers: IncomingHttpHeaders; body: Buffer };

/** Sends a request as it stands, with any path and any host. */
export const send = (
  { url }: Console,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body = '',
): Promise<Got> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const asked = request({ hostname, port, method, path, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });

/** What the console's own page sends along. */
export const own = ({ url }: Console, cookie = ''): Record<string, string> => ({
  'x-marquee-console': '1',
  origin: url,
  ...(cookie === '' ? {} : { cookie }),
});

/** What opens a console: the token of its link, as it is posted. */
export const tokenOf = ({ link }: Console): string => JSON.stringify({ token: new URL(link).hash.slice(1) });

export type Page = ReturnType<typeof pageOf>;

/** A browser that opens a console by its link. */
export const openPage = async (at: Console): Promise<Page> => {
  const { status, headers } = await send(at, 'POST', '/session', own(at), tokenOf(at));
  if (status !== 204) throw new Error(`The link was refused with ${status}.`);
  return pageOf(at, headers['set-cookie']?.[0]?.split(';')[0] ?? '');
};

/** What a page asks that has the cookie. */
export const pageOf = (at: Console, cookie: string) => {
  return {
    at,
    cookie,
    async call<T>(path: string, input: object = {}): Promise<{ status: number; answer: T }> {
      const got = await send(at, 'POST', `/aws/${path}`, own(at, cookie), JSON.stringify(input));
      return { status: got.status, answer: JSON.parse(got.body.toString()) as T };
    },
    session: async () => JSON.parse((await send(at, 'GET', '/session', own(at, cookie))).body.toString()) as Session,
  };
};
