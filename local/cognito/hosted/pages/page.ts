import type { OriginAnswer } from '../../../cloudfront/s3-origin.ts';
import { Html, html } from './html.ts';
import { STYLE, STYLE_HASH } from './style.ts';

type Page = {
  status: number;
  title: string;
  main: Html;
  cookies?: readonly string[];
  /** The address that a form of the page leads on to. */
  leadsTo?: string;
};

/** A page of its own: no script runs in it, nothing frames it, and its form goes nowhere but here and to `leadsTo`. */
export const page = ({ status, title, main, cookies = [], leadsTo }: Page): OriginAnswer => ({
  status,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-language': 'en',
    'cache-control': 'no-store',
    'content-security-policy': [
      "default-src 'none'",
      `style-src ${STYLE_HASH}`,
      // A browser holds the answer's redirect to this as well.
      `form-action 'self'${leadsTo === undefined ? '' : ` ${sourceOf(leadsTo)}`}`,
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ].join('; '),
    'x-frame-options': 'DENY',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
  },
  cookies,
  body: Buffer.from(
    html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
<main>
${main}
</main>
</body>
</html>
`.text,
  ),
});

/** An address as a content security policy names it: its origin, or its scheme where it has none. */
const sourceOf = (address: string): string => {
  const { origin, protocol } = new URL(address);
  return origin === 'null' ? protocol : origin;
};

/** What went wrong, as whoever listens to the page hears it at once. */
export const problemOf = (problem: string | undefined): Html | undefined =>
  problem === undefined
    ? undefined
    : html`<div class="problem" id="problem" role="alert">
<svg viewBox="0 0 20 20" aria-hidden="true"><path fill="currentColor" d="M6.3 1h7.4L19 6.3v7.4L13.7 19H6.3L1 13.7V6.3zM9 5v6.5h2V5zm0 8v2h2v-2z"/></svg>
<span>${problem}</span>
</div>`;

/** Where the form leads, for who wants to know before they give a password. */
export const destination = (address: string): string => {
  const { host, protocol } = new URL(address);
  return host === '' ? protocol : host;
};
