import { checkedUrl } from './address.ts';
import { NotFetchedError, notAllowed, tooSlow, unreachable } from './problem.ts';
import { isPublic } from './public-address.ts';

/** What a server answers. */
export type Answered = {
  status: number;
  headers: Readonly<Record<string, string | undefined>>;
  body: AsyncIterable<Uint8Array>;
  /** Lets the connection go. */
  close: () => void;
};

export type Downloaded = { url: URL; contentType: string; body: AsyncIterable<Uint8Array> };

export type DownloadDeps = {
  /** Every address of a name; none where it has none. */
  resolve: (hostname: string) => Promise<string[]>;
  /** Asks the server at this very address, whatever its name leads to by then. */
  open: (url: URL, address: string, signal: AbortSignal) => Promise<Answered>;
};

const MOST_REDIRECTS = 3;

/** How long all of it may take. */
export const SECONDS = 30;

const REDIRECTS = [301, 302, 303, 307, 308];

/**
 * Fetches a file of the public internet: each address is checked before it is asked, where a server leads elsewhere too, and the
 * connection goes to the address that was checked. Throws `NotFetchedError`, which tells the editor why.
 */
export const createDownload =
  ({ resolve, open }: DownloadDeps, seconds: number = SECONDS) =>
  async (text: string): Promise<Downloaded> => {
    const signal = AbortSignal.timeout(seconds * 1000);
    let url = checkedUrl(text);
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      const address = await publicAddressOf(url, resolve);
      const answer = await open(url, address, signal).catch((cause) => {
        throw signal.aborted ? tooSlow(seconds) : unreachable(`${url.hostname} does not answer.`, cause);
      });
      if (REDIRECTS.includes(answer.status) && answer.headers.location !== undefined) {
        answer.close();
        url = checkedUrl(answer.headers.location, url);
        continue;
      }
      if (answer.status !== 200) {
        answer.close();
        throw unreachable(`${url.hostname} answers with the status ${answer.status} instead of a file.`);
      }
      const contentType = (answer.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
      return { url, contentType, body: inTime(answer, signal, seconds) };
    }
    throw unreachable(`The address leads elsewhere more than ${MOST_REDIRECTS} times.`);
  };

const publicAddressOf = async ({ hostname }: URL, resolve: DownloadDeps['resolve']): Promise<string> => {
  const host = hostname.replace(/^\[|\]$/g, '');
  const addresses = await resolve(host).catch((cause) => {
    throw unreachable(`There is no ${host}.`, cause);
  });
  const [first] = addresses;
  if (first === undefined) throw unreachable(`There is no ${host}.`);
  const hidden = addresses.find((address) => !isPublic(address));
  if (hidden !== undefined) throw notAllowed(`${host} is at ${hidden}, which is no address of the public internet.`);
  return first;
};

async function* inTime({ body }: Answered, signal: AbortSignal, seconds: number): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of body) {
      if (signal.aborted) throw tooSlow(seconds);
      yield chunk;
    }
  } catch (cause) {
    if (cause instanceof NotFetchedError) throw cause;
    throw signal.aborted ? tooSlow(seconds) : unreachable('The connection ended before the file was whole.', cause);
  }
}
