import { notAllowed } from './problem.ts';

/** An address that a file may be fetched from, as far as its words tell. Throws `NotFetchedError`. */
export const checkedUrl = (text: string, base?: URL): URL => {
  const url = URL.parse(text, base);
  if (!url) throw notAllowed('This is no address of a file.');
  if (url.protocol !== 'https:')
    throw notAllowed(`The address begins with ${url.protocol}//; only https:// is fetched.`);
  if (url.username !== '' || url.password !== '') throw notAllowed('The address has a name or a password in it.');
  if (url.port !== '') throw notAllowed(`The address names the port ${url.port}; only that of https is asked.`);
  return url;
};

const ENDINGS: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  svg: 'image/svg+xml',
  mp4: 'video/mp4',
  webm: 'video/webm',
  vtt: 'text/vtt',
};

/** What the end of an address says of the type of its file, if it says anything. */
export const typeByEnding = ({ pathname }: URL): string | undefined =>
  ENDINGS[/\.([a-z0-9]+)$/i.exec(pathname)?.[1]?.toLowerCase() ?? ''];

/** What the file at an address is called: the last part of its path, else its host. */
export const fileNameOf = ({ pathname, hostname }: URL): string => {
  const last = pathname.split('/').findLast((part) => part !== '') ?? hostname;
  try {
    return decodeURIComponent(last).replace(/\p{C}/gu, '').slice(0, 255) || hostname;
  } catch {
    return last.slice(0, 255);
  }
};
