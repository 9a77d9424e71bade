import type { Answer } from '../../shared/http.ts';
import type { StudioFiles } from '../files.ts';

/** What the studio has to know of the stage that it belongs to. */
export type Settings = {
  stage: string;
  /** Where people sign in, `https://…` without a slash at its end. */
  signInUrl: string;
  clientId: string;
};

type Deps = {
  read: () => Promise<StudioFiles>;
  /** `https://…`: where files are uploaded to. */
  uploadOrigin: () => Promise<string>;
  settings: Settings;
};

const COMMON = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' };

const YEAR = 31_536_000;

/** A path whose last part has an ending is a file's; every other one is a screen of the page. */
const FILE = /\/([^/]+\.[a-z0-9]+)$/;

/** Serves the studio: its files, and at every other address its page, which says what it may load and ask. */
export const createServeStudio = ({ read, uploadOrigin, settings }: Deps) => {
  let ready: Promise<[StudioFiles, string]> | undefined;
  return async (path: string): Promise<Answer> => {
    ready ??= Promise.all([read(), uploadOrigin()]);
    ready.catch(() => {
      ready = undefined;
    });
    const [{ page, files, styles }, uploads] = await ready;
    const [, name] = FILE.exec(path) ?? [];
    if (name === undefined) {
      const headers = {
        ...COMMON,
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-cache',
        'content-security-policy': policy(styles, [new URL(settings.signInUrl).origin, uploads]),
        'cross-origin-opener-policy': 'same-origin',
        'permissions-policy': 'camera=(), geolocation=(), microphone=()',
        'x-robots-tag': 'noindex',
      };
      return { statusCode: 200, headers, body: page.replace('{settings}', () => escaped(JSON.stringify(settings))) };
    }
    const file = files.get(name);
    if (!file) {
      const headers = { ...COMMON, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
      return { statusCode: 404, headers, body: `The studio has no file ${name}; load its page anew.\n` };
    }
    const headers = {
      ...COMMON,
      'content-type': file.contentType,
      'cache-control': `public, max-age=${YEAR}, immutable`,
    };
    return { statusCode: 200, headers, body: Buffer.from(file.body).toString('base64'), isBase64Encoded: true };
  };
};

/** Its own scripts and styles alone; previews are frames of its own, pictures that are being chosen are blobs. */
const policy = (styles: readonly string[], asked: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    ['style-src', "'self'", ...styles].join(' '),
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    ['connect-src', "'self'", ...new Set(asked)].join(' '),
    "frame-src 'self'",
    "worker-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };

const escaped = (text: string): string => text.replace(/[&"<>]/g, (each) => ENTITIES[each] ?? each);
